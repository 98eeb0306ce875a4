import { make } from '../../figures/make.ts';
import { formatNumber } from '../../figures/numbers.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import { chooseColours } from './colours.ts';
import { drawLegend, paintMatrix } from './pixels.ts';
import type { Slices } from './slices.ts';

type Tensor = OutputOf<'tensor'>;

/** One matrix as colours. Pointer and arrow keys read single numbers. */
export function drawHeatMap(tensor: Tensor, slices: Slices, host: Element): HTMLElement {
  const { rows, columns } = slices;
  const colours = chooseColours(host, tensor.min ?? 0, tensor.max ?? 0);
  const at = slices.list[0]?.at ?? (() => 0);
  const canvas = paintMatrix(tensor.values, rows, columns, at, colours);
  canvas.style.width = `${columns * Math.max(1, Math.min(28, Math.floor(420 / Math.max(rows, columns))))}px`;
  const cursor = make('div', { class: 'matrix-cursor', hidden: true });
  const stage = make('div', {
    class: 'matrix-stage',
    tabindex: 0,
    role: 'application',
    'aria-roledescription': 'heat map',
    'aria-label': `Heat map, ${rows} by ${columns}. Arrow keys read single numbers.`,
  });
  stage.append(canvas, cursor);
  const readout = make('output', { class: 'matrix-readout' }, 'Point at a square, or use the arrow keys.');
  const read = (row: number, column: number) => {
    cursor.hidden = false;
    cursor.style.cssText = `left:${(column / columns) * 100}%;top:${(row / rows) * 100}%;width:${100 / columns}%;height:${100 / rows}%`;
    const value = tensor.values[at(row, column)] ?? NaN;
    const where = rows === 1 ? `[${column}]` : `[${row}, ${column}]`;
    readout.textContent = `${where} = ${formatNumber(value, 6)}`;
  };
  listen(stage, canvas, rows, columns, read);
  return make('div', { class: 'heat-map' }, stage, drawLegend(colours, formatNumber), readout);
}

function listen(
  stage: HTMLElement,
  canvas: HTMLCanvasElement,
  rows: number,
  columns: number,
  read: (row: number, column: number) => void,
): void {
  let place = [0, 0] as [number, number];
  const go = (row: number, column: number) => {
    place = [Math.min(rows - 1, Math.max(0, row)), Math.min(columns - 1, Math.max(0, column))];
    read(...place);
  };
  stage.addEventListener('pointermove', (event) => {
    const box = canvas.getBoundingClientRect();
    go(
      Math.floor(((event.clientY - box.top) / box.height) * rows),
      Math.floor(((event.clientX - box.left) / box.width) * columns),
    );
  });
  stage.addEventListener('keydown', (event) => {
    const [row, column] = place;
    const next: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, columns - 1],
    };
    const to = next[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(...to);
  });
}
