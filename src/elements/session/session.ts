/**
 * One lesson page: its cells, the kernel they share and the reader's saved work. Cells hand in what the reader does;
 * what the kernel says is passed on to the cell that it is about.
 */
import { createKernel } from '../../kernel/client.ts';
import type { Kernel, KernelEvent } from '../../kernel/kernel.ts';
import type { Plain } from '../../kernel/plain.ts';
import type { CheckJob } from '../../kernel/check/check.ts';
import type { BackendName, CellError, InputValue } from '../../kernel/protocol.ts';
import type { LessonTexts } from '../../editor/editor.ts';
import { toCheckJob } from '../../learning/check-job.ts';
import type { LessonRecord } from '../../learning/lesson-record.ts';
import type { Saved, Workbook } from '../../learning/workbook.ts';
import type {} from '../cell/cell.ts';
import { announceBackend, type BackendFacts } from '../backend/facts.ts';
import { keptProbes } from '../backend/preference.ts';
import { probeWhenIdle, putOffProbe } from '../backend/probe.ts';
import type { CellView } from './cell-view.ts';
import { chosenBackend, earlyStart } from './early.ts';
import { seedOf } from './query.ts';
import { fetchRecord } from './record.ts';
import { createRerun } from './rerun.ts';
import { openWorkbook } from './work.ts';

export class Session {
  readonly lesson: string;
  readonly #views = new Map<string, CellView>();
  readonly #workbook: Workbook;
  readonly #rerun = createRerun((cell) => this.run(cell, true));
  /** Texts that the kernel has not been told of. */
  readonly #edited = new Set<string>();
  #record: LessonRecord | null = null;
  #fetching: Promise<LessonRecord> | undefined;
  #kernel: Promise<Kernel> | undefined;
  #saved: Promise<Map<string, Saved>> | undefined;
  #facts: BackendFacts = { backend: null, refused: [] };
  #seed = seedOf(location.search);
  /** Counts what the reader asked for last, so that a run that was stopped while it was prepared does not start. */
  #asked = 0;
  #lastRun: string | null = null;

  constructor(lesson: string) {
    this.lesson = lesson;
    this.#workbook = openWorkbook(lesson, (cell, others) => this.#views.get(cell)?.conflict(others));
    addEventListener('pagehide', () => void this.#workbook.flush());
    document.addEventListener('visibilitychange', () => void this.#workbook.flush());
  }

  get facts(): BackendFacts {
    return this.#facts;
  }

  /** The seed in use; `null` before the lesson's own is known. */
  get seed(): number | null {
    return this.#seed ?? this.#record?.seed ?? null;
  }

  /** The texts of all cells, in page order, as they stand. */
  get texts(): LessonTexts {
    return {
      lesson: this.lesson,
      cells: () => [
        ...pageOrder().map(({ id, source }) => ({ id, source })),
        ...[...this.#views.values()]
          .filter(({ unseen }) => unseen)
          .map((view) => ({ id: view.id, source: view.text() })),
      ],
    };
  }

  attach(view: CellView): void {
    this.#views.set(view.id, view);
  }

  /** Brings back what was kept of a cell. */
  async restore(view: CellView): Promise<void> {
    this.#saved ??= this.#workbook.restore();
    const saved = (await this.#saved).get(view.id);
    if (!saved || saved.source === null) return;
    if (view.text() === view.original) view.restore(saved);
  }

  /** The kernel hears of a text that came back like of one that was typed; it is kept already. */
  restored(cell: string): void {
    this.#edited.add(cell);
    void this.#kernel?.then((kernel) => this.#tellEdits(kernel));
  }

  warm(): void {
    this.#ready().then(
      (kernel) => kernel.warm(),
      () => undefined,
    );
  }

  /**
   * Resolves when the run has ended, however it ended.
   *
   * @param patient see `Kernel.run`
   */
  async run(cell: string, patient = false): Promise<void> {
    const asked = ++this.#asked;
    this.#lastRun = cell;
    putOffProbe();
    try {
      const kernel = await this.#ready();
      if (asked !== this.#asked) return this.#views.get(cell)?.receive(stateOf(kernel, cell));
      this.#tellEdits(kernel);
      await atMost(300, this.#workbook.flush());
      if (asked !== this.#asked) return this.#views.get(cell)?.receive(stateOf(kernel, cell));
      await kernel.run(cell, patient);
      probeWhenIdle(kernel);
    } catch (error) {
      this.#views.get(cell)?.fail(toFailure(error));
    }
  }

  async stop(): Promise<void> {
    this.#asked += 1;
    await (await this.#ready().catch(() => null))?.stop();
  }

  edit(cell: string, text: string, original: string): void {
    this.#workbook.keep(cell, text === original ? null : text, original);
    this.#edited.add(cell);
    void this.#kernel?.then((kernel) => this.#tellEdits(kernel));
  }

  enter(cell: string, name: string, value: InputValue): void {
    this.#workbook.enter(cell, name, value);
    void this.#kernel?.then((kernel) => {
      kernel.enter(cell, name, value);
      // What needs a cell that waits for Run waits with it: nothing is trained again because a slider was touched.
      if (!this.#views.get(cell)?.live) return;
      for (const view of this.#views.values())
        if (view.live && (view.id === cell || kernel.state(view.id) === 'stale')) this.#rerun.ask(view.id);
    });
  }

  /** The cell is as the lesson has it: text, inputs and what it defined. */
  forget(cell: string): void {
    this.#workbook.clearInputs(cell);
    void this.#kernel?.then((kernel) => {
      this.#tellEdits(kernel);
      kernel.forget(cell);
    });
  }

  /** The reader has chosen among versions of a text. */
  settle(cell: string): void {
    this.#workbook.settle(cell);
  }

  reseed(seed: number): void {
    this.#seed = seed;
    void this.#kernel?.then((kernel) => kernel.reseed(seed));
  }

  choose(backend: BackendName | null): void {
    void this.#kernel?.then((kernel) => kernel.choose(backend));
  }

  /** The value at a path of the lesson's scope: `losses[3].value`. Rejects with a sentence where there is none. */
  async read(path: string): Promise<Plain> {
    return (await this.#ready()).read(path);
  }

  reveal(cell: string, line: number, column: number): void {
    this.#views.get(cell)?.reveal(line, column);
  }

  /** One editor serves the page: whoever opens one closes the others. */
  closeEditors(except: CellView): void {
    for (const view of this.#views.values()) if (view !== except) view.closeEditor();
  }

  /** Title of the cell that runs now. */
  running(): string | undefined {
    const [first] = document.querySelectorAll<HTMLElement>(
      'descent-cell[data-state="running"], descent-cell[data-state="starting"]',
    );
    return first?.dataset['title'];
  }

  /** What the build knows of the lesson. Rejects with a sentence; the next call tries again. */
  async lessonRecord(): Promise<LessonRecord> {
    this.#fetching ??= fetchRecord(this.lesson);
    this.#fetching.catch(() => (this.#fetching = undefined));
    return (this.#record = await this.#fetching);
  }

  /** What checking an exercise takes, of the texts as they stand, which are kept first. Rejects with a sentence. */
  async checkJob(exercise: string): Promise<CheckJob> {
    const [record] = await Promise.all([this.lessonRecord(), this.#saved, wakeAll(this.lesson)]);
    await atMost(300, this.#workbook.flush());
    const text = (cell: string) => this.#views.get(cell)?.text() ?? null;
    return toCheckJob(record, exercise, text, this.#seed ?? record.seed);
  }

  mark(cell: string, error: CellError): void {
    this.#views.get(cell)?.mark(error);
  }

  /** Makes the kernel; after a failure the next call tries again. */
  #ready(): Promise<Kernel> {
    this.#kernel ??= this.#make();
    this.#kernel.catch(() => (this.#kernel = undefined));
    return this.#kernel;
  }

  async #make(): Promise<Kernel> {
    const [record, saved] = await Promise.all([this.lessonRecord(), this.#saved, wakeAll(this.lesson)]);
    const { host, take, fetchAsset } = earlyStart();
    const kernel = createKernel(
      {
        lesson: this.lesson,
        seed: this.#seed ?? record.seed,
        cells: record.cells,
        backend: chosenBackend(),
        probes: keptProbes(),
      },
      { host, take, fetchAsset },
    );
    kernel.subscribe((event) => this.#receive(event));
    for (const [cell, { inputs }] of saved ?? [])
      for (const { name, value } of inputs) kernel.enter(cell, name, value);
    return kernel;
  }

  #tellEdits(kernel: Kernel): void {
    for (const id of this.#edited) {
      const view = this.#views.get(id);
      if (view) kernel.edit(id, view.text() === view.original ? null : view.text());
    }
    this.#edited.clear();
  }

  #receive(event: KernelEvent): void {
    if (event.type === 'backend') this.#announce(event);
    else if (event.type === 'gone') for (const view of this.#views.values()) view.receive(event);
    else this.#views.get(event.cell ?? this.#lastRun ?? '')?.receive(event);
  }

  #announce({ backend, refused }: BackendFacts): void {
    this.#facts = { backend, refused };
    announceBackend(this.#facts);
  }
}

const sessions = new Map<string, Session>();

/** The session of the lesson on this page. */
export function openSession(lesson: string): Session {
  const session = sessions.get(lesson) ?? new Session(lesson);
  sessions.set(lesson, session);
  return session;
}

export const openSessions = (): Session[] => [...sessions.values()];

/** A run concerns cells that nobody has touched yet: those that it needs. */
const wakeAll = (lesson: string): Promise<unknown> =>
  Promise.all(
    [...document.querySelectorAll('descent-cell')]
      .filter((cell) => cell.lesson === lesson)
      .map((cell) => cell.wake()),
  );

const pageOrder = (): { id: string; source: string }[] => [...document.querySelectorAll('descent-cell')];

const stateOf = (kernel: Kernel, cell: string): KernelEvent => ({
  type: 'cell',
  cell,
  state: kernel.state(cell),
});

const atMost = (ms: number, promise: Promise<unknown>): Promise<unknown> =>
  Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms))]);

const toFailure = (error: unknown): CellError => ({
  name: 'The cell could not start',
  message: error instanceof Error ? error.message : 'Something this page needs could not be fetched.',
  places: [],
  remedy: 'What you typed is still here. Check the connection, then press Run again.',
});
