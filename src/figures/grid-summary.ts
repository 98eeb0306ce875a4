import { sentence } from './describe.ts';
import { gridMoves, preferred, valueOf, type GridData } from './grid-data.ts';
import { counted, extent, formatNumber } from './numbers.ts';
import { keptLine, roomOf, type Room } from './room.ts';
import type { TableData } from './table-toggle.ts';

const arrows = { up: '↑', right: '→', down: '↓', left: '←' } as const;

export function summarise(data: GridData): string {
  const { rows, columns, cells, paths = [], valueLabel = 'value' } = data;
  const kinds = (['cliff', 'wall', 'goal'] as const).flatMap((kind) => {
    const count = cells.filter((cell) => cell === kind).length;
    return count === 0
      ? []
      : [kind === 'goal' ? counted(count, kind) : `${counted(count, 'square')} of ${kind}`];
  });
  const range = extent(cells.map((_, square) => valueOf(data, square)));
  return [
    `A world of ${counted(rows, 'row')} and ${counted(columns, 'column')}${kinds.length > 0 ? `: ${kinds.join(', ')}` : ''}.`,
    ...(range === null
      ? []
      : [`The ${valueLabel} runs from ${formatNumber(range[0], 3)} to ${formatNumber(range[1], 3)}.`]),
    ...paths.map((path) => describeWay(data, path)),
  ].join(' ');
}

function describeWay(data: GridData, { label, squares }: NonNullable<GridData['paths']>[number]): string {
  const [first, last] = [squares[0], squares.at(-1)];
  if (first === undefined || last === undefined) return sentence(`${label}: no step`);
  const end = data.cells[last] === 'goal' ? 'the goal' : placeOf(data, last);
  return sentence(`${label}: ${counted(squares.length - 1, 'step')} from ${placeOf(data, first)} to ${end}`);
}

/** "row 3, column 0" */
export const placeOf = ({ columns }: GridData, square: number): string =>
  `row ${Math.floor(square / columns)}, column ${square % columns}`;

/** All that is known of a square, in one line. */
export function describeSquare(data: GridData, square: number): string {
  const cell = data.cells[square] ?? 'free';
  const value = valueOf(data, square);
  const move = preferred(data, square);
  const q = data.q?.[square];
  return [
    `${placeOf(data, square)}${cell === 'free' ? '' : `, ${cell}`}`,
    ...(Number.isFinite(value) && cell !== 'wall'
      ? [`${data.valueLabel ?? 'value'} ${formatNumber(value, 3)}`]
      : []),
    ...(move === null ? [] : [`goes ${move}`]),
    ...(q && cell !== 'wall'
      ? [gridMoves.map((name, i) => `${name} ${formatNumber(q[i] ?? NaN, 3)}`).join(', ')]
      : []),
  ].join(' · ');
}

export function gridTable(data: GridData): TableData {
  const { rows, columns, cells } = data;
  const text = (square: number): string => {
    const cell = cells[square] ?? 'free';
    const value = valueOf(data, square);
    const move = preferred(data, square);
    const parts = [
      cell === 'free' ? '' : cell,
      Number.isFinite(value) && cell !== 'wall' ? formatNumber(value, 3) : '',
      move ? arrows[move] : '',
    ];
    return parts.filter(Boolean).join(' ') || '·';
  };
  return {
    caption: 'The squares of the world',
    columns: ['row', ...Array.from({ length: columns }, (_, column) => String(column))],
    rows: Array.from({ length: rows }, (_, row) => [
      String(row),
      ...Array.from({ length: columns }, (_, column) => text(row * columns + column)),
    ]),
  };
}

/** Pixels that the world may take in height. */
export const tallest = 360;

export function room({ rows, columns, paths = [], frame }: GridData): Room {
  const playable = frame === undefined && paths.some(({ squares }) => squares.length > 1) ? 1 : 0;
  const size = `min(56px, ${tallest / rows}px, (100cqw - 4px) / ${columns})`;
  const key = paths.length > 1 ? 24 : 0;
  return roomOf(
    `8px + ${rows} * ${size}`,
    [playable, playable],
    [keptLine[0] + 4 + key, keptLine[1] + 4 + key],
  );
}
