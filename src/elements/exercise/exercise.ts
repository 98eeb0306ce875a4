/**
 * `<descent-exercise>`: `data-state` is `todo`, `tried` or `passed`. This file is fetched when an exercise comes near,
 * so it holds buttons and hints; what checks, and shows solutions, comes with the first wish for it (`work.ts`).
 */
import { exerciseState, passedOtherNumbers } from '../../learning/exercise.ts';
import { hash } from '../../learning/hash.ts';
import type { ExerciseProgress, Fact } from '../../learning/progress.ts';
import { mayBeAssigned } from '../assignment/known.ts';
import { hasWork } from '../cell/cell.ts';
import { changedEvent } from '../cell/changed.ts';
import { progressBook } from '../progress/book.ts';
import type { Assigned } from './assigned.ts';
import { createBar, type Bar } from './bar.ts';
import { createHints, type Hints } from './hints.ts';
import { partsOf, type ExerciseParts } from './parts.ts';
import type { Work } from './work.ts';

class DescentExercise extends HTMLElement {
  #begun = false;

  connectedCallback(): void {
    const parts = partsOf(this);
    if (this.#begun || !parts) return;
    this.#begun = true;
    new Exercise(parts);
  }
}

/** An exercise on the page, as its parts see it. */
export interface ExerciseHost {
  readonly id: string;
  readonly lesson: string;
  readonly parts: ExerciseParts;
  readonly bar: Bar;
  /** The lesson's own numbers; `null` where there are none. */
  readonly given: string | null;
  progress(): ExerciseProgress | undefined;
  /** The reader's text differs from what they began with. */
  isChanged(): boolean;
  record(fact: Fact): void;
  /** Other numbers stand. */
  renumbered(name: string): void;
  /** The last check did not pass. */
  missed(): void;
}

class Exercise implements ExerciseHost {
  readonly id: string;
  readonly lesson: string;
  readonly parts: ExerciseParts;
  readonly bar: Bar;
  readonly given: string | null;
  readonly #hints: Hints;
  readonly #book = progressBook();
  #progress: ExerciseProgress | undefined;
  #numbers: string | null;
  /** Not passed with the numbers that stand now, though it was with others. */
  #tried = false;
  #work: Promise<Work> | undefined;
  /** What an assignment allows here; absent where none names the lesson. */
  #assigned: Promise<Assigned> | undefined;

  constructor(parts: ExerciseParts) {
    const { root, bar, hints } = parts;
    this.parts = parts;
    this.id = root.id;
    this.lesson = root.dataset['lesson'] ?? '';
    this.given = root.dataset['given'] ?? null;
    this.#numbers = this.given === null ? null : hash(this.given);
    this.bar = createBar(bar, this.given !== null);
    this.#hints = createHints(hints);
    this.bar.hints(0, this.#hints.all);
    this.#listen();
    if (root.dataset['kind'] === 'order')
      void import('./order.ts').then(({ createOrder }) =>
        createOrder(parts.cell, (text) => this.bar.say(text)),
      );
    this.#book.subscribe((lesson, { exercises }) => {
      if (lesson === this.lesson) this.#show(exercises[this.id]);
    });
    void this.#book.load(this.lesson).then(({ exercises }) => {
      this.#show(exercises[this.id]);
      this.#allowed('hints', () => this.#seen());
    });
    // Other numbers may have been chosen on an earlier visit.
    if (this.given !== null && hasWork(this.lesson)) void this.#load();
  }

  progress(): ExerciseProgress | undefined {
    return this.#progress;
  }

  isChanged(): boolean {
    return this.parts.cell.source !== this.parts.cell.original;
  }

  record(fact: Fact): void {
    this.#book.record(this.lesson, fact);
  }

  renumbered(name: string): void {
    this.#numbers = name;
    this.#tried = false;
    this.#show(this.#progress);
  }

  missed(): void {
    this.#tried = true;
    this.#show(this.#progress);
  }

  #listen(): void {
    const { check, stop, hint, solution, numbers } = this.bar;
    check.addEventListener('click', () => this.#with((work) => work.check()));
    for (const type of ['pointerenter', 'focus'])
      check.addEventListener(type, () => this.#with((work) => work.warm()));
    stop.addEventListener('click', () => this.#with((work) => work.stop()));
    solution.addEventListener('click', () =>
      this.#allowed('solution', () => this.#with((work) => work.solution())),
    );
    numbers?.addEventListener('click', () => this.#with((work) => work.numbers()));
    hint.addEventListener('click', () => this.#allowed('hints', () => this.#hint()));
    // The numbers belong to what the cell is typed against, so they are there before its editor is.
    for (const type of this.given === null ? ['pointerdown'] : ['pointerenter', 'focusin'])
      this.parts.root.addEventListener(type, () => void this.#load().catch(() => undefined), { once: true });
    this.parts.root.addEventListener(changedEvent, () => void this.#work?.then((work) => work.changed()));
  }

  /** Does it unless an assignment forbids it, which is then said. */
  #allowed(what: 'hints' | 'solution', act: () => void): void {
    if (!mayBeAssigned(this.lesson)) return act();
    this.#assigned ??= import('./assigned.ts').then(({ createAssigned }) =>
      createAssigned(this, this.#hints),
    );
    this.#assigned.then(
      (assigned) => {
        if (!assigned.forbids(what)) act();
      },
      () => {
        this.#assigned = undefined;
        this.bar.say(unfetched);
      },
    );
  }

  /** Hints seen on an earlier visit are there. */
  #seen(): void {
    this.#hints.restore(this.#progress?.hints ?? 0);
    this.bar.hints(this.#hints.open(), this.#hints.all);
  }

  #hint(): void {
    this.#seen();
    const before = this.#hints.open();
    this.bar.say(this.#hints.next());
    this.bar.hints(this.#hints.open(), this.#hints.all);
    if (this.#hints.open() > before)
      this.record({ type: 'hint', exercise: this.id, hints: this.#hints.open() });
  }

  #load(): Promise<Work> {
    this.#work ??= import('./work.ts').then(({ createWork }) => createWork(this));
    this.#work.catch(() => (this.#work = undefined));
    return this.#work;
  }

  #with(act: (work: Work) => Promise<void> | void): void {
    this.#load()
      .then(act)
      .catch(() => this.bar.say(unfetched));
  }

  #show(progress: ExerciseProgress | undefined): void {
    this.#progress = progress;
    const before = passedOtherNumbers(progress, this.#numbers);
    const known = exerciseState(progress, this.#numbers);
    const state = known === 'todo' && before && this.#tried ? 'tried' : known;
    this.parts.root.dataset['state'] = state;
    this.parts.state.textContent = before
      ? `${words[state]}${state === 'todo' ? '' : ', '}passed with other numbers`
      : words[state];
    void this.#assigned?.then((assigned) => assigned.show()).catch(() => undefined);
  }
}

const unfetched = 'Something this page needs could not be fetched. Check the connection and try again.';

const words = { todo: '', tried: 'tried', passed: 'passed' } as const;

customElements.define('descent-exercise', DescentExercise);
