import * as z from 'zod/mini';
import { tone } from '../kernel/protocol.ts';
import { finite, label, numbers, paths, range } from './plane-data.ts';

/** A function of one variable with what stands on it. */
export const schema = z
  .strictObject({
    x: range,
    xs: numbers,
    ys: numbers,
    xLabel: z.optional(label),
    yLabel: z.optional(label),
    tangent: z.optional(z.strictObject({ at: finite, slope: finite })),
    secant: z.optional(z.strictObject({ from: finite, to: finite })),
    points: z.optional(
      z
        .array(z.strictObject({ x: finite, y: finite, label: z.optional(label), tone: z.optional(tone) }))
        .check(z.maxLength(200)),
    ),
    paths: z.optional(paths),
  })
  .check(
    z.refine(({ xs, ys }) => xs.length === ys.length && xs.length >= 2, {
      path: ['ys'],
      error: 'must be as many as xs, two at least',
    }),
  );
export type CurveData = z.infer<typeof schema>;

/** The function between its points, linear; NaN beyond them. `xs` ascend. */
export function valueAt({ xs, ys }: Pick<CurveData, 'xs' | 'ys'>, x: number): number {
  const next = xs.findIndex((value) => value >= x);
  if (next < 0) return NaN;
  const [x1, y1] = [xs[next] ?? NaN, ys[next] ?? NaN];
  if (x1 === x || next === 0) return x1 === x ? y1 : NaN;
  const [x0, y0] = [xs[next - 1] ?? NaN, ys[next - 1] ?? NaN];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

export function secantSlope(data: CurveData): number {
  if (data.secant === undefined) return NaN;
  const { from, to } = data.secant;
  return (valueAt(data, to) - valueAt(data, from)) / (to - from);
}
