import { freshId, make, setAttributes } from './make.ts';

export interface TableData {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface TableToggle {
  /** "As a table". */
  readonly button: HTMLButtonElement;
  /** Where the table appears. */
  readonly region: HTMLElement;
  /** The data have changed: an open table is built anew. */
  update(): void;
}

const most = 500;

/** A picture's numbers as a table, built when someone asks for it. */
export function createTableToggle(data: () => TableData): TableToggle {
  const id = freshId('table');
  const region = make('div', { id, class: 'figure-table', role: 'region', tabindex: 0, hidden: true });
  const button = make('button', {
    type: 'button',
    class: 'figure-link',
    'aria-controls': id,
    'aria-expanded': 'false',
  });
  button.textContent = 'As a table';
  const fill = () => {
    const table = data();
    region.setAttribute('aria-label', table.caption);
    region.replaceChildren(tableOf(table));
  };
  button.addEventListener('click', () => {
    const open = region.hidden;
    if (open) fill();
    region.hidden = !open;
    setAttributes(button, { 'aria-expanded': String(open) });
    button.textContent = open ? 'Hide the table' : 'As a table';
  });
  const update = () => {
    if (!region.hidden) fill();
  };
  return { button, region, update };
}

function tableOf({ caption, columns, rows }: TableData): HTMLElement {
  const shown = rows.slice(0, most);
  const left = rows.length - shown.length;
  const title = left > 0 ? `${caption} (first ${shown.length} of ${rows.length} rows)` : caption;
  return make(
    'table',
    { class: 'output-table' },
    make('caption', {}, title),
    make(
      'thead',
      {},
      make('tr', {}, ...columns.map((text) => make('th', { scope: 'col', 'data-numeric': true }, text))),
    ),
    make(
      'tbody',
      {},
      ...shown.map((row) => make('tr', {}, ...row.map((text) => make('td', { 'data-numeric': true }, text)))),
    ),
  );
}
