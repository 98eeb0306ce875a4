/**
 * What a reader expects of a cell, and what the cell gave: read from stored progress and from the kernel, both
 * untrusted, into bounded values. Logic alone: no page.
 */
import type { Plain } from '../kernel/plain.ts';

export type Range = readonly [low: number, high: number];
export type Pair = readonly [x: number, y: number];

/** A value read, or why it cannot be used, as the end of the sentence "The value …". */
export type Reading<T> = { ok: true; value: T } | { ok: false; fault: string };

/** Points of a curve that are compared and drawn, at most. */
const mostPoints = 5_000;

const given = <T>(value: T): Reading<T> => ({ ok: true, value });
const refused = (fault: string): Reading<never> => ({ ok: false, fault });

export const readNumber = (value: Plain): Reading<number> =>
  typeof value === 'number' ? given(value) : refused(`is ${kindOf(value)}, not a number`);

/** One of the choices, whatever its letters' case. */
export function readPick(value: Plain, choices: readonly string[]): Reading<string> {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return refused(`is ${kindOf(value)}, not one of the choices`);
  const text = String(value).trim().toLowerCase();
  const found = choices.find((choice) => choice.toLowerCase() === text);
  return found === undefined
    ? refused(`is “${String(value).slice(0, 80)}”, which is none of the choices`)
    : given(found);
}

export function readPoint(value: Plain): Reading<Pair> {
  const [x, y] = Array.isArray(value) ? value : isRecord(value) ? [value['x'], value['y']] : [];
  if (typeof x !== 'number' || typeof y !== 'number')
    return refused(`is ${kindOf(value)}, not a point [x, y]`);
  return Number.isFinite(x) && Number.isFinite(y) ? given([x, y]) : refused('has no place in the plane');
}

/**
 * A curve as pairs in order of x: from numbers at equal distances over `range`, from pairs [x, y], or from
 * { x: number[], y: number[] }. Of a curve with very many points every n-th is kept, and the last.
 */
export function readCurve(value: Plain, range: Range): Reading<Pair[]> {
  const pairs = pairsOf(value, range);
  if (pairs === null) return refused(`is ${kindOf(value)}, not a list of numbers or of points [x, y]`);
  if (!pairs.some(([x, y]) => Number.isFinite(x) && Number.isFinite(y)))
    return refused('has no finite number in it');
  const every = Math.ceil(pairs.length / mostPoints);
  const kept = pairs.filter((_, i) => i % every === 0 || i === pairs.length - 1);
  return given(kept.filter(([x]) => Number.isFinite(x)).sort(([a], [b]) => a - b));
}

function pairsOf(value: Plain, range: Range): Pair[] | null {
  if (Array.isArray(value)) return value.every(isList) ? fromPairs(value) : fromHeights(value, range);
  if (!isRecord(value)) return null;
  const { x, y } = value;
  if (!isNumbers(x) || !isNumbers(y) || x.length !== y.length) return null;
  return x.map((each, i): Pair => [each, y[i] ?? NaN]);
}

function fromPairs(list: Plain[][]): Pair[] | null {
  const pairs = list.map((each): Pair | null => {
    const [x, y] = each;
    return each.length === 2 && typeof x === 'number' && typeof y === 'number' ? [x, y] : null;
  });
  return pairs.every((pair) => pair !== null) ? pairs : null;
}

function fromHeights(list: Plain[], [low, high]: Range): Pair[] | null {
  if (!isNumbers(list)) return null;
  const step = list.length > 1 ? (high - low) / (list.length - 1) : 0;
  return list.map((y, i): Pair => [low + i * step, y]);
}

const isList = (value: Plain): value is Plain[] => Array.isArray(value);

const isRecord = (value: Plain): value is { [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumbers = (value: Plain | undefined): value is number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');

function kindOf(value: Plain): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'an object';
  return { string: 'a text', number: 'a number', boolean: 'true or false' }[typeof value as 'string'];
}
