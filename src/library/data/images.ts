/** Grey pictures and the class of each: `images[i]` shows `names[labels[i]]`. */
export interface LabelledImages {
  /** Shape [n, height, width]; 0 is empty, 1 is ink. */
  images: number[][][];
  /** Shape [n]; whole numbers from 0. */
  labels: number[];
  /** What each label stands for. */
  names: string[];
}

/** A point of a drawing; the picture's left upper corner is (0, 0), its right lower one (1, 1). */
export type Vertex = readonly [x: number, y: number];

/** A line drawn without lifting the pen. */
export type Stroke = readonly Vertex[];

/**
 * Draws strokes into a grey picture. A pixel's ink is about the share of it that the pen covers.
 *
 * @param size pixels in height and width.
 * @param thickness of the pen, in pixels.
 * @returns shape [size, size].
 */
export function drawStrokes(strokes: readonly Stroke[], size: number, thickness: number): number[][] {
  const image = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const stroke of strokes)
    for (const [i, end] of stroke.slice(1).entries())
      drawSegment(image, scaled([stroke[i] ?? end, end], size), thickness);
  return image;
}

/** Only pixels within reach of the pen are looked at. */
function drawSegment(image: number[][], segment: Segment, thickness: number): void {
  const reach = thickness / 2 + 0.5;
  const [[x1, y1], [x2, y2]] = segment;
  for (let row = first(y1, y2, reach); row <= last(y1, y2, reach, image.length); row++) {
    const pixels = image[row] ?? [];
    for (let column = first(x1, x2, reach); column <= last(x1, x2, reach, image.length); column++) {
      const covered = reach - distance(column + 0.5, row + 0.5, segment);
      pixels[column] = Math.max(pixels[column] ?? 0, Math.min(1, thickness, covered));
    }
  }
}

const first = (a: number, b: number, reach: number): number =>
  Math.max(0, Math.floor(Math.min(a, b) - reach - 0.5));
const last = (a: number, b: number, reach: number, size: number): number =>
  Math.min(size - 1, Math.ceil(Math.max(a, b) + reach - 0.5));

type Segment = readonly [Vertex, Vertex];

const scaled = ([[x1, y1], [x2, y2]]: Segment, size: number): Segment => [
  [x1 * size, y1 * size],
  [x2 * size, y2 * size],
];

/** From a point to the nearest point of a segment. */
function distance(x: number, y: number, [[x1, y1], [x2, y2]]: Segment): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
