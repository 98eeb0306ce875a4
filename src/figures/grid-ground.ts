import { gridMoves, preferred, valueOf, type GridData } from './grid-data.ts';
import { rangeIn } from './grid-summary.ts';
import { freshId, makeSvg } from './make.ts';
import { fillOf } from './squares.ts';

export interface GridPlace {
  left: number;
  top: number;
  /** Pixels of one square. */
  size: number;
}

/** The strongest fill, percent; arrows and numbers stand on it. */
export const strongestGround = 42;

/** The squares themselves: tinted by value or, in four parts, by the value of each move; cliffs hatched, walls filled. */
export function drawGround(data: GridData, { left, top, size }: GridPlace): SVGElement[] {
  const { columns, cells, q } = data;
  const range = rangeIn(data) ?? [0, 1];
  const hatch = makeSvg(
    'pattern',
    { id: freshId('cliff'), width: 7, height: 7, patternUnits: 'userSpaceOnUse' },
    makeSvg('path', { class: 'hatch', d: 'M-1 8L8 -1' }),
  );
  const squares = cells.flatMap((cell, square) => {
    const [x, y] = [left + (square % columns) * size, top + Math.floor(square / columns) * size];
    const box = { x, y, width: size, height: size };
    if (cell === 'cliff')
      return [
        makeSvg('rect', { class: 'square cliff', ...box }),
        makeSvg('rect', { class: 'square', ...box, style: `fill:url(#${hatch.id})` }),
      ];
    const value = valueOf(data, square);
    const known = cell !== 'wall' && Number.isFinite(value);
    if (q && known && cell !== 'goal') return drawMoves(data, square, { left: x, top: y, size }, range);
    return [
      makeSvg('rect', {
        class: `square ${cell}`,
        ...box,
        style: known && !q ? fillOf(value, range, strongestGround) : '',
      }),
    ];
  });
  return [makeSvg('defs', {}, hatch), ...squares];
}

/** From this side on, in pixels, the numbers of the four moves fit into a square. */
export const roomy = 64;

/** A square in four parts, one for each move, with their numbers where they fit. */
function drawMoves(
  { q, ...data }: GridData,
  square: number,
  { left, top, size }: GridPlace,
  range: readonly [number, number],
): SVGElement[] {
  const values = q?.[square] ?? [];
  const best = preferred({ q, ...data }, square);
  const half = size / 2;
  const [x, y] = [left + half, top + half];
  const parts = values.map((value, i) =>
    makeSvg('path', {
      class: 'square',
      d: `M${x} ${y}l${-half} ${-half}h${size}Z`,
      transform: `rotate(${90 * i} ${x} ${y})`,
      style: fillOf(value, range, strongestGround),
    }),
  );
  if (size < roomy) return parts;
  const places = [
    { x, y: top + 12, 'text-anchor': 'middle' },
    { x: left + size - 3, y: y + 4, 'text-anchor': 'end' },
    { x, y: top + size - 5, 'text-anchor': 'middle' },
    { x: left + 3, y: y + 4, 'text-anchor': 'start' },
  ];
  const numbers = values.map((value, i) =>
    makeSvg(
      'text',
      { class: gridMoves[i] === best ? 'move-number best' : 'move-number', ...places[i] },
      shortNumber(value),
    ),
  );
  return [...parts, ...numbers];
}

/** Two digits: what fits. */
export const shortNumber = (value: number): string => String(Number(value.toPrecision(2))).replace('-', '−');
