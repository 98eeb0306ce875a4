import type { Random } from '../random.ts';
import type { LabelledImages, Stroke, Vertex } from './images.ts';
import { noisyPictures, type PicturesOptions } from './pictures.ts';

/** Outlines in the unit square. */
const outlines = {
  square: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]],
  plus: [[[0.5, 0], [0.5, 1]], [[0, 0.5], [1, 0.5]]],
  cross: [[[0, 0], [1, 1]], [[1, 0], [0, 1]]],
  triangle: [[[0.5, 0], [1, 1], [0, 1], [0.5, 0]]],
} as const satisfies Record<string, readonly Stroke[]>; // prettier-ignore

export type ShapeName = keyof typeof outlines;

/** 12 pixels where `size` is missing; square, plus and cross where `kinds` is. */
export type ShapesOptions = PicturesOptions<ShapeName>;

/**
 * Small noisy pictures of shapes: each at a random place, from half to nine tenths of the picture wide.
 *
 * @returns images of shape [n, size, size], in a random order.
 * @throws RangeError when `n` or `size` is too small, `noise` is negative or there is no kind.
 */
export const shapes = (options: ShapesOptions): LabelledImages =>
  noisyPictures({ size: 12, kinds: ['square', 'plus', 'cross'], ...options }, 6, placed);

/** At a random place and size in the unit square. */
function placed(kind: ShapeName, random: Random): Stroke[] {
  const side = 0.5 + 0.4 * random.uniform();
  const left = (1 - side) * random.uniform();
  const top = (1 - side) * random.uniform();
  // Pixels have their own width: the outermost half of one stays free.
  const inside = (at: number): number => 0.05 + 0.9 * at;
  return outlines[kind].map((stroke) =>
    stroke.map(([x, y]): Vertex => [inside(left + side * x), inside(top + side * y)]),
  );
}
