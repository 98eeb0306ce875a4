/**
 * `<descent-prediction>`: asks what the reader expects before a cell is run, keeps the guess, and shows it beside what
 * the run gave. `data-state` is `todo`, `made` (a guess stands) or `shown` (the run stands beside it, or alone).
 */
import { make } from '../../figures/make.ts';
import { plain, type Plain } from '../../kernel/plain.ts';
import type { DescentCell } from '../cell/cell.ts';
import { ranEvent, type RanDetail } from '../cell/ran.ts';
import { progressBook } from '../progress/book.ts';
import { createCurveView } from './curve.ts';
import { readSpec, type KindView, type PredictionSpec } from './kind.ts';
import { createNumberView } from './number.ts';
import { createPickView } from './pick.ts';
import { createPointView } from './point.ts';

const kinds: Readonly<Record<string, (spec: PredictionSpec) => KindView>> = {
  number: createNumberView,
  pick: createPickView,
  curve: createCurveView,
  point: createPointView,
};

class DescentPrediction extends HTMLElement {
  #begun = false;

  connectedCallback(): void {
    const create = kinds[this.dataset['kind'] ?? ''];
    if (this.#begun || !create) return;
    this.#begun = true;
    const spec = readSpec(this);
    begin(this, spec, create(spec));
  }
}

function begin(element: HTMLElement, spec: PredictionSpec, view: KindView): void {
  const book = progressBook();
  const commit = make('button', { type: 'button', class: 'prediction-commit' }, 'That is my guess');
  const change = make(
    'button',
    { type: 'button', class: 'prediction-quiet', hidden: true },
    'Change my guess',
  );
  const says = make('p', { class: 'prediction-says', role: 'status' });
  const name = element.querySelector('.prediction-name');
  const body = element.querySelector('.prediction-body') ?? element;
  body.replaceChildren(
    view.element,
    make('p', { class: 'prediction-buttons' }, commit, ...(view.tool ? [view.tool] : []), change),
    says,
  );

  const become = (state: 'todo' | 'made' | 'shown', text: string, mayChange = false): void => {
    element.dataset['state'] = state;
    if (state !== 'shown') view.open(state === 'todo');
    if (name) name.textContent = state === 'shown' ? 'After the run' : 'Before you run it';
    commit.hidden = state !== 'todo';
    change.hidden = !mayChange;
    says.textContent = text;
  };
  commit.addEventListener('click', () => {
    const answer = view.guess();
    if (answer === null) {
      says.textContent = view.missing;
      return;
    }
    book.record(spec.lesson, { type: 'predicted', prediction: spec.id, answer });
    become('made', kept(spec), true);
    change.focus({ preventScroll: true });
  });
  view.element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || view.element.dataset['enter'] === undefined) return;
    // The key that says the guess must not press the button that has the focus then.
    event.preventDefault();
    commit.click();
  });
  change.addEventListener('click', () => {
    become('todo', '');
    commit.focus({ preventScroll: true });
  });

  const reveal = (real: Plain): void => {
    // A guess that stands there but was not said is one all the same.
    const answer = element.dataset['state'] === 'todo' ? view.guess() : null;
    view.open(false);
    const shown = view.reveal(real);
    if (!shown.ok) {
      view.open(element.dataset['state'] === 'todo');
      says.textContent = `The cell ran, but there is nothing to compare with: ${spec.value} ${shown.text}.`;
      return;
    }
    if (answer !== null) book.record(spec.lesson, { type: 'predicted', prediction: spec.id, answer });
    become('shown', shown.text);
  };
  const onRun = async (): Promise<void> => {
    try {
      reveal(await readValue(spec));
    } catch (error) {
      const why = error instanceof Error ? error.message : 'The value could not be read.';
      says.textContent = `The cell ran, but there is nothing to compare with. ${why}`;
    }
  };
  document.addEventListener(ranEvent, ({ detail }: CustomEvent<RanDetail>) => {
    if (detail.cell === spec.cell && detail.lesson === spec.lesson && detail.state === 'done') void onRun();
  });

  become('todo', '');
  void book.load(spec.lesson).then(({ predictions, cells }) => {
    const answer = predictions[spec.id];
    if (answer === undefined || element.dataset['state'] !== 'todo' || view.guess() !== null) return;
    if (!view.restore(answer)) return;
    const ran = cells.includes(spec.cell);
    become('made', ran ? ranBefore(spec) : kept(spec), !ran);
  });
  if (cellOf(spec)?.dataset['state'] === 'done') void onRun();
}

const cellOf = ({ cell }: PredictionSpec): DescentCell | null =>
  document.querySelector<DescentCell>(`descent-cell#${CSS.escape(cell)}`);

const titleOf = (spec: PredictionSpec): string => cellOf(spec)?.dataset['title'] ?? spec.cell;

const kept = (spec: PredictionSpec): string =>
  `Your guess is kept. Run “${titleOf(spec)}” to see both together.`;

const ranBefore = (spec: PredictionSpec): string =>
  `Your guess, made before you ran “${titleOf(spec)}”. Run it again to see both together.`;

/** What the run gave; from the kernel, so it is read as data from outside. */
async function readValue(spec: PredictionSpec): Promise<Plain> {
  const read = await cellOf(spec)?.read(spec.value);
  const value = plain.safeParse(read);
  if (!value.success) throw new Error(`${spec.value} is too large, or not plain data.`);
  return value.data;
}

customElements.define('descent-prediction', DescentPrediction);
