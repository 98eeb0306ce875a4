import * as z from 'zod/mini';
import { tone } from '../kernel/protocol.ts';
import { functionSpec, toFunction } from './functions.ts';
import { finite, label, numbers, paths, range } from './plane-data.ts';

/** A function of one variable with what stands on it, as an author writes it. */
const written = z
  .strictObject({
    x: range,
    /** The function itself; `xs` and `ys` are computed from it. */
    f: z.optional(functionSpec),
    xs: z.optional(numbers),
    ys: z.optional(numbers),
    xLabel: z.optional(label),
    yLabel: z.optional(label),
    /** What the curve is called on its line, where there are several. */
    label: z.optional(label),
    /** More curves over the same `xs`. */
    curves: z.optional(z.array(z.strictObject({ label, tone, ys: numbers })).check(z.maxLength(6))),
    /** `moves`: the reader moves it; then its slope is computed. */
    tangent: z.optional(
      z.strictObject({ at: finite, slope: z.optional(finite), moves: z.optional(z.boolean()) }),
    ),
    secant: z.optional(z.strictObject({ from: finite, to: finite })),
    points: z.optional(
      z
        .array(z.strictObject({ x: finite, y: finite, label: z.optional(label), tone: z.optional(tone) }))
        .check(z.maxLength(200)),
    ),
    paths: z.optional(paths),
    /** Gradient descent on `f`; the reader chooses the learning rate between `rates`. */
    descent: z.optional(
      z.strictObject({
        start: finite,
        rate: finite.check(z.minimum(0)),
        rates: z.optional(range),
        steps: z.int().check(z.minimum(1), z.maximum(500)),
      }),
    ),
    /** Play and Step along the paths. */
    play: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ f, xs, ys }) => f !== undefined || (xs?.length === ys?.length && (xs?.length ?? 0) >= 2), {
      path: ['ys'],
      error: 'must be as many as xs, two at least',
    }),
    z.refine(
      ({ f, xs, curves = [] }) => curves.every(({ ys }) => ys.length === (xs?.length ?? (f ? places : 0))),
      {
        path: ['curves'],
        error: 'must have as many ys as there are xs',
      },
    ),
    z.refine(({ f, descent }) => descent === undefined || f !== undefined, {
      path: ['descent'],
      error: 'needs f, whose slope it follows',
    }),
  );

/** So many places of `f` are drawn. */
export const places = 201;

type Written = z.infer<typeof written>;

/** What is drawn: the curve in points, the tangent with its slope. */
export type CurveData = Omit<Written, 'xs' | 'ys' | 'tangent'> & {
  xs: number[];
  ys: number[];
  tangent?: { at: number; slope: number; moves?: boolean | undefined } | undefined;
};

const filled = (data: Written): CurveData => {
  const { f, x, tangent, ...rest } = data;
  const [low, high] = x;
  const even = () => Array.from({ length: places }, (_, i) => low + ((high - low) * i) / (places - 1));
  const xs = data.xs ?? even();
  const ys = f === undefined ? (data.ys ?? []) : xs.map((at) => toFunction(f).value(at));
  const whole = { ...rest, x, f, xs, ys };
  if (tangent === undefined) return { ...whole, tangent: undefined };
  const { at, moves = false } = tangent;
  return { ...whole, tangent: { at, moves, slope: tangent.slope ?? slopeAt(whole, at) } };
};

export const schema = z.pipe(written, z.transform(filled));

type Known = Pick<CurveData, 'xs' | 'ys' | 'f'>;

/** The function; where it is known by points alone, linear between them and NaN beyond. `xs` ascend. */
export function valueAt({ xs, ys, f }: Known, x: number): number {
  if (f !== undefined) return toFunction(f).value(x);
  const next = xs.findIndex((value) => value >= x);
  if (next < 0) return NaN;
  const [x1, y1] = [xs[next] ?? NaN, ys[next] ?? NaN];
  if (x1 === x || next === 0) return x1 === x ? y1 : NaN;
  const [x0, y0] = [xs[next - 1] ?? NaN, ys[next - 1] ?? NaN];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** The slope of the function; where it is known by points alone, the central difference over one of their distances. */
export function slopeAt(data: Known, x: number): number {
  if (data.f !== undefined) return toFunction(data.f).slope(x);
  const { xs } = data;
  const [first, last] = [xs[0] ?? NaN, xs.at(-1) ?? NaN];
  const half = (last - first) / Math.max(1, xs.length - 1);
  const [from, to] = [Math.max(first, x - half), Math.min(last, x + half)];
  return (valueAt(data, to) - valueAt(data, from)) / (to - from);
}

export function secantSlope(data: CurveData): number {
  if (data.secant === undefined) return NaN;
  const { from, to } = data.secant;
  return (valueAt(data, to) - valueAt(data, from)) / (to - from);
}
