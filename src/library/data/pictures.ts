import { createRandom, type Random } from '../random.ts';
import { drawStrokes, type LabelledImages, type Stroke } from './images.ts';
import { requireAmount, requireCount } from './require.ts';

export interface PicturesOptions<Kind extends string> {
  /** How many pictures in all; the kinds get as many each, the first ones one more where it does not divide. */
  n: number;
  /** Pixels in height and width. */
  size?: number;
  /** What is drawn, one or more. */
  kinds?: readonly Kind[];
  /** Standard deviation of the normal noise added to each pixel; the result is cut to 0 … 1. */
  noise: number;
  seed: number;
}

/**
 * Small noisy pictures, as many of each kind, in a random order.
 *
 * @param smallest pixels in height and width.
 * @param strokesOf what is drawn for a kind, in the unit square.
 * @returns images of shape [n, size, size].
 * @throws RangeError when `n` or `size` is too small, `noise` is negative or there is no kind.
 */
export function noisyPictures<Kind extends string>(
  { n, size, kinds, noise, seed }: Required<PicturesOptions<Kind>>,
  smallest: number,
  strokesOf: (kind: Kind, random: Random) => readonly Stroke[],
): LabelledImages {
  requireCount('n', n);
  requireCount('size', size, smallest);
  requireCount('the number of kinds', kinds.length);
  requireAmount('noise', noise);
  const random = createRandom(seed);
  const noisy = (ink: number): number => Math.min(1, Math.max(0, ink + noise * random.normal()));
  const made = Array.from({ length: n }, (_, i) => {
    const label = i % kinds.length;
    const clean = drawStrokes(strokesOf(kinds[label] as Kind, random), size, 1);
    return { image: clean.map((row) => row.map(noisy)), label, order: random.uniform() };
  }).sort((a, b) => a.order - b.order);
  return {
    images: made.map(({ image }) => image),
    labels: made.map(({ label }) => label),
    names: [...kinds],
  };
}
