import { sentence } from './describe.ts';
import { binsOf, sidesOf } from './histogram-bins.ts';
import type { HistogramData } from './histogram-data.ts';
import { counted, extent, formatNumber } from './numbers.ts';
import { roomOf, type Room } from './room.ts';
import type { TableData } from './table-toggle.ts';

/** The figure in words. */
export function summarise(data: HistogramData): string {
  const { beyond, notFinite } = binsOf(data);
  const left = [
    ...(beyond > 0 ? [`${counted(beyond, 'number')} beyond the picture`] : []),
    ...(notFinite > 0 ? [`${counted(notFinite, 'number')} not finite`] : []),
  ];
  return [...data.groups.map((group) => sentence(describeGroup(group))), ...left.map(sentence)].join(' ');
}

function describeGroup({ label, values }: HistogramData['groups'][number]): string {
  const finite = values.filter(Number.isFinite);
  const range = extent(finite);
  if (range === null) return `${label}: no numbers`;
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  const [low, high] = range.map((value) => formatNumber(value, 3));
  if (finite.length === 1) return `${label}: 1 number, ${low ?? ''}`;
  return `${label}: ${counted(finite.length, 'number')} from ${low ?? ''} to ${high ?? ''}, mean ${formatNumber(mean, 3)}`;
}

/** The counts on each side of the reader's line. */
export const reading = (data: HistogramData): string =>
  data.threshold === undefined ? '' : describeSides(data, data.threshold);

/** "Below 0.5: sick 3, well 40. At or above it: sick 17, well 10." */
export function describeSides(data: HistogramData, threshold: number): string {
  const sides = sidesOf(data, threshold);
  const list = (side: 'below' | 'above') =>
    data.groups.map(({ label }, i) => `${label} ${formatNumber(sides[i]?.[side] ?? 0)}`).join(', ');
  return `Below ${formatNumber(threshold, 3)}: ${list('below')}. At or above it: ${list('above')}.`;
}

export function table(data: HistogramData): TableData {
  const { edges, counts } = binsOf(data);
  const { xLabel = 'value' } = data;
  const rows = edges
    .slice(0, -1)
    .map((edge, i) => [
      formatNumber(edge),
      formatNumber(edges[i + 1] ?? NaN),
      ...counts.map((row) => formatNumber(row[i] ?? 0)),
    ]);
  const columns = [`${xLabel} from`, 'to', ...data.groups.map(({ label }) => label)];
  return { caption: `How many, by ${xLabel}`, columns, rows };
}

/** Pixels: of one picture, and of each of several below each other. */
export const heights = { overlaid: 270, separate: 120, frame: 62 } as const;

export function heightOf({ layout, groups }: HistogramData): number {
  return layout === 'separate' ? heights.frame + heights.separate * groups.length : heights.overlaid;
}

export const room = (data: HistogramData): Room => roomOf(heightOf(data));
