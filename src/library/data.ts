/**
 * Data made in the page, for cells: `import { noisyLine } from 'descent/data'`. Every generator has its own seed,
 * so the same call gives the same numbers everywhere, whatever ran before.
 */
import { createRandom } from './random.ts';

export { blobs, moons, rings, spirals, type LabelledPoints, type PointsOptions } from './data/points.ts';
export type { LabelledImages } from './data/images.ts';
export { shapes, type ShapeName, type ShapesOptions } from './data/shapes.ts';
export { faces, type FaceName, type FacesOptions } from './data/faces.ts';
export { digits, type DigitsOptions } from './data/digits.ts';
export { toDigit } from './data/to-digit.ts';
export { sentences, wordsOf, type Grammar } from './data/sentences.ts';

/** Pairs of one input and one target: `x[i]` belongs to `y[i]`. Plain numbers, without units. */
export interface Pairs {
  x: number[];
  y: number[];
}

export interface NoisyLineOptions {
  /** How many points. */
  n: number;
  slope: number;
  intercept: number;
  /** Standard deviation of the normal noise added to y. */
  noise: number;
  seed: number;
  /** Smallest and largest x that may be drawn; [-1, 1] where it is missing. */
  domain?: [number, number];
}

/**
 * Points around a straight line: x uniform on `domain`, y = slope · x + intercept + N(0, noise²). Sorted by x.
 *
 * @returns `n` pairs, x and y each of shape [n].
 * @throws RangeError when `n` is not a whole number of at least 1, `noise` is negative or `domain` is empty.
 */
export function noisyLine(options: NoisyLineOptions): Pairs {
  const { n, slope, intercept, noise, seed, domain = [-1, 1] } = options;
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`n must be a whole number of at least 1, got ${n}`);
  if (!(noise >= 0)) throw new RangeError(`noise must be 0 or more, got ${noise}`);
  const [low, high] = domain;
  if (!(low < high)) throw new RangeError(`domain must run from low to high, got [${low}, ${high}]`);
  const random = createRandom(seed);
  const x = Array.from({ length: n }, () => low + (high - low) * random.uniform()).sort((a, b) => a - b);
  const y = x.map((value) => slope * value + intercept + noise * random.normal());
  return { x, y };
}

/** Numbers in a random order, as an epoch needs them: 0 … n − 1, each once (Fisher and Yates 1938, Durstenfeld 1964). */
export function shuffledIndices(n: number, seed: number): number[] {
  const random = createRandom(seed);
  const order = Array.from({ length: n }, (_, index) => index);
  for (let last = n - 1; last > 0; last--) {
    const pick = Math.floor(random.uniform() * (last + 1));
    const value = order[pick];
    const other = order[last];
    if (value === undefined || other === undefined) continue;
    order[last] = value;
    order[pick] = other;
  }
  return order;
}

/**
 * Evenly spaced numbers, ends included.
 *
 * @returns shape [n].
 * @throws RangeError when `n` is not a whole number of at least 2.
 */
export function spaced(from: number, to: number, n: number): number[] {
  if (!Number.isInteger(n) || n < 2) throw new RangeError(`n must be a whole number of at least 2, got ${n}`);
  return Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));
}

/**
 * A function of two variables at every crossing of a grid, as the figure `contour` takes it: one row for each y,
 * from the smallest up, and in it one number for each x.
 *
 * @returns shape [ys.length, xs.length].
 */
export function onGrid(
  f: (x: number, y: number) => number,
  xs: readonly number[],
  ys: readonly number[],
): number[][] {
  return ys.map((y) => xs.map((x) => f(x, y)));
}
