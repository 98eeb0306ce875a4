/**
 * The height that a figure takes above its words, kept free until it is drawn, so that nothing moves. Lengths of CSS
 * in which 100cqw is the width of the figure: `narrow` below 26 rem.
 */
export interface Room {
  wide: string;
  narrow: string;
}

type Pair = readonly [wide: number, narrow: number];

/** Pixels of one line of words that is kept free below a drawing; on a phone it may take two. */
export const keptLine: Pair = [25, 46];

/** A row of controls with the air below it. */
const row = 40;

/**
 * @param picture height of the drawing, pixels or a length of CSS
 * @param rows rows of controls above it
 * @param below pixels of what stands between the drawing and the words
 */
export function roomOf(picture: number | string, rows: Pair = [0, 0], below: Pair = [0, 0]): Room {
  const height = typeof picture === 'number' ? `${picture}px` : picture;
  const length = (i: 0 | 1) => `calc(${height} + ${rows[i] * row + below[i]}px)`;
  return { wide: length(0), narrow: length(1) };
}
