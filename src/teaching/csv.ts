/**
 * Tables as text, after RFC 4180: what a gradebook takes in, and the rosters that it gives out.
 * The names and comments in them were typed by others, and a spreadsheet takes a cell that begins like a formula for one.
 */

export type Cell = string | number | null;

export interface CsvOptions {
  /** Begin with a byte order mark, by which Excel knows UTF-8. Gradebooks want none. */
  bom?: boolean;
  /** `;` for spreadsheets of countries that write 2,5: numbers have a comma then. Gradebooks want `,`. */
  separator?: ',' | ';';
}

/** What is read at the most: characters, rows and cells in a row. */
export const largest = { text: 2_000_000, rows: 20_000, columns: 200 } as const;

/**
 * Rows end with CR LF. Numbers have a point, or a comma where cells end at `;`, and at most 4 decimals; a number that is not finite is an empty cell, as
 * `null` is. Texts are made inert (`inert`) and quoted where they need it.
 */
export function writeCsv(
  rows: readonly (readonly Cell[])[],
  { bom = false, separator = ',' }: CsvOptions = {},
): string {
  const lines = rows.map((row) => `${row.map((cell) => writeCell(cell, separator)).join(separator)}\r\n`);
  return (bom ? '\ufeff' : '') + lines.join('');
}

function writeCell(cell: Cell, separator: ',' | ';'): string {
  if (cell === null) return '';
  if (typeof cell === 'number')
    return Number.isFinite(cell)
      ? String(Number(cell.toFixed(4))).replace('.', separator === ';' ? ',' : '.')
      : '';
  const text = inert(cell, separator);
  return /[",;\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Where a cell begins for some spreadsheet. In the middle of a text that is not harmless: a spreadsheet that expects the
 * other separator does not see where our quotes begin, and breaks the cell at its own and at each new line.
 */
const formula = {
  ',': /(^|[\n;])((?:[^\S\n]|["\p{Cf}])*)(?=[=+\-@＝＋－＠])/gu,
  ';': /(^|[\n;,])((?:[^\S\n]|["\p{Cf}])*)(?=[=+\-@＝＋－＠])/gu,
} as const;

/**
 * A text that no spreadsheet runs: an apostrophe stands before what begins like a formula, also after spaces, quotes,
 * marks that cannot be seen, a new line, a semicolon, or a comma where cells end at `;`. Control characters are dropped except new lines; a tab becomes a space.
 * Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection, read on 2026-11-21 in its
 * repository (OWASP/www-community, pages/attacks/CSV_Injection.md). The full-width signs are not on that page; they are treated alike, as
 * some input methods and spreadsheets turn one into the other.
 */
export function inert(text: string, separator: ',' | ';' = ','): string {
  const kept = text
    .replaceAll('\r\n', '\n')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
  const safe = kept.replace(/[\t\r]/gu, ' ').replace(formula[separator], "$1'$2");
  return /^[\t\n\r]/u.test(kept) && !safe.startsWith("'") ? `'${safe}` : safe;
}

/**
 * Reads a table that commas, semicolons or tabs separate, as its first line shows. Cells stay as they are, spaces
 * included; empty lines are left out; rows may differ in length.
 * @returns the rows, or why the text cannot be read, with the line
 */
export function readCsv(text: string): { rows: string[][] } | { fault: string } {
  if (text.length > largest.text)
    return { fault: `The file is larger than ${largest.text / 1_000_000} MB: no list of a class.` };
  if (text.startsWith('PK') || text.includes('\0'))
    return { fault: 'This is not text: save the table as CSV (UTF-8) and choose that file.' };
  const table = text.replace(/^\ufeff/u, '');
  return readRows(table, separatorOf(table));
}

/** The separator that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const line = /^(?:"[^"]*"|[^"\r\n])*/u.exec(text.slice(0, 10_000))?.[0] ?? '';
  const bare = line.replace(/"[^"]*"/gu, '');
  const count = (separator: string): number => bare.split(separator).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function readRows(text: string, separator: string): { rows: string[][] } | { fault: string } {
  const rows: string[][] = [];
  let row: string[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length || row.length > 0) {
    const cell = readCell(text, at, separator);
    if ('problem' in cell) return { fault: `Line ${line}: ${cell.problem}` };
    row.push(cell.text);
    if (row.length > largest.columns)
      return { fault: `Line ${line}: there are more than ${largest.columns} columns.` };
    line += countLines(text.slice(at, cell.end));
    at = cell.end + 1;
    if (text[cell.end] === separator) continue;
    if (row.some((each) => each.trim() !== '')) rows.push(row);
    if (rows.length > largest.rows)
      return { fault: `Line ${line}: there are more than ${largest.rows} rows.` };
    row = [];
    if (text.startsWith('\r\n', cell.end)) at += 1;
    line += 1;
  }
  return { rows };
}

const countLines = (text: string): number => text.match(/\r\n|\r|\n/gu)?.length ?? 0;

/** The cell that begins here, and the offset of what ends it. */
function readCell(
  text: string,
  at: number,
  separator: string,
): { text: string; end: number } | { problem: string } {
  if (text[at] !== '"') {
    const end = seek(text, at, [separator, '\r', '\n']);
    return { text: text.slice(at, end), end };
  }
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return { problem: 'a quotation mark is opened here and never closed.' };
  const end = close + 1;
  if (end < text.length && ![separator, '\r', '\n'].includes(text[end] ?? ''))
    return {
      problem: 'something stands behind a closing quotation mark; inside a cell it is written twice.',
    };
  return { text: text.slice(at + 1, close).replaceAll('""', '"'), end };
}

function seek(text: string, from: number, ends: readonly string[]): number {
  let at = from;
  while (at < text.length && !ends.includes(text.charAt(at))) at += 1;
  return at;
}
