import { make } from '../../figures/make.ts';
import { formatNumber } from '../../figures/numbers.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import type { Slice, Slices } from './slices.ts';

type Tensor = OutputOf<'tensor'>;

const mostRows = 20;
const mostColumns = 12;
const mostSlices = 4;

/** The numbers themselves; what is left out is said. */
export function drawNumbers(tensor: Tensor, slices: Slices): HTMLElement {
  if (tensor.size === 0) return make('p', { class: 'output-more' }, 'There are no numbers in it.');
  if (tensor.shape.length === 0)
    return make('p', { class: 'tensor-scalar' }, formatNumber(tensor.values[0] ?? NaN, 7));
  const shown = slices.list.slice(0, mostSlices);
  const box = make(
    'div',
    { class: 'tensor-numbers' },
    ...shown.map((slice) => matrix(tensor, slices, slice)),
  );
  const left = slices.count - shown.length;
  if (left > 0) box.append(make('p', { class: 'output-more' }, `${formatNumber(left)} more slices`));
  return box;
}

function matrix(tensor: Tensor, { rows, columns }: Slices, slice: Slice): HTMLElement {
  const body = make('tbody');
  const width = Math.min(columns, mostColumns);
  for (let row = 0; row < Math.min(rows, mostRows); row++) {
    const cells = Array.from({ length: width }, (_, column) =>
      make('td', {}, cell(tensor.values, slice.at(row, column))),
    );
    if (columns > width) cells.push(make('td', { class: 'output-more' }, '…'));
    body.append(make('tr', {}, ...cells));
  }
  return make('table', { class: 'tensor-matrix' }, make('caption', {}, title(slice, rows, columns)), body);
}

function cell(values: ArrayLike<number>, index: number): string {
  const value = values[index];
  return value === undefined ? '' : formatNumber(value);
}

function title(slice: Slice, rows: number, columns: number): string {
  const cut = rows > mostRows || columns > mostColumns;
  const part = `first ${Math.min(rows, mostRows)} of ${rows} rows, ${Math.min(columns, mostColumns)} of ${columns} columns`;
  return [slice.name, cut ? part : ''].filter((text) => text !== '').join(': ');
}
