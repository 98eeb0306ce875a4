import { valueOf, type GridData } from './grid-data.ts';
import { freshId, makeSvg } from './make.ts';
import { fillOf, rangeOf } from './squares.ts';

/** The squares themselves: tinted by value, cliffs hatched, walls filled, start and goal lettered. */
export function drawGround(
  data: GridData,
  { left, top, size }: { left: number; top: number; size: number },
): SVGElement[] {
  const { columns, cells } = data;
  const values = cells.map((cell, square) => (cell === 'wall' ? NaN : valueOf(data, square)));
  const finite = values.filter(Number.isFinite);
  const range = data.range ?? rangeOf([finite]);
  const hatch = makeSvg(
    'pattern',
    { id: freshId('cliff'), width: 7, height: 7, patternUnits: 'userSpaceOnUse' },
    makeSvg('path', { class: 'hatch', d: 'M-1 8L8 -1' }),
  );
  const squares = cells.flatMap((cell, square) => {
    const [x, y] = [left + (square % columns) * size, top + Math.floor(square / columns) * size];
    const box = { x, y, width: size, height: size };
    const value = values[square] ?? NaN;
    const style = Number.isFinite(value) && cell !== 'cliff' ? fillOf(value, range, 42) : '';
    const parts: SVGElement[] = [makeSvg('rect', { class: `square ${cell}`, ...box, style })];
    if (cell === 'cliff')
      parts.push(makeSvg('rect', { class: 'square', ...box, style: `fill:url(#${hatch.id})` }));
    if (cell === 'start' || cell === 'goal')
      parts.push(
        makeSvg(
          'text',
          {
            class: 'square-letter',
            x: x + size / 2,
            y: y + size * 0.4,
            'text-anchor': 'middle',
            style: `font-size:${Math.max(10, Math.min(15, size * 0.36)).toFixed(0)}px`,
          },
          cell === 'start' ? 'S' : 'G',
        ),
      );
    return parts;
  });
  return [makeSvg('defs', {}, hatch), ...squares];
}
