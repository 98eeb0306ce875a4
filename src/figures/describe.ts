import { extent, formatNumber } from './numbers.ts';

/** A curve in words: "loss falls from 2.3 at step 1 to 0.12 at step 50, lowest 0.11 at step 45". */
export function describeCurve(
  name: string,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  xLabel = 'x',
): string {
  const at = finiteIndices(x, y);
  const first = at[0];
  const last = at.at(-1);
  if (first === undefined || last === undefined) return `${name} has no finite point`;
  const point = (i: number) => `${formatNumber(num(y, i))} at ${xLabel} ${formatNumber(num(x, i))}`;
  if (first === last) return `${name} is ${point(first)}`;
  const trend = trendOf(at.map((i) => num(y, i)));
  const lowest = at.reduce((a, b) => (num(y, b) < num(y, a) ? b : a));
  const highest = at.reduce((a, b) => (num(y, b) > num(y, a) ? b : a));
  const extremes = [];
  if (lowest !== first && lowest !== last) extremes.push(`lowest ${point(lowest)}`);
  if (highest !== first && highest !== last) extremes.push(`highest ${point(highest)}`);
  return [`${name} ${trend} from ${point(first)} to ${point(last)}`, ...extremes].join(', ');
}

function num(list: ArrayLike<number>, i: number): number {
  return list[i] ?? NaN;
}

function finiteIndices(x: ArrayLike<number>, y: ArrayLike<number>): number[] {
  const indices = [];
  for (let i = 0; i < Math.min(x.length, y.length); i++)
    if (Number.isFinite(x[i]) && Number.isFinite(y[i])) indices.push(i);
  return indices;
}

/** Against the curve's own range, so that "falls" means what one sees. */
export function trendOf(values: readonly number[]): 'falls' | 'rises' | 'stays level' | 'goes' {
  const range = extent(values);
  if (range === null || range[0] === range[1]) return 'stays level';
  const change = ((values.at(-1) ?? 0) - (values[0] ?? 0)) / (range[1] - range[0]);
  if (change <= -0.3) return 'falls';
  return change >= 0.3 ? 'rises' : 'goes';
}

/** First letter large where it begins a word (a `w` or an `η` stays as it is), a full stop at the end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const start = /^[a-z]{2}/.test(trimmed) ? trimmed.charAt(0).toUpperCase() : trimmed.charAt(0);
  return start + trimmed.slice(1) + (/[.!?]$/.test(trimmed) ? '' : '.');
}
