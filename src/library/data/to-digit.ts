import { centred, digitShare, type Range } from './digits.ts';
import { requireCount } from './require.ts';

/**
 * A drawing made into the form of `digits`: cut to its ink, scaled so that the longer side fills 20/28 of the picture,
 * the centre of mass moved to the middle (as LeCun and others prepared their digits in 1998).
 *
 * @param drawing ink from 0 to 1, shape [height, width], as `input.drawing` gives it.
 * @returns shape [size, size]; all 0 where the drawing is empty.
 * @throws RangeError when `size` is not a whole number of at least 8.
 */
export function toDigit(drawing: readonly (readonly number[])[], size: number): number[][] {
  requireCount('size', size, 8);
  const ink = inkOf(drawing);
  if (ink === null) return blank(size);
  const longer = Math.max(ink.rows.high - ink.rows.low, ink.columns.high - ink.columns.low);
  const scale = (digitShare * size) / longer;
  const mass = centreOfMass(drawing);
  const row = centred(mass[0], ink.rows, size / 2 / scale);
  const column = centred(mass[1], ink.columns, size / 2 / scale);
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => {
      const top = row + (i - size / 2) / scale;
      const left = column + (j - size / 2) / scale;
      return meanInk(drawing, { top, left, side: 1 / scale });
    }),
  );
}

const blank = (size: number): number[][] =>
  Array.from({ length: size }, () => Array.from({ length: size }, () => 0));

/** Ink below this is a trace of drawing, not a line. */
const trace = 0.05;

/** The part that holds ink, in pixels from the left upper corner. */
function inkOf(drawing: readonly (readonly number[])[]): { rows: Range; columns: Range } | null {
  const rows = drawing.flatMap((row, i) => (row.some((ink) => ink > trace) ? [i] : []));
  const columns = drawing.flatMap((row) => row.flatMap((ink, j) => (ink > trace ? [j] : [])));
  return rows.length === 0 ? null : { rows: span(rows), columns: span(columns) };
}

const span = (pixels: readonly number[]): Range => ({
  low: pixels.reduce((a, b) => Math.min(a, b), Infinity),
  high: pixels.reduce((a, b) => Math.max(a, b), 0) + 1,
});

/** Row and column, in pixels; the middle of the first pixel is 0.5. */
function centreOfMass(drawing: readonly (readonly number[])[]): [row: number, column: number] {
  let [mass, down, across] = [0, 0, 0];
  for (const [i, row] of drawing.entries())
    for (const [j, ink] of row.entries()) {
      mass += ink;
      down += ink * (i + 0.5);
      across += ink * (j + 0.5);
    }
  return [down / mass, across / mass];
}

/** The mean ink of a square of the drawing; outside the drawing there is none. */
function meanInk(
  drawing: readonly (readonly number[])[],
  { top, left, side }: { top: number; left: number; side: number },
): number {
  let sum = 0;
  for (let i = Math.floor(top); i < top + side; i++)
    for (let j = Math.floor(left); j < left + side; j++) {
      const high = Math.min(i + 1, top + side) - Math.max(i, top);
      const wide = Math.min(j + 1, left + side) - Math.max(j, left);
      sum += (drawing[i]?.[j] ?? 0) * high * wide;
    }
  return Math.min(1, sum / side ** 2);
}
