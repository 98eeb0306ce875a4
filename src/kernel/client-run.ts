import type { Collaborators } from './kernel-collaborators.ts';
import type { CellError, Reply } from './protocol.ts';

export type Ending = 'done' | 'failed' | 'stopped';

/** A run that the page asked for, as far as the page knows it. */
export interface Run {
  id: number;
  cell: string;
  running?: string;
  dropped: number;
  /** Runs until it is removed, once it was asked to stop. */
  timer?: unknown;
  /** The least milliseconds that somebody has given it. */
  patience?: number;
  /** Tells whoever waits. */
  end(ending: Ending): void;
  ended: Promise<Ending>;
}

export function createRun(id: number, cell: string): Run {
  let end!: (ending: Ending) => void;
  const ended = new Promise<Ending>((resolve) => (end = resolve));
  return { id, cell, dropped: 0, end, ended };
}

/** Milliseconds until a worker that does not stop is removed; in the middle of a batch it has longer. */
export const patience = { loop: 1_000, batch: 10_000 };

/** Leaves the run so many milliseconds from now on, in place of what it had. */
export function wait(run: Run, ms: number, clock: Collaborators['clock'], remove: () => void): void {
  if (run.timer !== undefined) clock.clearTimeout(run.timer as never);
  run.patience = ms;
  run.timer = clock.setTimeout(remove, ms);
}

/** What stands below a cell that had to be removed. */
export const clearedWords =
  'Stopped. The cell did not stop by itself, so the variables of all cells were cleared. The next Run brings back what it needs.';

/** What stands below a cell that put out more than its bounds. */
export function leftOut(count: number): string {
  const outputs = count === 1 ? 'line or output was' : 'lines or outputs were';
  return `${count.toLocaleString('en')} more ${outputs} left out.`;
}

/** What is told with the end of a cell, as far as it is known. */
export interface Ended {
  error?: CellError;
  ms?: number;
  tensors?: number;
}

export const endedOf = ({ error, ms, tensors }: Extract<Reply, { type: 'ended' }>): Ended => ({
  ...(error && { error }),
  ms,
  tensors,
});
