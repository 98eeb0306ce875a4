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
  /** Says something else there; without a text the hint stands there again. */
  tell(text?: string): void;
  /** Where the sheet lies now. */
  place(place: { left: number; top: number; size: number; rows: number; columns: number }): void;
}

export interface SquareReaderSpec {
  /** What is read, for ears: "Confusion matrix". */
  label: string;
  say(row: number, column: number): string;
  /** Reads what is pressed only, not what a pointer passes. */
  pressOnly?: boolean;
  /** An arrow key or a press went to this square. */
  onGo?(row: number, column: number): void;
  /** Stands in the line until something is read. */
  hint?: string;
}

export function createSquareReader(spec: SquareReaderSpec): SquareReader {
  const { label, say, hint = '', pressOnly = false, onGo } = spec;
  const reading = make('output', { class: 'kept-line hint' }, hint);
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

  let readsSquare = false;
  const tell = (text = hint) => {
    readsSquare = false;
    // The same again would be spoken again.
    if (reading.textContent !== text) reading.textContent = text;
    reading.classList.toggle('hint', text === hint);
  };
  const frame = () => {
    cursor.style.cssText = `left:${at.column * grid.size}px;top:${at.row * grid.size}px;width:${grid.size}px;height:${grid.size}px`;
  };
  const show = () => {
    frame();
    tell(say(at.row, at.column));
    readsSquare = true;
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
    if (next === undefined) return;
    event.preventDefault();
    go(...next);
    onGo?.(at.row, at.column);
  });
  const point = (event: PointerEvent) => {
    const box = element.getBoundingClientRect();
    go(Math.floor((event.clientY - box.top) / grid.size), Math.floor((event.clientX - box.left) / grid.size));
  };
  element.addEventListener('pointermove', (event) => {
    if (!pressOnly) point(event);
  });
  element.addEventListener('pointerdown', (event) => {
    point(event);
    onGo?.(at.row, at.column);
  });

  return {
    element,
    reading,
    tell,
    place: (next) => {
      grid = next;
      const { left, top, size, rows, columns } = grid;
      element.style.cssText = `left:${left}px;top:${top}px;width:${columns * size}px;height:${rows * size}px`;
      at = { row: within(at.row, rows), column: within(at.column, columns) };
      if (readsSquare) show();
      else frame();
    },
  };
}

const within = (place: number, count: number): number => Math.min(count - 1, Math.max(0, place));
