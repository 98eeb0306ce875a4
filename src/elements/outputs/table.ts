import { make } from '../../figures/make.ts';
import { counted } from '../../figures/numbers.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import { redrawn, type Drawn } from './drawn.ts';
import { scrollable } from './scrollable.ts';
import { valueTree } from './value-tree.ts';

type Table = OutputOf<'table'>;

export function drawTable(output: Table): Drawn<'table'> {
  return redrawn<'table'>(output, (table) => [scrollable(table.caption ?? 'Table', tableElement(table))]);
}

function tableElement(table: Table): HTMLElement {
  const numeric = table.columns.map((_, column) => isNumeric(table, column));
  const head = table.columns.map((text, i) => make('th', { scope: 'col', 'data-numeric': numeric[i] }, text));
  const rows = table.rows.map((row) =>
    make('tr', {}, ...row.map((value, i) => make('td', { 'data-numeric': numeric[i] }, valueTree(value)))),
  );
  return make(
    'table',
    { class: 'output-table' },
    make('caption', {}, caption(table)),
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...rows),
  );
}

/** A column of numbers, blanks allowed, lines up at the right. */
function isNumeric(table: Table, column: number): boolean {
  const types = table.rows
    .map((row) => row[column]?.type)
    .filter((type) => type !== 'undefined' && type !== 'null');
  return types.length > 0 && types.every((type) => type === 'number' || type === 'bigint');
}

function caption({ caption, rows, more }: Table): string {
  const size =
    more === 0
      ? counted(rows.length, 'row')
      : `first ${rows.length} of ${counted(rows.length + more, 'row')}`;
  return caption === undefined ? size : `${caption} (${size})`;
}
