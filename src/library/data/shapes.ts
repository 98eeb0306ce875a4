import { createRandom, type Random } from '../random.ts';
import { drawStrokes, type LabelledImages, type Stroke, type Vertex } from './images.ts';
import { requireAmount, requireCount } from './require.ts';

/** Outlines in the unit square. */
const outlines = {
  square: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]],
  plus: [[[0.5, 0], [0.5, 1]], [[0, 0.5], [1, 0.5]]],
  cross: [[[0, 0], [1, 1]], [[1, 0], [0, 1]]],
  triangle: [[[0.5, 0], [1, 1], [0, 1], [0.5, 0]]],
} as const satisfies Record<string, readonly Stroke[]>; // prettier-ignore

export type ShapeName = keyof typeof outlines;

export interface ShapesOptions {
  /** How many pictures in all; the kinds get as many each, the first ones one more where it does not divide. */
  n: number;
  /** Pixels in height and width; 12 where missing. */
  size?: number;
  /** What is drawn; square, plus and cross where missing. */
  kinds?: readonly ShapeName[];
  /** Standard deviation of the normal noise added to each pixel; the result is cut to 0 … 1. */
  noise: number;
  seed: number;
}

/**
 * Small noisy pictures of shapes: each at a random place, from half to nine tenths of the picture wide.
 *
 * @returns images of shape [n, size, size], in a random order.
 * @throws RangeError when `n` or `size` is too small, `noise` is negative or there is no kind.
 */
export function shapes(options: ShapesOptions): LabelledImages {
  const { n, size = 12, kinds = ['square', 'plus', 'cross'], noise, seed } = options;
  requireCount('n', n);
  requireCount('size', size, 6);
  requireCount('the number of kinds', kinds.length);
  requireAmount('noise', noise);
  const random = createRandom(seed);
  const made = Array.from({ length: n }, (_, i) => {
    const label = i % kinds.length;
    const clean = drawStrokes(placed(outlines[kinds[label] ?? 'square'], random), size, 1);
    const image = clean.map((row) => row.map((ink) => within(ink + noise * random.normal())));
    return { image, label, order: random.uniform() };
  }).sort((a, b) => a.order - b.order);
  return {
    images: made.map(({ image }) => image),
    labels: made.map(({ label }) => label),
    names: [...kinds],
  };
}

const within = (ink: number): number => Math.min(1, Math.max(0, ink));

/** At a random place and size in the unit square. */
function placed(strokes: readonly Stroke[], random: Random): Stroke[] {
  const side = 0.5 + 0.4 * random.uniform();
  const left = (1 - side) * random.uniform();
  const top = (1 - side) * random.uniform();
  // Pixels have their own width: the outermost half of one stays free.
  const inside = (at: number): number => 0.05 + 0.9 * at;
  return strokes.map((stroke) =>
    stroke.map(([x, y]): Vertex => [inside(left + side * x), inside(top + side * y)]),
  );
}
