import type { Points } from '../../kernel/protocol.ts';
import { extent } from '../../figures/numbers.ts';

/** The curves of one run as numbers: what was appended, and nothing about pictures. */
export interface RunRecord {
  /** What distinguishes the run ("η 0.1"). */
  run: string | undefined;
  names: readonly string[];
  x: number[];
  ys: number[][];
}

export function createRecord(names: readonly string[], run: string | undefined): RunRecord {
  return { run, names, x: [], ys: names.map(() => []) };
}

export function appendPoints(record: RunRecord, { x, ys }: Points): void {
  for (const value of x) record.x.push(value);
  record.ys.forEach((list, k) => {
    for (let i = 0; i < x.length; i++) list.push(ys[k]?.[i] ?? NaN);
  });
}

export type Fate =
  | { kind: 'whole' }
  /** From this x on there is no number. */
  | { kind: 'not a number'; at: number }
  /** From this x on it is beyond the picture. */
  | { kind: 'left'; at: number };

/** A curve explodes when it ends a thousand times higher than it began. */
const explosion = 1_000;
/** An exploding curve is drawn up to this multiple of its start. */
const room = 10;

/** The height up to which a curve is worth drawing, or Infinity: an explosion would flatten everything else. */
export function ceilingOf(y: readonly number[], log: boolean): number {
  const first = y.find((value) => Number.isFinite(value) && value !== 0);
  if (first === undefined || log) return Infinity;
  const last = y.findLast((value) => !Number.isNaN(value)) ?? first;
  const infinite = y.some((value) => value === Infinity || value === -Infinity);
  const start = Math.abs(first);
  return infinite || Math.abs(last) > explosion * start ? room * start : Infinity;
}

export function fateOf(x: readonly number[], y: readonly number[], ceiling: number): Fate {
  for (let i = 0; i < y.length; i++) {
    const value = y[i] ?? NaN;
    if (Number.isNaN(value)) {
      if (y.slice(i).every((rest) => !Number.isFinite(rest)))
        return { kind: 'not a number', at: x[i] ?? NaN };
    } else if (Math.abs(value) > ceiling || !Number.isFinite(value)) return { kind: 'left', at: x[i] ?? NaN };
  }
  return { kind: 'whole' };
}

/** What all these runs need of the axes; `null` where nothing can be drawn yet. */
export function domains(
  records: readonly RunRecord[],
  log: boolean,
): { x: readonly [number, number]; y: readonly [number, number]; ceiling: number } | null {
  const x = extent(records.flatMap((record) => extent(record.x) ?? []));
  const curves = records.flatMap((record) => record.ys);
  const ceilings = curves.map((y) => ceilingOf(y, log));
  const calm = curves.filter((_, i) => ceilings[i] === Infinity);
  const finite = ceilings.filter((ceiling) => ceiling !== Infinity);
  const highestCalm = Math.max(0, ...calm.flatMap((y) => extent(y) ?? []).map(Math.abs));
  const ceiling = finite.length === 0 ? Infinity : Math.max(highestCalm, ...finite);
  const y = extent(
    curves.flatMap((list) => extent(list.filter((v) => Math.abs(v) <= ceiling && (!log || v > 0))) ?? []),
  );
  return x === null || y === null ? null : { x, y, ceiling };
}
