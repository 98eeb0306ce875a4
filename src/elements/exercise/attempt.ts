/** Checks, one at a time: the workers of one checker serve all exercises of the page, and start with the first wish. */
import type { CheckJob, CheckReport, Checker } from '../../kernel/check/check.ts';

export interface Attempt {
  /**
   * `null` where it was stopped, by the reader or for another exercise. Rejects with a sentence when the workers cannot
   * be had.
   */
  check(prepare: () => Promise<CheckJob>): Promise<CheckReport | null>;
  stop(): void;
  /** Makes the workers ready. */
  warm(): void;
}

let checker: Promise<Checker> | undefined;
/** Stops what is under way. */
let stopCurrent: (() => void) | undefined;

function open(): Promise<Checker> {
  checker ??= import('../../kernel/check/checker.ts').then(({ createChecker }) =>
    createChecker({ trust: 'own' }),
  );
  checker.catch(() => (checker = undefined));
  return checker;
}

export function createAttempt(): Attempt {
  let stop = (): void => undefined;
  return {
    async check(prepare) {
      stopCurrent?.();
      const state = { stopped: false };
      const isStopped = (): boolean => state.stopped;
      let ask = (): void => undefined;
      const own = (): void => {
        state.stopped = true;
        ask();
      };
      stop = own;
      stopCurrent = own;
      try {
        const [now, job] = await Promise.all([open(), prepare()]);
        if (isStopped()) return null;
        ask = () => now.stop();
        const report = await now.check(job);
        return isStopped() ? null : report;
      } finally {
        if (stopCurrent === own) stopCurrent = undefined;
      }
    },
    stop: () => stop(),
    warm: () =>
      void open().then(
        (now) => now.warm(),
        () => undefined,
      ),
  };
}
