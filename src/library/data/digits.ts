import { createRandom, type Random } from '../random.ts';
import { digitStrokes } from './digit-strokes.ts';
import { drawStrokes, type LabelledImages, type Stroke, type Vertex } from './images.ts';
import { requireAmount, requireCount } from './require.ts';

export interface DigitsOptions {
  /** How many pictures in all; the ten digits get as many each, the first ones one more where it does not divide. */
  n: number;
  /** Pixels in height and width, 8 or more. */
  size: number;
  seed: number;
  /** How much hands differ: 0 draws every digit the same, 1 (where missing) as people do, 2 is a scrawl. */
  jitter?: number;
  /** Standard deviation of the normal noise added to each pixel, cut to 0 … 1; 0 where missing. */
  noise?: number;
}

/** The share of the picture that a digit fills: 20 of 28 pixels, as LeCun, Bottou, Bengio and Haffner (1998) have it. */
export const digitShare = 20 / 28;

/**
 * Pictures like handwritten digits. They are GENERATED: strokes drawn for this course, slanted, stretched, bent and
 * thickened at random. They are easier than real handwriting, and no measure of a model on real handwriting.
 *
 * Each digit fills 20/28 of the picture, its centre of mass in the middle or as near as its ends allow; `toDigit` brings a drawing to the same form.
 *
 * @returns images of shape [n, size, size], in a random order; `labels[i]` is the digit itself.
 * @throws RangeError when `n` is not a whole number of at least 1, or `jitter` or `noise` is negative.
 */
export function digits(options: DigitsOptions): LabelledImages {
  const { n, size, seed, jitter = 1, noise = 0 } = options;
  requireCount('n', n);
  requireCount('size', size, 8);
  requireAmount('jitter', jitter);
  requireAmount('noise', noise);
  const random = createRandom(seed);
  const made = Array.from({ length: n }, (_, i) => {
    const label = i % 10;
    const ways = digitStrokes[label] ?? [];
    const way = ways[jitter === 0 ? 0 : Math.floor(random.uniform() * ways.length)] ?? [];
    const pen = Math.max(0.02, 0.075 + 0.02 * jitter * (2 * random.uniform() - 1));
    const strokes = framed(handwritten(way, jitter, random), pen);
    const image = drawStrokes(strokes, size, size * pen).map((row) =>
      row.map((ink) => Math.min(1, Math.max(0, ink + noise * random.normal()))),
    );
    return { image, label, order: random.uniform() };
  }).sort((a, b) => a.order - b.order);
  return {
    images: made.map(({ image }) => image),
    labels: made.map(({ label }) => label),
    names: Array.from({ length: 10 }, (_, digit) => String(digit)),
  };
}

/** Slanted, turned and stretched as a whole, and bent by a smooth field of small shifts. */
function handwritten(strokes: readonly Stroke[], jitter: number, random: Random): Stroke[] {
  const amount = (spread: number): number => jitter * spread * random.normal();
  const [slant, turn, stretch] = [amount(0.12), amount(0.09), Math.exp(amount(0.09))];
  const bend = smoothField(0.028 * jitter, random);
  return strokes.map((stroke) =>
    stroke.map((vertex): Vertex => {
      const [bx, by] = bend(vertex);
      const [x, y] = [(vertex[0] - 0.5) * stretch + bx, vertex[1] - 0.5 + by];
      const leaning = x - slant * y;
      return [
        0.5 + leaning * Math.cos(turn) - y * Math.sin(turn),
        0.5 + leaning * Math.sin(turn) + y * Math.cos(turn),
      ];
    }),
  );
}

/** Elastic distortion in the sense of Simard, Steinkraus and Platt (2003), here as a few slow waves. */
function smoothField(size: number, random: Random): (at: Vertex) => Vertex {
  const waves = Array.from({ length: 3 }, () => ({
    across: 3 * random.normal(),
    down: 3 * random.normal(),
    phase: 2 * Math.PI * random.uniform(),
    x: size * random.normal(),
    y: size * random.normal(),
  }));
  return ([x, y]) => {
    const heights = waves.map(({ across, down, phase }) => Math.sin(across * x + down * y + phase));
    const sum = (part: 'x' | 'y'): number =>
      waves.reduce((total, wave, i) => total + wave[part] * (heights[i] ?? 0), 0);
    return [sum('x'), sum('y')];
  };
}

/** The longer side, ink and all, fills `digitShare`, and the centre of mass of the line lies in the middle. */
function framed(strokes: readonly Stroke[], pen: number): Stroke[] {
  const all = strokes.flat();
  const [across, down] = [range(all.map(([x]) => x)), range(all.map(([, y]) => y))];
  const scale = (digitShare - pen) / Math.max(across.high - across.low, down.high - down.low, 1e-6);
  const [mx, my] = middle(strokes);
  const [cx, cy] = [centred(mx, across, 0.5 / scale), centred(my, down, 0.5 / scale)];
  return strokes.map((stroke) =>
    stroke.map(([x, y]): Vertex => [0.5 + scale * (x - cx), 0.5 + scale * (y - cy)]),
  );
}

export interface Range {
  low: number;
  high: number;
}

const range = (values: readonly number[]): Range => ({ low: Math.min(...values), high: Math.max(...values) });

/**
 * What comes to the middle of a picture that reaches `half` to either side: the centre of mass, or the nearest to it
 * that leaves all of the digit inside and a fifteenth of the picture free.
 */
export function centred(mass: number, { low, high }: Range, half: number): number {
  const reach = half * (1 - 2 / 15);
  return Math.min(low + reach, Math.max(high - reach, mass));
}

/** The centre of mass of lines of even thickness. */
function middle(strokes: readonly Stroke[]): Vertex {
  let [length, x, y] = [0, 0, 0];
  for (const stroke of strokes)
    for (const [i, end] of stroke.entries()) {
      const start = stroke[i - 1];
      if (start === undefined) continue;
      const piece = Math.hypot(end[0] - start[0], end[1] - start[1]);
      length += piece;
      x += (piece * (start[0] + end[0])) / 2;
      y += (piece * (start[1] + end[1])) / 2;
    }
  return length === 0 ? [0.5, 0.5] : [x / length, y / length];
}
