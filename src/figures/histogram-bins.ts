import type { Bins, HistogramData } from './histogram-data.ts';
import { extent } from './numbers.ts';
import { createScale } from './scale.ts';

/** Bins with round edges; a number on an edge belongs to the bin above it, the last edge to the last bin. */
export function binsOf({ groups, bins, x }: HistogramData): Bins {
  const all = groups.flatMap(({ values }) => values);
  const finite = all.filter(Number.isFinite);
  const domain = x ?? extent(finite) ?? [0, 1];
  const edges = edgesOf(domain, bins ?? Math.min(40, Math.max(5, Math.ceil(Math.sqrt(finite.length)))), x);
  const [low, high] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  // Edges are rounded: without a domain of the author's, none of the numbers is beyond them.
  const within = (value: number) =>
    Number.isFinite(value) && (x === undefined || (value >= low && value <= high));
  const counts = groups.map(({ values }) => {
    const row = new Array<number>(edges.length - 1).fill(0);
    for (const value of values.filter(within)) {
      const bin = binOf(value, edges);
      row[bin] = (row[bin] ?? 0) + 1;
    }
    return row;
  });
  return {
    edges,
    counts,
    beyond: finite.filter((value) => !within(value)).length,
    notFinite: all.length - finite.length,
  };
}

/** Round numbers around the domain; a domain that was given keeps its ends. */
function edgesOf(domain: readonly [number, number], count: number, given: unknown): number[] {
  const scale = createScale(domain, [0, 1]);
  const [low, high] = scale.domain;
  const ticks = scale.ticks(count);
  const step = ticks.length > 1 ? (ticks[1] ?? 0) - (ticks[0] ?? 0) : (high - low) / count;
  const round = (value: number) => Number(value.toPrecision(12));
  const slack = step * 1e-6;
  const below =
    ticks[0] === undefined || ticks[0] > low + slack
      ? [given ? low : round((ticks[0] ?? low + step) - step)]
      : [];
  const last = ticks.at(-1) ?? low;
  const above = last < high - slack ? [given ? high : round(last + step)] : [];
  // Numbers closer together than twelve digits tell share an edge.
  const edges = [...new Set([...below, ...ticks, ...above])];
  return edges.length > 1 ? edges : [low, high];
}

function binOf(value: number, edges: readonly number[]): number {
  const above = edges.findIndex((edge) => edge > value);
  return above < 0 ? edges.length - 2 : Math.max(0, above - 1);
}

/** For each group, how many finite numbers lie below the line and how many at it or above. */
export function sidesOf({ groups }: HistogramData, threshold: number): { below: number; above: number }[] {
  return groups.map(({ values }) => {
    const finite = values.filter(Number.isFinite);
    const below = finite.filter((value) => value < threshold).length;
    return { below, above: finite.length - below };
  });
}
