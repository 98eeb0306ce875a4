import { createRandom, type Random } from '../random.ts';
import { drawStrokes, type LabelledImages, type Stroke, type Vertex } from './images.ts';
import { requireAmount, requireCount } from './require.ts';

/** Ears on a head of radius 1 around (0, 0), y downwards; the left ones, mirrored for the right. */
const ears = {
  cat: [[[-0.95, -0.3], [-0.9, -1.5], [-0.25, -0.95]]],
  bear: [ring(-0.8, -0.9, 0.38)],
  rabbit: [[[-0.65, -0.75], [-0.7, -1.5], [-0.5, -1.8], [-0.3, -1.5], [-0.2, -0.95]]],
} as const satisfies Record<string, readonly Stroke[]>; // prettier-ignore

export type FaceName = keyof typeof ears;

export interface FacesOptions {
  /** How many pictures in all; the kinds get as many each, the first ones one more where it does not divide. */
  n: number;
  /** Pixels in height and width; 24 where missing. */
  size?: number;
  /** What is drawn, one or more; cat, bear and rabbit where missing. */
  kinds?: readonly FaceName[];
  /** Standard deviation of the normal noise added to each pixel; the result is cut to 0 … 1. */
  noise: number;
  seed: number;
}

/**
 * Small noisy pictures of animals' faces, which differ in their ears alone: pointed, round or long. Each is a little
 * larger or smaller, and a little off the middle.
 *
 * @returns images of shape [n, size, size], in a random order.
 * @throws RangeError when `n` or `size` is too small, `noise` is negative or there is no kind.
 */
export function faces(options: FacesOptions): LabelledImages {
  const { n, size = 24, kinds = ['cat', 'bear', 'rabbit'], noise, seed } = options;
  requireCount('n', n);
  requireCount('size', size, 12);
  requireCount('the number of kinds', kinds.length);
  requireAmount('noise', noise);
  const random = createRandom(seed);
  const made = Array.from({ length: n }, (_, i) => {
    const label = i % kinds.length;
    const clean = drawStrokes(placed(kinds[label] ?? 'cat', random), size, 1);
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

/** The face of an animal in the unit square. */
function placed(kind: FaceName, random: Random): Stroke[] {
  const left: readonly Stroke[] = [...ears[kind], [[-0.35, -0.2], [-0.35, -0.05]]]; // prettier-ignore
  const right = left.map((stroke) => stroke.map(([x, y]): Vertex => [-x, y]));
  const radius = 0.25 + 0.04 * random.uniform();
  const [x, y] = [0.46 + 0.08 * random.uniform(), 0.6 + 0.04 * random.uniform()];
  const strokes = [ring(0, 0, 1), [[-0.2, 0.4], [0.2, 0.4]] as const, ...left, ...right]; // prettier-ignore
  return strokes.map((stroke) => stroke.map(([u, v]): Vertex => [x + radius * u, y + radius * v]));
}

/** A circle as a stroke of short pieces. */
function ring(x: number, y: number, radius: number): Stroke {
  return Array.from({ length: 17 }, (_, i): Vertex => {
    const angle = (i * Math.PI) / 8;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}
