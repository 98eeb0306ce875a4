import { columnName, rowName, type MatrixData } from './matrix-data.ts';
import { largest, leftOf, most, sizesFor } from './matrix-sizes.ts';
import { counted, extent, formatNumber } from './numbers.ts';
import { keptLine, roomOf, type Room } from './room.ts';
import { scaleHeight } from './square-scale.ts';
import type { TableData } from './table-toggle.ts';

/** "3 rows and 3 columns from 0 to 98. The largest, 98, is at true plus, said plus. On the diagonal 280 of 300." */
export function summarise(data: MatrixData): string {
  const { values } = data;
  const size = `${counted(values.length, 'row')} and ${counted(values[0]?.length ?? 0, 'column')}`;
  const range = extent(values.flat());
  if (range === null) return `${size} without a number.`;
  const [low, high] = range;
  const row = values.findIndex((each) => each.includes(high));
  const column = values[row]?.indexOf(high) ?? 0;
  const sentences = [`${size}, from ${formatNumber(low)} to ${formatNumber(high)}.`];
  if (low !== high) sentences.push(`The largest, ${formatNumber(high)}, is at ${nameOf(data, row, column)}.`);
  if (data.diagonal) sentences.push(describeDiagonal(values));
  return sentences.join(' ');
}

/** "true plus, said cross" */
export function nameOf(data: MatrixData, row: number, column: number): string {
  const { rowLabel = 'row', columnLabel = 'column' } = data;
  return `${rowLabel} ${rowName(data, row)}, ${columnLabel} ${columnName(data, column)}`;
}

function describeDiagonal(values: MatrixData['values']): string {
  const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
  const on = sum(values.map((row, i) => row[i] ?? 0));
  return `On the diagonal ${formatNumber(on)} of ${formatNumber(sum(values.flat()))}.`;
}

export function matrixTable(data: MatrixData): TableData {
  const { values, rowLabel = '', columnLabel = '' } = data;
  return {
    caption: [rowLabel && `rows: ${rowLabel}`, columnLabel && `columns: ${columnLabel}`]
      .filter(Boolean)
      .join(', '),
    columns: [rowLabel, ...(values[0] ?? []).map((_, column) => columnName(data, column))],
    rows: values.map((row, i) => [rowName(data, i), ...row.map((value) => formatNumber(value))]),
  };
}

/** About as wide as a figure is in a page, and on a phone; pixels. */
const typical = { wide: 656, narrow: 312 } as const;

export function room(data: MatrixData): Room {
  const [columns, rows] = [data.values[0]?.length ?? 1, data.values.length];
  const side = `max(3px, round(down, min(${largest(data)}px, ${most.height / rows}px, (100cqw - ${leftOf(data) + 8}px) / ${columns}), 1px))`;
  const at = (width: number) => {
    const { top, scaled } = sizesFor(data, width);
    const below = scaled ? scaleHeight : 0;
    return roomOf(`${top + 8}px + ${rows} * ${side}`, [0, 0], [keptLine[0] + below, keptLine[1] + below]);
  };
  return { wide: at(typical.wide).wide, narrow: at(typical.narrow).narrow };
}
