import { limits, type OutputOf } from '../kernel/protocol.ts';
import type { DisplayHost } from './display-host.ts';

const columnsLimit = 50;

/** Rows as a table; the columns are those named, else the keys of the rows in order of appearance. */
export function toTable(
  host: DisplayHost,
  rows: readonly object[],
  { columns, caption }: { columns?: string[]; caption?: string } = {},
): OutputOf<'table'> {
  if (!Array.isArray(rows)) throw new TypeError('show.table: expected an array of rows.');
  const shown = (rows as readonly object[]).slice(0, limits.rows);
  const keys = keysOf(shown, columns);
  return {
    kind: 'table',
    columns: (columns ?? keys).slice(0, columnsLimit),
    rows: shown.map((row) => keys.map((key) => host.inspect(Reflect.get(row, key)))),
    more: rows.length - shown.length,
    ...(caption === undefined ? {} : { caption }),
  };
}

/** Rows that are arrays are read by position, even where their columns have names. */
function keysOf(rows: readonly object[], columns: string[] | undefined): string[] {
  const areArrays = rows.every((row) => Array.isArray(row));
  if (columns !== undefined && !areArrays) return columns.slice(0, columnsLimit);
  const keys = new Set<string>();
  for (const row of rows) for (const key of Object.keys(row)) keys.add(key);
  return [...keys].slice(0, columns?.length ?? columnsLimit);
}
