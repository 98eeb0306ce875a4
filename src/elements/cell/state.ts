/** Shows the state of a cell: `data-state`, words in the bar, Run or Stop, and what is said aloud. */
import type { CellState, OutputOf } from '../../kernel/protocol.ts';
import type { DescentCell } from './cell.ts';
import { statusWords } from './status.ts';
import { createVoice } from './voice.ts';

export interface StateView {
  set(facts: { state: CellState; ms?: number }): void;
  progress(progress: OutputOf<'progress'>): void;
  isBusy(): boolean;
}

const busy: readonly CellState[] = ['queued', 'starting', 'running'];

/** @param running title of the cell that runs now */
export function createStateView(element: DescentCell, running: () => string | undefined): StateView {
  const voice = createVoice(element.voice);
  const status = element.piece('status');
  /** What the page says before the first run. */
  const before = status.textContent;
  let state: CellState = 'idle';
  let ms: number | undefined;
  let progress: OutputOf<'progress'> | undefined;

  let waiting = false;

  /** Once for all that is told at a time: what ended, and then how long it took. */
  function show(): void {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      draw();
    });
  }

  function draw(): void {
    const words = state === 'idle' ? before : statusWords({ state, ms, progress, waitsFor: running() });
    if (status.textContent === words) return;
    status.textContent = words;
    voice.say(words && `${element.label}: ${words}`, !busy.includes(state));
  }

  return {
    set(facts) {
      const begins = facts.state === 'running' && state !== 'running';
      ({ state } = facts);
      ({ ms } = facts);
      if (begins || state === 'idle') progress = undefined;
      element.dataset['state'] = state;
      swap(element, busy.includes(state));
      show();
    },
    progress(next) {
      progress = next;
      if (state === 'running') show();
    },
    isBusy: () => busy.includes(state),
  };
}

/** Stop stands where Run was, and takes its focus. */
function swap(element: DescentCell, isBusy: boolean): void {
  const { run, stop } = element.buttons;
  if (run.hidden === isBusy) return;
  const [going, coming] = isBusy ? [run, stop] : [stop, run];
  const focused = document.activeElement === going;
  coming.hidden = false;
  if (focused) coming.focus({ preventScroll: true });
  going.hidden = true;
}
