import { make } from '../../figures/make.ts';
import type { Colours } from './colours.ts';

/** A canvas with one pixel for each number of a matrix; the page enlarges it with sharp edges. */
export function paintMatrix(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  at: (row: number, column: number) => number,
  colours: Colours,
  canvas = make('canvas', { class: 'matrix' }),
): HTMLCanvasElement {
  canvas.width = columns;
  canvas.height = rows;
  const image = new ImageData(columns, rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = values[at(row, column)] ?? NaN;
      const [red, green, blue] = Number.isFinite(value) ? colours.colour(value) : colours.missing;
      image.data.set([red, green, blue, 255], (row * columns + column) * 4);
    }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

/** The scale of colours with its ends. */
export function drawLegend(colours: Colours, format: (value: number) => string): HTMLElement {
  const { low, high } = colours;
  const at = (_: number, column: number) => column;
  const values = Array.from({ length: 64 }, (_, i) => low + ((high - low) * i) / 63);
  const strip = paintMatrix(
    values,
    1,
    64,
    at,
    colours,
    make('canvas', { class: 'legend-strip', 'aria-hidden': true }),
  );
  return make(
    'div',
    { class: 'legend' },
    make('span', {}, format(low)),
    strip,
    make('span', {}, format(high)),
  );
}
