/** A curve that a reader draws: heights at equal distances, some of them not drawn yet. Rules, no view. */
import type { Plain } from '../kernel/plain.ts';
import type { Pair, Range } from './prediction.ts';

/** `null` where nothing is drawn. */
export type Sketch = readonly (number | null)[];

/** A handle at every fourth sample, for hands that use keys: nine of them. */
export const handleGap = 4;
export const handleCount = 9;
export const sampleCount = (handleCount - 1) * handleGap + 1;

export const emptySketch: Sketch = Array.from({ length: sampleCount }, () => null);

/** Where a sample lies between the ends of the axis. */
export const sampleAt = (index: number, [low, high]: Range): number =>
  low + ((high - low) * index) / (sampleCount - 1);

/** The sample next to a place on the axis. */
export const nearestSample = (x: number, [low, high]: Range): number =>
  clamp(Math.round(((x - low) / (high - low)) * (sampleCount - 1)), 0, sampleCount - 1);

/** A stroke from one sample to another; those between are on a straight line. */
export function stroke(sketch: Sketch, from: Pair, to: Pair): Sketch {
  const [first, last] = from[0] <= to[0] ? [from, to] : [to, from];
  return sketch.map((y, i) => {
    if (i < first[0] || i > last[0]) return y;
    if (i === to[0]) return to[1];
    return first[1] + ((last[1] - first[1]) * (i - first[0])) / Math.max(1, last[0] - first[0]);
  });
}

/** Puts a handle at a height; the curve goes straight from it to the handles beside it that are drawn. */
export function withHandle(sketch: Sketch, handle: number, y: number): Sketch {
  const at = handle * handleGap;
  return [at - handleGap, at + handleGap].reduce<Sketch>(
    (drawn, other) => {
      const there = drawn[other];
      return there === null || there === undefined ? drawn : stroke(drawn, [other, there], [at, y]);
    },
    sketch.map((old, i) => (i === at ? y : old)),
  );
}

/** What a handle begins with: its own height, else that of the nearest one drawn, else the middle. */
export function heightAt(sketch: Sketch, handle: number, [low, high]: Range): number {
  const at = handle * handleGap;
  const drawn = sketch.flatMap((y, i) => (y === null ? [] : [{ y, far: Math.abs(i - at) }]));
  return drawn.sort((a, b) => a.far - b.far)[0]?.y ?? (low + high) / 2;
}

/** The whole curve: gaps are bridged, ends go on level. `null` where nothing is drawn. */
export function whole(sketch: Sketch): number[] | null {
  const known = sketch.flatMap((y, i) => (y === null ? [] : [[i, y] as const]));
  if (known.length === 0) return null;
  return sketch.map((_, i) => round(heightOn(known, i)));
}

/** The height of a curve, given by pairs in order of x, at a place; level beyond its ends. */
export function heightOn(pairs: readonly Pair[], x: number): number {
  const after = pairs.findIndex(([at]) => at >= x);
  const [right, left] = [pairs[after], pairs[after - 1]];
  if (right === undefined) return pairs.at(-1)?.[1] ?? NaN;
  if (left === undefined) return right[1];
  return left[1] + ((right[1] - left[1]) * (x - left[0])) / (right[0] - left[0]);
}

/** A curve that was kept: as many numbers as there are samples, all within the axis. */
export function readSketch(answer: Plain | undefined, [low, high]: Range): number[] | null {
  if (!Array.isArray(answer) || answer.length !== sampleCount) return null;
  const heights = answer.filter((y) => typeof y === 'number' && Number.isFinite(y)) as number[];
  return heights.length === sampleCount ? heights.map((y) => clamp(y, low, high)) : null;
}

export interface Gap {
  x: number;
  /** The run less the guess; NaN where the run has no number. */
  by: number;
}

/** How far the run is from the guess at every sample within the run's own length. */
export function gaps(guess: readonly number[], real: readonly Pair[], range: Range): Gap[] {
  const [first, last] = [real[0]?.[0] ?? NaN, real.at(-1)?.[0] ?? NaN];
  return guess
    .map((y, i) => ({ x: sampleAt(i, range), y }))
    .filter(({ x }) => x >= first - 1e-9 && x <= last + 1e-9)
    .map(({ x, y }) => ({ x, by: heightOn(real, x) - y }));
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Four digits are enough for a hand. */
const round = (value: number): number => Number(value.toPrecision(4));
