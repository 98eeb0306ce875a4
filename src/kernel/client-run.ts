import type { CellError, Reply } from './protocol.ts';

export type Ending = 'done' | 'failed' | 'stopped';

/** A run that the page asked for, as far as the page knows it. */
export interface Run {
  id: number;
  cell: string;
  running?: string;
  dropped: number;
  timer?: unknown;
  /** Tells whoever waits. */
  end(ending: Ending): void;
  ended: Promise<Ending>;
}

export function createRun(id: number, cell: string): Run {
  let end!: (ending: Ending) => void;
  const ended = new Promise<Ending>((resolve) => (end = resolve));
  return { id, cell, dropped: 0, end, ended };
}

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
