/**
 * The height that a figure takes above its words, kept free until it is drawn, so that nothing moves. Lengths of CSS
 * in which 100cqw is the width of the figure: `narrow` below 26 rem.
 */
export interface Room {
  wide: string;
  narrow: string;
}

/** A row of controls with the air below it. */
const row = 40;

/**
 * @param picture height of the drawing, pixels or a length of CSS
 * @param rows rows of controls above it, on a page and on a phone
 * @param below pixels of what stands between the drawing and the words
 */
export function roomOf(
  picture: number | string,
  rows: [wide: number, narrow: number] = [0, 0],
  below = 0,
): Room {
  const height = typeof picture === 'number' ? `${picture}px` : picture;
  const length = (count: number) => `calc(${height} + ${count * row + below}px)`;
  return { wide: length(rows[0]), narrow: length(rows[1]) };
}
