/** The place below the code. The views of outputs are fetched with the first run; what comes before waits for them. */
import type { CellError, CellState, InputValue, Output, Place, Points } from '../../kernel/protocol.ts';
import type { OutputView } from '../outputs/outputs.ts';

export interface PanelHost {
  enter(name: string, value: InputValue): void;
  go(place: Place): void;
}

export interface OutputPanel {
  /** Begins fetching what shows outputs. */
  load(): void;
  clear(): void;
  put(slot: number, output: Output): void;
  append(slot: number, points: Points): void;
  notice(text: string): void;
  error(error: CellError): void;
  /** Ends the run's outputs where the state is one that a run ends in. */
  state(state: CellState): void;
  /** Takes everything away, as if the cell had never run. */
  empty(): void;
  isEmpty(): boolean;
}

export function createOutputPanel(container: HTMLElement, host: PanelHost): OutputPanel {
  const reserved = !container.hidden;
  let create: (() => OutputView) | undefined;
  let view: OutputView | undefined;
  let loading: Promise<void> | undefined;
  let waiting: ((view: OutputView) => void)[] = [];
  let used = false;

  function load(): void {
    loading ??= import('../outputs/outputs.ts').then(
      ({ createOutputView }) => {
        create = () => {
          container.replaceChildren();
          return createOutputView(container, host);
        };
        const acts = waiting;
        waiting = [];
        for (const act of acts) whenLoaded(act);
      },
      () => {
        loading = undefined;
        container.textContent =
          'What shows results could not be fetched. Check the connection and press Run again.';
      },
    );
  }

  function show(act: (view: OutputView) => void): void {
    used = true;
    container.hidden = false;
    whenLoaded(act);
  }

  /** The view is made with the first thing to show: until then the place says what will stand there. */
  function whenLoaded(act: (view: OutputView) => void): void {
    if (create) {
      view ??= create();
      act(view);
    } else {
      waiting.push(act);
      load();
    }
  }

  return {
    load,
    clear: () => {
      if (used) whenLoaded((view) => view.clear());
    },
    put: (slot, output) => show((view) => view.put(slot, output)),
    append: (slot, points) => show((view) => view.append(slot, points)),
    notice: (text) => show((view) => view.notice(text)),
    error: (error) => show((view) => view.error(error, host.go)),
    state: (state) => {
      if (used && (state === 'done' || state === 'failed' || state === 'stopped'))
        whenLoaded((view) => view.finish());
    },
    empty: () => {
      used = false;
      container.hidden = !reserved;
      waiting = [];
      view?.clear();
      view?.finish();
      view = undefined;
      container.replaceChildren();
    },
    isEmpty: () => !used,
  };
}
