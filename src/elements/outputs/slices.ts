/** A tensor as matrices side by side: which numbers of the row-major list each one shows. */
export interface Slice {
  /** "[2]" or "[0, …, 1]". */
  name: string;
  at(row: number, column: number): number;
}

export interface Slices {
  rows: number;
  columns: number;
  list: Slice[];
  /** How many slices there are in all. */
  count: number;
}

const most = 64;

/**
 * Rank 0 and 1 are one row, rank 2 one matrix. Rank 3 `[n, h, w]` is n matrices; rank 4 `[n, h, w, c]` is one for
 * each example and channel, as tfjs keeps pictures.
 */
export function slicesOf(shape: readonly number[]): Slices {
  if (shape.length <= 2) return single(shape);
  if (shape.length === 4) return channels(shape);
  const [rows = 0, columns = 0] = shape.slice(-2);
  const count = shape.slice(0, -2).reduce((a, b) => a * b, 1);
  const list = first(count, (i) => ({
    name: `[${unravel(i, shape.slice(0, -2)).join(', ')}]`,
    at: (row, column) => (i * rows + row) * columns + column,
  }));
  return { rows, columns, list, count };
}

function single(shape: readonly number[]): Slices {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.length === 2 ? (shape[0] ?? 1) : 1;
  return { rows, columns, count: 1, list: [{ name: '', at: (row, column) => row * columns + column }] };
}

function channels([n = 0, h = 0, w = 0, c = 0]: readonly number[]): Slices {
  const list = first(n * c, (i) => {
    const [example, channel] = [Math.floor(i / c), i % c];
    const name = c === 1 ? `[${example}]` : `[${example}, …, ${channel}]`;
    return { name, at: (row, column) => ((example * h + row) * w + column) * c + channel };
  });
  return { rows: h, columns: w, list, count: n * c };
}

function first(count: number, slice: (i: number) => Slice): Slice[] {
  return Array.from({ length: Math.min(count, most) }, (_, i) => slice(i));
}

export function unravel(index: number, shape: readonly number[]): number[] {
  const place: number[] = [];
  let rest = index;
  for (const size of shape.toReversed()) {
    place.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return place;
}
