import type { CellState } from './protocol.ts';

/** States of a lesson's cells: what became of their last run, and whether it still holds. */
export interface CellStates {
  get(cell: string): CellState;
  /** Sets what became of it, or is becoming. */
  set(cell: string, state: Exclude<CellState, 'stale'>): void;
  /** A planned run did not come to this cell: it is as it was before. */
  restore(): void;
  /** The whole list of cells whose results no longer follow. */
  setStale(cells: readonly string[]): void;
  /** All are as if they had never run, but the one named. */
  reset(except?: string): void;
}

const passing: readonly CellState[] = ['queued', 'starting', 'running'];

/** `changed` is called for a cell whose state is another than before. */
export function createCellStates(changed: (cell: string, state: CellState) => void): CellStates {
  const states = new Map<string, CellState>();
  const before = new Map<string, CellState>();
  let stale = new Set<string>();

  const get = (cell: string): CellState => {
    const state = states.get(cell) ?? 'idle';
    return stale.has(cell) && (state === 'done' || state === 'stopped') ? 'stale' : state;
  };

  function watching(cells: Iterable<string>, change: () => void): void {
    const old = [...cells].map((cell) => [cell, get(cell)] as const);
    change();
    for (const [cell, state] of old) if (get(cell) !== state) changed(cell, get(cell));
  }

  return {
    get,
    set(cell, state) {
      const now = states.get(cell) ?? 'idle';
      if (!passing.includes(now)) before.set(cell, now);
      watching([cell], () => states.set(cell, state));
    },
    restore() {
      for (const [cell, state] of [...states])
        if (state === 'queued' || state === 'starting')
          watching([cell], () => states.set(cell, before.get(cell) ?? 'idle'));
    },
    setStale(cells) {
      watching(new Set([...stale, ...cells]), () => {
        stale = new Set(cells);
      });
    },
    reset(except) {
      const others = [...states.keys()].filter((cell) => cell !== except);
      watching(states.keys(), () => {
        stale = new Set();
        for (const cell of others) states.set(cell, 'idle');
      });
    },
  };
}
