/** A map of squares, read from text. */
export type Cell = 'free' | 'start' | 'goal' | 'cliff' | 'wall';

export interface GridMap {
  rows: number;
  columns: number;
  /** By number: row · columns + column. */
  cells: Cell[];
  start: number;
}

const signs: Readonly<Record<string, Cell>> = { '.': 'free', S: 'start', G: 'goal', C: 'cliff', '#': 'wall' };

/** @throws RangeError when it is not a rectangle of known signs with one start and at least one goal. */
export function readMap(map: readonly string[]): GridMap {
  const columns = map[0]?.length ?? 0;
  if (columns === 0 || map.some((row) => row.length !== columns))
    throw new RangeError('map must be rows of the same length, at least one sign long.');
  const cells = Array.from(map.join(''), (sign) => {
    const cell = Object.hasOwn(signs, sign) ? signs[sign] : undefined;
    if (cell === undefined)
      throw new RangeError(`map knows no '${sign}': ${Object.keys(signs).join(' ')} are its signs.`);
    return cell;
  });
  if (cells.filter((cell) => cell === 'start').length !== 1) throw new RangeError('map must have one S.');
  if (!cells.includes('goal')) throw new RangeError('map must have a G.');
  return { rows: map.length, columns, cells, start: cells.indexOf('start') };
}
