/**
 * The kernel as the page sees it. `client.ts` makes one over a frame; tests make one over a plain worker.
 * It holds the lesson's texts, inputs and states of cells; it knows nothing of elements.
 */
import type {
  BackendName,
  CellError,
  CellState,
  CompiledCell,
  InputValue,
  Points,
  Output,
} from './protocol.ts';
import type { Plain } from './plain.ts';

export interface Kernel {
  /**
   * Runs a cell after whatever it needs. A run that is under way is stopped first. Resolves when the run has ended.
   *
   * @param patient leaves a run that is under way ten seconds to stop before it is removed, and with it all that cells
   *   have computed: for runs that nobody asked for by name, as when an input is moved
   */
  run(cell: string, patient?: boolean): Promise<'done' | 'failed' | 'stopped'>;
  /** Asks the run to stop; removes the worker when it has not within a second. */
  stop(): Promise<void>;
  /** The reader's text of a cell; `null` is the lesson's own. */
  edit(cell: string, source: string | null): void;
  /** What the reader entered. Marks stale what depends on it. */
  enter(cell: string, name: string, value: InputValue): void;
  /** The cell is as if it had never run, and nothing had been entered in it. */
  forget(cell: string): void;
  /** A new seed for `Math.random`. */
  reseed(seed: number): void;
  /** A back end by name, or `null` to let the page choose; takes effect with a new kernel at the next run. */
  choose(backend: BackendName | null): void;
  /** Fetches what a first run needs without starting anything; called on the first sign of intent. */
  warm(): void;
  state(cell: string): CellState;
  /** Times a few steps on the back end in use while nothing runs. Milliseconds; `null` where no kernel lives or it is busy. */
  probe(): Promise<{ backend: BackendName; ms: number } | null>;
  /**
   * The value of a variable of the lesson's scope, or of a part of it: `losses[3].value`. Waits for the end of a run that
   * is under way. Rejects with a sentence where no kernel lives, or where there is no such value or it is no plain data.
   */
  read(path: string): Promise<Plain>;
  subscribe(listener: (event: KernelEvent) => void): () => void;
  dispose(): void;
}

export type KernelEvent =
  | { type: 'cell'; cell: string; state: CellState; ms?: number; tensors?: number; error?: CellError }
  /** A run of this cell begins: its outputs are emptied (the view keeps the last series to compare). */
  | { type: 'clear'; cell: string }
  | { type: 'output'; cell: string; slot: number; output: Output }
  | { type: 'append'; cell: string; slot: number; points: Points }
  /** Text the kernel itself puts below a cell: what Stop lost, what a bound left out. */
  | { type: 'notice'; cell: string; text: string }
  /** An error in a callback after its cell had ended. */
  | { type: 'late'; cell: string | null; error: CellError }
  | { type: 'backend'; backend: BackendName | null; refused: { backend: BackendName; reason: string }[] }
  /** The kernel is gone: all cells but the one named are idle again, and why. */
  | { type: 'gone'; reason: string };

/** What a kernel is made from. Making one fetches nothing and makes no frame; `warm` fetches, `run` starts. */
export interface KernelOptions {
  lesson: string;
  seed: number;
  /**
   * The lesson's own cells in page order, as built; `compiled` is `null` where the text is for the reader to put right.
   * What the reader changed comes by `edit`.
   */
  cells: readonly { id: string; title: string; source: string; compiled: CompiledCell | null }[];
  /** The reader's choice, from `?backend=` or kept; `null` lets the page choose. */
  backend: BackendName | null;
  /** Milliseconds that probes of earlier visits measured, where they still hold. */
  probes: Partial<Record<BackendName, number>>;
}
