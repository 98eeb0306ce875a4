import * as z from 'zod/mini';
import { limits } from '../kernel/protocol.ts';
import { finite, label, numbers, path, range } from './plane-data.ts';

/** A walker's path; with `heights`, its own heights are told, rather than those that the grid gives. */
const walk = z.extend(path, { heights: z.optional(numbers) }).check(
  z.refine(({ points, heights }) => heights === undefined || heights.length === points.length, {
    path: ['heights'],
    error: 'must be as many as there are points',
  }),
);
export type Walk = z.infer<typeof walk>;

/** A function of two variables on a grid, and paths on it. */
export const schema = z
  .strictObject({
    x: range,
    y: range,
    /** Rows from the smallest y upwards, each from the smallest x. */
    values: z.array(numbers).check(z.minLength(2), z.maxLength(512)),
    xLabel: z.optional(label),
    yLabel: z.optional(label),
    paths: z.array(walk).check(z.maxLength(12)),
    /** How far the first walker sees, in units of x. */
    fog: z.optional(finite.check(z.positive())),
    /** The step to show; without it the reader plays. */
    frame: z.optional(z.int().check(z.minimum(0))),
    /** Says below the picture how high each walker stands at the step that is shown. */
    race: z.optional(z.boolean()),
    /** Contour lines at powers, for functions with steep walls. */
    log: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ values }) => isGrid(values), {
      path: ['values'],
      error: `must be rows of the same length, two numbers at least, at most ${limits.numbers} in all`,
    }),
  );
export type ContourData = z.infer<typeof schema>;

function isGrid(values: readonly (readonly number[])[]): boolean {
  const width = values[0]?.length ?? 0;
  return width >= 2 && width * values.length <= limits.numbers && values.every((row) => row.length === width);
}
