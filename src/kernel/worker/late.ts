import type { CellError } from '../protocol.ts';
import { natives } from './realm.ts';
import { isStopped } from './stop.ts';

interface LateHost {
  /** The cell that code outside any known script is taken to belong to. */
  running(): string | null;
  report(cell: string | null, error: CellError): void;
  toError(thrown: unknown): CellError;
}

/** Reports errors that no cell waits for: in timers, and promises that nobody awaits. At most so many a second. */
export function listenForLateErrors({ running, report, toError }: LateHost): void {
  const atMost = 20;
  let second = 0;
  let count = 0;

  function tell(thrown: unknown): void {
    if (isStopped(thrown)) return;
    const now = Math.floor(natives.now() / 1_000);
    if (now !== second) [second, count] = [now, 0];
    if (++count > atMost) return;
    const error = toError(thrown);
    report(error.places[0]?.cell ?? running(), error);
  }

  natives.addEventListener('error', (event) => {
    event.preventDefault();
    tell(event.error);
  });
  natives.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    tell(event.reason);
  });
}
