/** What the bar of a cell says, in words. */
import type { CellState, OutputOf } from '../../kernel/protocol.ts';

export interface StatusFacts {
  state: Exclude<CellState, 'idle'>;
  /** Milliseconds that the run took. */
  ms?: number | undefined;
  progress?: OutputOf<'progress'> | undefined;
  /** Title of the cell that runs first. */
  waitsFor?: string | undefined;
}

export function statusWords({ state, ms, progress, waitsFor }: StatusFacts): string {
  switch (state) {
    case 'queued':
      return waitsFor ? `waits for “${waitsFor}”` : 'waits';
    case 'starting':
      return 'starting…';
    case 'running':
      return progress && !progress.ended ? progressWords(progress) : 'running…';
    case 'done':
      return ms === undefined ? 'done' : `done in ${duration(ms)}`;
    case 'failed':
      return 'failed';
    case 'stopped':
      return progress ? `stopped at ${progressWords(progress)}` : 'stopped';
    case 'stale':
      return 'out of date: run again';
  }
}

/** A label that names what is counted stands before the number; any other is the heading of the bar. */
const progressWords = ({ label, step, steps }: OutputOf<'progress'>): string =>
  `${/^(epoch|step|batch|episode|iteration|game)$/.test(label) ? label : 'step'} ${step} of ${steps}`;

export function duration(ms: number): string {
  if (ms < 95) return `${Math.max(1, Math.round(ms))} ms`;
  const seconds = ms / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}
