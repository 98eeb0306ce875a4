import { make } from './make.ts';

/**
 * Reads single squares of a sheet: one stop of the Tab key, arrow keys go from square to square, a pointer points. What
 * is read goes to `say`, and stands in a live line below the picture.
 */
export interface SquareReader {
  /** Lies over the drawing. */
  readonly element: HTMLElement;
  /** The line below it. */
  readonly reading: HTMLElement;
  /** Where the sheet lies now. */
  place(place: { left: number; top: number; size: number; rows: number; columns: number }): void;
}

export interface SquareReaderSpec {
  /** What is read, for ears: "Confusion matrix". */
  label: string;
  say(row: number, column: number): string;
  /** Stands in the line until something is read. */
  hint?: string;
  /** A square was pressed, or Enter stands on it. */
  choose?(row: number, column: number): void;
}

export function createSquareReader({ label, say, hint = '', choose }: SquareReaderSpec): SquareReader {
  const reading = make('output', { class: 'kept-line' }, hint);
  const cursor = make('div', { class: 'square-cursor', hidden: true });
  const element = make(
    'div',
    {
      class: 'square-reader',
      tabindex: 0,
      role: 'application',
      'aria-roledescription': 'squares',
      'aria-label': `${label}. Arrow keys go from square to square.`,
    },
    cursor,
  );
  let at = { row: 0, column: 0 };
  let grid = { left: 0, top: 0, size: 1, rows: 1, columns: 1 };

  const show = () => {
    cursor.style.cssText = `left:${at.column * grid.size}px;top:${at.row * grid.size}px;width:${grid.size}px;height:${grid.size}px`;
    reading.textContent = say(at.row, at.column);
  };
  const go = (row: number, column: number) => {
    at = { row: within(row, grid.rows), column: within(column, grid.columns) };
    cursor.hidden = false;
    show();
  };
  element.addEventListener('focus', () => go(at.row, at.column));
  element.addEventListener('keydown', (event) => {
    const { row, column } = at;
    const next = (
      {
        ArrowUp: [row - 1, column],
        ArrowDown: [row + 1, column],
        ArrowLeft: [row, column - 1],
        ArrowRight: [row, column + 1],
        Home: [row, 0],
        End: [row, grid.columns - 1],
      } as Record<string, [number, number]>
    )[event.key];
    if (next !== undefined) go(...next);
    else if (choose && (event.key === 'Enter' || event.key === ' ')) choose(row, column);
    else return;
    event.preventDefault();
  });
  const point = (event: PointerEvent) => {
    const box = element.getBoundingClientRect();
    go(Math.floor((event.clientY - box.top) / grid.size), Math.floor((event.clientX - box.left) / grid.size));
  };
  element.addEventListener('pointermove', point);
  element.addEventListener('pointerdown', (event) => {
    point(event);
    choose?.(at.row, at.column);
  });

  return {
    element,
    reading,
    place: (next) => {
      grid = next;
      const { left, top, size, rows, columns } = grid;
      element.style.cssText = `left:${left}px;top:${top}px;width:${columns * size}px;height:${rows * size}px`;
      at = { row: within(at.row, rows), column: within(at.column, columns) };
      if (!cursor.hidden) show();
    },
  };
}

const within = (place: number, count: number): number => Math.min(count - 1, Math.max(0, place));
