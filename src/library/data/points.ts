import { createRandom, type Random } from '../random.ts';
import { requireAmount, requireCount } from './require.ts';

/** Points in a plane and the class of each: `points[i]` belongs to `labels[i]`. Plain numbers, without units. */
export interface LabelledPoints {
  /** Shape [n, 2]. */
  points: [x: number, y: number][];
  /** Shape [n]; whole numbers from 0. */
  labels: number[];
}

/** What every generator of points takes. */
export interface PointsOptions {
  /** How many points in all; the classes get as many each, the first ones one more where it does not divide. */
  n: number;
  /** Standard deviation of the normal noise added to both coordinates. */
  noise: number;
  seed: number;
}

/**
 * Round clouds, one for each centre: centre + N(0, noise²) in both coordinates.
 *
 * @param options.centres where the clouds lie, shape [classes, 2]; (−1, −1) and (1, 1) where missing.
 * @throws RangeError when `n` is not a whole number of at least 1, `noise` is negative or there is no centre.
 */
export function blobs(
  options: PointsOptions & { centres?: readonly (readonly [number, number])[] },
): LabelledPoints {
  const { centres = [[-1, -1], [1, 1]] } = options; // prettier-ignore
  requireCount('the number of centres', centres.length);
  return scatter(options, centres.length, (label) => {
    const [x = 0, y = 0] = centres[label] ?? [];
    return [x, y];
  });
}

/**
 * Two half circles of radius 1 that reach into each other: one around (0, 0), open below; one around (1, 0.5), open
 * above.
 *
 * @throws RangeError when `n` is not a whole number of at least 1 or `noise` is negative.
 */
export function moons(options: PointsOptions): LabelledPoints {
  return scatter(options, 2, (label, random) => {
    const angle = Math.PI * random.uniform();
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    return label === 0 ? [x, y] : [1 - x, 0.5 - y];
  });
}

/**
 * Circles around (0, 0), one for each radius.
 *
 * @param options.radii one for each class; 1 and 2 where missing.
 * @throws RangeError when `n` is not a whole number of at least 1, or a radius or `noise` is negative.
 */
export function rings(options: PointsOptions & { radii?: readonly number[] }): LabelledPoints {
  const { radii = [1, 2] } = options;
  requireCount('the number of radii', radii.length);
  radii.forEach((radius) => requireAmount('a radius', radius));
  return scatter(options, radii.length, (label, random) => {
    const angle = 2 * Math.PI * random.uniform();
    const radius = radii[label] ?? 0;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/**
 * Arms that wind out from (0, 0) to radius 1, evenly turned against each other.
 *
 * @param options.classes how many arms; 2 where missing.
 * @param options.turns how often each winds round; 1 where missing.
 * @throws RangeError when `n` or `classes` is not a whole number of at least 1, or `noise` or `turns` is negative.
 */
export function spirals(options: PointsOptions & { classes?: number; turns?: number }): LabelledPoints {
  const { classes = 2, turns = 1 } = options;
  requireCount('classes', classes);
  requireAmount('turns', turns);
  return scatter(options, classes, (label, random) => {
    // The root spreads the points evenly along the arm, which grows longer from turn to turn.
    const radius = Math.sqrt(random.uniform());
    const angle = 2 * Math.PI * (turns * radius + label / classes);
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** Draws `n` points, class by class in turn, adds the noise, and puts them in a random order. */
function scatter(
  { n, noise, seed }: PointsOptions,
  classes: number,
  draw: (label: number, random: Random) => readonly [number, number],
): LabelledPoints {
  requireCount('n', n);
  requireAmount('noise', noise);
  const random = createRandom(seed);
  const made = Array.from({ length: n }, (_, i) => {
    const label = i % classes;
    const [x, y] = draw(label, random);
    const point: [number, number] = [x + noise * random.normal(), y + noise * random.normal()];
    return { point, label, order: random.uniform() };
  }).sort((a, b) => a.order - b.order);
  return { points: made.map(({ point }) => point), labels: made.map(({ label }) => label) };
}
