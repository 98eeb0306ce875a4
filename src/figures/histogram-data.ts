import * as z from 'zod/mini';
import { finite, label, numbers, range } from './plane-data.ts';
import { mostClasses } from './symbols.ts';

/** Numbers counted in bins of equal width, in groups that share the bins. */
export const schema = z.strictObject({
  groups: z.array(z.strictObject({ label, values: numbers })).check(z.minLength(1), z.maxLength(mostClasses)),
  /** How many bins, about: their edges are round numbers. */
  bins: z.optional(z.int().check(z.minimum(2), z.maximum(100))),
  /** What is shown; numbers beyond it are counted beside the picture. */
  x: z.optional(range),
  xLabel: z.optional(label),
  /** Over each other, or each below the other. */
  layout: z.optional(z.enum(['overlaid', 'separate'])),
  /** Where the reader's line stands at first. */
  threshold: z.optional(finite),
});
export type HistogramData = z.infer<typeof schema>;

export interface Bins {
  /** Ascending; one more than there are bins. */
  edges: number[];
  /** For each group, how many of its numbers lie in each bin. */
  counts: number[][];
  /** Numbers beyond `x`. */
  beyond: number;
  /** NaN and the infinities. */
  notFinite: number;
}
