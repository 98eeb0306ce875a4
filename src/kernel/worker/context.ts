import type { CellRun } from './cell-run.ts';

/** Which run of a cell the code under way belongs to: that of the timer it runs in, else the last cell begun. */
export interface Context {
  current(): CellRun | undefined;
  /** A cell begins. */
  enter(run: CellRun): void;
  as(run: CellRun, callback: () => unknown): unknown;
}

export function createContext(): Context {
  let running: CellRun | undefined;
  let timer: CellRun | undefined;
  return {
    current: () => timer ?? running,
    enter(run) {
      running = run;
    },
    as(run, callback) {
      const before = timer;
      timer = run;
      try {
        return callback();
      } finally {
        timer = before;
      }
    },
  };
}
