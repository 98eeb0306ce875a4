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
 * Draws strokes into a grey picture. A pixel's ink falls from 1 to 0 within one pixel of the pen's edge.
 *
 * @param size pixels in height and width.
 * @param thickness of the pen, in pixels.
 * @returns shape [size, size].
 */
export function drawStrokes(strokes: readonly Stroke[], size: number, thickness: number): number[][] {
  const segments = strokes.flatMap((stroke) =>
    stroke.slice(1).map((end, i) => scaled([stroke[i] ?? end, end], size)),
  );
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => {
      const nearest = segments.reduce(
        (least, segment) => Math.min(least, distance(column + 0.5, row + 0.5, segment)),
        Infinity,
      );
      return Math.min(1, Math.max(0, thickness / 2 + 0.5 - nearest));
    }),
  );
}

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
