import { providers, type Dependencies } from './plan.ts';

/** What a cell's results follow from, at the time it ran. */
interface Record {
  text: string;
  /** Inputs it asked for, and what stood there. */
  inputs: ReadonlyMap<string, unknown>;
  /** For each cell that it needed, which of its runs. */
  needed: ReadonlyMap<string, number>;
  usable: boolean;
}

/** Which cells have run, and whether their results still follow from the texts and inputs as they stand. */
export interface Ledger {
  /** A run of the cell begins with this text. */
  begin(cell: string): void;
  /** `usable`: what it defines is there, though it may have been stopped. */
  end(cell: string, outcome: { usable: boolean; inputs: ReadonlyMap<string, unknown> }): void;
  forget(cell: string): void;
  /** Nothing that ran counts any more. */
  spoil(): void;
  isFresh(cell: string): boolean;
  /** Cells that ran and whose results no longer follow. Page order. */
  stale(): string[];
}

interface Lesson {
  cells(): readonly (Dependencies & { readonly source: string; readonly fixed: boolean })[];
  /** What stands in an input; `undefined` before the reader touches it. */
  entered(cell: string, name: string): unknown;
}

export function createLedger(lesson: Lesson): Ledger {
  const records = new Map<string, Record>();
  const counts = new Map<string, number>();
  const runOf = (cell: string): number => counts.get(cell) ?? 0;
  const find = (cell: string) => lesson.cells().find(({ id }) => id === cell);

  function isFresh(cell: string, above: readonly string[] = []): boolean {
    const record = records.get(cell);
    const now = find(cell);
    if (record === undefined || now === undefined || !record.usable || record.text !== now.source)
      return false;
    for (const [name, value] of record.inputs) if (lesson.entered(cell, name) !== value) return false;
    return providers(cell, lesson.cells()).every(
      (id) => above.includes(id) || (record.needed.get(id) === runOf(id) && isFresh(id, [...above, cell])),
    );
  }

  return {
    begin(cell) {
      // The same functions again: what was worked out with them still follows.
      if (!(find(cell)?.fixed === true && isFresh(cell))) counts.set(cell, runOf(cell) + 1);
      const needed = new Map(providers(cell, lesson.cells()).map((id) => [id, runOf(id)]));
      const text = find(cell)?.source ?? '';
      records.set(cell, { text, inputs: new Map(), needed, usable: false });
    },
    end(cell, { usable, inputs }) {
      const record = records.get(cell);
      if (record !== undefined) records.set(cell, { ...record, usable, inputs });
    },
    forget: (cell) => {
      records.delete(cell);
      counts.set(cell, runOf(cell) + 1);
    },
    spoil() {
      for (const [cell, record] of records) records.set(cell, { ...record, text: `${record.text}\0` });
    },
    isFresh: (cell) => isFresh(cell),
    stale: () =>
      lesson
        .cells()
        .map(({ id }) => id)
        .filter((id) => records.get(id)?.usable === true && !isFresh(id)),
  };
}
