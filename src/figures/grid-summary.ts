import { sentence } from './describe.ts';
import { canStand, gridMoves, preferred, valueOf, type GridData } from './grid-data.ts';
import { counted, extent, formatNumber } from './numbers.ts';
import { keptLine, roomOf, type Room } from './room.ts';
import { scaleHeight } from './square-scale.ts';
import { rangeOf } from './squares.ts';
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
  const range = extent(cells.map((cell, square) => (canStand(cell) ? valueOf(data, square) : NaN)));
  return [
    `A world of ${counted(rows, 'row')} and ${counted(columns, 'column')}${kinds.length > 0 ? `: ${kinds.join(', ')}` : ''}.`,
    ...(range === null
      ? []
      : [`The ${valueLabel} runs from ${formatNumber(range[0], 3)} to ${formatNumber(range[1], 3)}.`]),
    ...paths.map((path) => describeWay(data, path)),
  ].join(' ');
}

/** Where each agent stands when the ways have been played: "Far from it: at the goal after 17 steps." */
export const describeEnds = (data: GridData): string =>
  (data.paths ?? [])
    .map(({ label, squares }) => {
      const steps = counted(Math.max(0, squares.length - 1), 'step');
      const last = squares.at(-1);
      if (last === undefined) return sentence(`${label}: no step`);
      const kind = data.cells[last];
      const end =
        kind === 'goal' ? 'at the goal' : kind === 'cliff' ? 'off the cliff' : `at ${placeOf(data, last)}`;
      return sentence(`${label}: ${end} after ${steps}`);
    })
    .join(' ');

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

/** With q-values a row for each square; else the squares as they lie. */
export function gridTable(data: GridData): TableData {
  return data.q ? movesTable(data, data.q) : mapTable(data);
}

function movesTable(data: GridData, q: readonly (readonly number[])[]): TableData {
  return {
    caption: `${data.valueLabel ?? 'value'} of each move`,
    columns: ['row', 'column', 'square', ...gridMoves, 'best'],
    rows: data.cells.flatMap((cell, square) =>
      !canStand(cell)
        ? []
        : [
            [
              String(Math.floor(square / data.columns)),
              String(square % data.columns),
              cell,
              ...gridMoves.map((_, i) => formatNumber(q[square]?.[i] ?? NaN, 3)),
              preferred(data, square) ?? '·',
            ],
          ],
    ),
  };
}

function mapTable(data: GridData): TableData {
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

/** Pixels that the world may take in height, and one square; with q-values each square holds four numbers. */
export const tallest = 360;
export const widest = ({ q }: GridData): number => (q ? 68 : 56);

/** Whether squares are filled by numbers, so that a scale says what the colours mean. */
export const isTinted = (data: GridData): boolean => rangeIn(data) !== null;

/** The smallest and the largest number that fills a square, or a part of it. */
export function rangeIn({ range, cells, values, q }: GridData): [number, number] | null {
  const numbers = cells.flatMap((cell, square) =>
    !canStand(cell) ? [] : q ? (q[square] ?? []) : [values?.[square] ?? NaN],
  );
  const found = extent(numbers);
  return found === null ? null : (range ?? rangeOf([found]));
}

export function room(data: GridData): Room {
  const { rows, columns, paths = [], frame } = data;
  const playable = frame === undefined && paths.some(({ squares }) => squares.length > 1) ? 1 : 0;
  const size = `max(3px, round(down, min(${widest(data)}px, ${tallest / rows}px, (100cqw - 4px) / ${columns}), 1px))`;
  const around = (paths.length > 1 ? 27 : 0) + (isTinted(data) ? scaleHeight : 0);
  return roomOf(
    `8px + ${rows} * ${size}`,
    [playable, 2 * playable],
    [keptLine[0] + around, keptLine[1] + around],
  );
}
