import * as z from 'zod/mini';
import { finite, label, numbers, range } from './plane-data.ts';
import { activation, fitsTogether, matrix } from './small-net.ts';
import { mostClasses } from './symbols.ts';

/** Most points, and most of them that can be moved. */
const [most, mostMoved] = [1_000, 200];

/** How the plane is divided among the classes. */
const regions = z.discriminatedUnion('by', [
  /**
   * Rows from the smallest y upwards. With two classes each number is the share of the second one, from 0 to 1; with
   * more it is the number of the class.
   */
  z.strictObject({
    by: z.literal('grid'),
    values: z.array(numbers.check(z.minLength(2), z.maxLength(200))).check(z.minLength(2), z.maxLength(200)),
  }),
  /** The second class lies where w · (x, y) + b > 0. */
  z.strictObject({ by: z.literal('line'), w: z.tuple([finite, finite]), b: finite }),
  /** The class of most of the k nearest points. */
  z.strictObject({ by: z.literal('neighbours'), k: z.int().check(z.minimum(1), z.maximum(99)) }),
  /** A network of two inputs: one output is the share of the second class, several are one for each class. */
  z.strictObject({
    by: z.literal('net'),
    layers: z
      .array(
        z.strictObject({
          weights: matrix,
          biases: z.optional(numbers),
          activation: z.optional(activation),
        }),
      )
      .check(
        z.minLength(1),
        z.maxLength(6),
        z.refine((layers) => fitsTogether(2, layers), 'must fit together, beginning with two inputs'),
      ),
  }),
]);
export type Regions = z.infer<typeof regions>;

export const schema = z
  .strictObject({
    x: range,
    y: range,
    xLabel: z.optional(label),
    yLabel: z.optional(label),
    classes: z.array(label).check(z.minLength(1), z.maxLength(mostClasses)),
    /** `class` counts from 0. */
    points: z
      .array(z.strictObject({ x: finite, y: finite, class: z.int().check(z.minimum(0)) }))
      .check(z.maxLength(most)),
    regions: z.optional(regions),
    /** What the reader may move. */
    moves: z.optional(z.enum(['points', 'line'])),
  })
  .check(
    z.refine(({ points, classes }) => points.every((point) => point.class < classes.length), {
      path: ['points'],
      error: 'must be of one of the classes, counted from 0',
    }),
    z.refine(({ moves, points }) => moves !== 'points' || points.length <= mostMoved, {
      path: ['points'],
      error: `must be at most ${mostMoved} where the reader moves them`,
    }),
    z.refine(({ moves, regions: { by } = { by: '' } }) => moves !== 'line' || by === 'line', {
      path: ['moves'],
      error: 'can be line only where the regions are by a line',
    }),
    z.refine(
      ({ regions: given }) =>
        given?.by !== 'grid' || new Set(given.values.map((row) => row.length)).size === 1,
      {
        path: ['regions', 'values'],
        error: 'must be rows of the same length',
      },
    ),
  );
export type PlaneData = z.infer<typeof schema>;
export type ClassPoint = PlaneData['points'][number];
