/** Shapes of data that figures in the plane share. Everything is bounded: it comes from a cell. */
import * as z from 'zod/mini';
import { limits, tone } from '../kernel/protocol.ts';

export const finite = z.number();
/** A step of a diverging path may be anything. */
const coordinate = z.custom<number>((value) => typeof value === 'number', 'must be a number');

export const range = z
  .tuple([finite, finite])
  .check(z.refine(([low, high]) => low < high, 'must be [smallest, largest]'));
export const label = z.string().check(z.maxLength(80));

export const path = z.strictObject({
  label,
  tone,
  points: z.array(z.tuple([coordinate, coordinate])).check(z.maxLength(5_000)),
});
export type Path = z.infer<typeof path>;

export const paths = z.array(path).check(z.maxLength(12));
export const numbers = z.array(coordinate).check(z.maxLength(limits.numbers));
