import type { Random } from '../random.ts';
import type { LabelledImages, Stroke, Vertex } from './images.ts';
import { noisyPictures, type PicturesOptions } from './pictures.ts';

/** Ears on a head of radius 1 around (0, 0), y downwards; the left ones, mirrored for the right. */
const ears = {
  cat: [[[-0.95, -0.3], [-0.9, -1.5], [-0.25, -0.95]]],
  bear: [ring(-0.8, -0.9, 0.38)],
  rabbit: [[[-0.65, -0.75], [-0.7, -1.5], [-0.5, -1.8], [-0.3, -1.5], [-0.2, -0.95]]],
} as const satisfies Record<string, readonly Stroke[]>; // prettier-ignore

export type FaceName = keyof typeof ears;

/** 24 pixels where `size` is missing; cat, bear and rabbit where `kinds` is. */
export type FacesOptions = PicturesOptions<FaceName>;

/**
 * Small noisy pictures of animals' faces, which differ in their ears alone: pointed, round or long. Each is a little
 * larger or smaller, and a little off the middle.
 *
 * @returns images of shape [n, size, size], in a random order.
 * @throws RangeError when `n` or `size` is too small, `noise` is negative or there is no kind.
 */
export const faces = (options: FacesOptions): LabelledImages =>
  noisyPictures({ size: 24, kinds: ['cat', 'bear', 'rabbit'], ...options }, 12, placed);

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
