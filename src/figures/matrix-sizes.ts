import { columnName, rowName, type MatrixData } from './matrix-data.ts';
import { sizeFor, smallestNumbered } from './squares.ts';

/** Where the squares of a matrix lie in its drawing, and how the names at their edges stand; pixels. */
export interface MatrixSizes {
  left: number;
  top: number;
  /** The side of a square. */
  size: number;
  /** Names of columns that are wider than a square stand upright. */
  upright: boolean;
  /** The squares are too small for numbers: a scale says what their colours mean. */
  scaled: boolean;
}

/** Pixels of one letter; capitals, and the widest of the others, take more. */
const letter = { usual: 6.6, wide: 9.6 } as const;
/** Longer names are cut. */
export const longest = { row: 17, column: 12 } as const;
/** Pixels that the sheet of squares may take in height, and one square in width. */
export const most = { height: 380, side: 44, named: 72 } as const;

const widthOf = (text: string): number => {
  const wide = text.match(/[\p{Lu}mw%]/gu)?.length ?? 0;
  return (text.length - wide) * letter.usual + wide * letter.wide;
};

/** Pixels of the widest name, cut where it is too long. */
const widest = (names: readonly string[], cut: number): number =>
  Math.max(...names.map((name) => widthOf(name.slice(0, cut))));

const columnWidth = (data: MatrixData): number =>
  widest(
    (data.values[0] ?? []).map((_, column) => columnName(data, column)),
    longest.column,
  ) + 6;

export function leftOf(data: MatrixData): number {
  const names = data.values.map((_, row) => rowName(data, row));
  return 12 + widest(names, longest.row) + (data.rowLabel === undefined ? 0 : 18);
}

/** So large a square may become: a little larger where that lets the columns' names stand above them. */
export const largest = (data: MatrixData): number =>
  Math.max(most.side, Math.min(most.named, data.columns === undefined ? 0 : Math.ceil(columnWidth(data))));

export function sizesFor(data: MatrixData, width: number): MatrixSizes {
  const left = leftOf(data);
  const [rows, columns] = [data.values.length, data.values[0]?.length ?? 1];
  const size = sizeFor(columns, rows, { width: width - left - 8, height: most.height, most: largest(data) });
  const upright = data.columns !== undefined && columnWidth(data) > size;
  const names = upright ? 8 + columnWidth(data) : 24;
  return {
    left,
    top: Math.ceil(names) + (data.columnLabel === undefined ? 0 : 20),
    size,
    upright,
    scaled: size < smallestNumbered,
  };
}
