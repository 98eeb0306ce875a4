/** `<descent-collect>`: takes a class's work in, runs it again, and gives it out as marks. */
import { html, render } from 'lit-html';
import type { AssignableLesson } from '../../teaching/assignable.ts';
import { findPart, type Assignable } from '../../teaching/assignable.ts';
import type { Item } from '../../teaching/assignment.ts';
import { createActs } from './acts.ts';
import { createStore, type Store } from './store.ts';
import { fromDrop } from './sources.ts';
import { arrange, createLedger, sumUp } from './ledger.ts';
import type { Model } from './model.ts';
import { viewBring } from './view-bring.ts';
import { viewExports } from './view-exports.ts';
import { viewLikeness } from './view-likeness.ts';
import { viewProgress } from './view-progress.ts';
import { viewStudent } from './view-student.ts';
import { viewTable } from './view-table.ts';

/** Milliseconds between two drawings, while much comes in; what the teacher opens or sorts is drawn at once. */
const pause = { rest: 80, running: 250 } as const;

class DescentCollect extends HTMLElement {
  connectedCallback(): void {
    const store = createStore(() => draw());
    const show = createShow(store);
    let last = -Infinity;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const drawNow = (): Model => {
      clearTimeout(timer);
      timer = undefined;
      last = performance.now();
      const model = show(acts);
      render(view(model), this);
      return model;
    };
    const draw = (): void => {
      const wait = store.runner.phase === 'running' ? pause.running : pause.rest;
      timer ??= setTimeout(drawNow, Math.max(0, last + wait - performance.now()));
    };
    const acts = createActs(this, store, drawNow);
    drawNow();
    takeDrops(this, (data) => void acts.bring(fromDrop(data)));
    addEventListener('beforeunload', (event) => {
      if (store.unsaved()) event.preventDefault();
    });
  }
}

const view = (model: Model) => {
  const { assignment } = model.desk;
  const whole = assignment && model.lines.length > 0 ? { ...model, assignment } : null;
  return html`
    <p class="sr-only" role="status">${model.said}</p>
    ${viewBring(model)} ${viewProgress(model)}
    ${whole && html`${viewTable(whole)} ${viewStudent(whole)} ${viewLikeness(whole)} ${viewExports(whole)}`}
  `;
};

/** Puts together what the page shows; what is costly only where it has changed. */
function createShow(store: Store): (acts: Model['acts']) => Model {
  let course: Assignable | null = null;
  let ledger = createLedger(null);
  let titleOf = createTitles(null);
  return (acts) => {
    if (store.runner.course !== course) {
      course = store.runner.course;
      ledger = createLedger(course);
      titleOf = createTitles(course);
    }
    const { desk, look, runner } = store;
    const lines = desk.assignment ? ledger.lines(desk.assignment, desk.entries) : [];
    const sums = sumUp(lines);
    return {
      ...{ desk, look, lines, sums, acts, titleOf },
      shown: arrange(lines, look),
      run: {
        phase: runner.phase,
        trouble: runner.trouble,
        left: runner.left(sums.handed - sums.ran),
      },
      records: runner.records,
      likeness: store.likeness.found,
      askedIn: ({ lesson, part }, question) => store.asked.get(`${lesson}/${part}/${question}`) ?? question,
      ...{ reading: store.reading, choices: store.choices, linkFault: store.linkFault },
      ...{ roster: store.roster, taken: store.taken, said: store.said, unsaved: store.unsaved() },
    };
  };
}

/** `4.2 One step`, as a reader knows a part. */
function createTitles(course: Assignable | null): (item: Item) => string {
  const title = ({ number }: AssignableLesson, part: string): string => `${number} ${part}`;
  const known = new Map<Item, string>();
  return (item) => {
    const found = known.get(item);
    if (found !== undefined) return found;
    const part = course && findPart(course, item);
    const made = part ? title(part.lesson, part.part.title) : `${item.lesson}: ${item.part}`;
    known.set(item, made);
    return made;
  };
}

/** Anywhere on the page: a file that falls beside a frame must not take the page's place. */
function takeDrops(root: HTMLElement, take: (data: DataTransfer) => void): void {
  const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
  const over = (on: boolean): void => void root.toggleAttribute('data-over', on);
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    over(true);
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) over(false);
  });
  addEventListener('drop', (event) => {
    over(false);
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    take(event.dataTransfer);
  });
}

customElements.define('descent-collect', DescentCollect);
