import { makeSvg } from './make.ts';
import { columnName, rowName, schema, type MatrixData } from './matrix-data.ts';
import { longest, sizesFor, type MatrixSizes } from './matrix-sizes.ts';
import { matrixTable, nameOf, summarise } from './matrix-summary.ts';
import { formatNumber } from './numbers.ts';
import { createPicture } from './picture.ts';
import { createSquareReader } from './square-reader.ts';
import { createSquareScale } from './square-scale.ts';
import { drawSheet, rangeOf, strongest } from './squares.ts';
import './squares.css';

export { schema };

/** A matrix as squares with names at the edges; pointer and arrow keys read single numbers. */
export function create(first: MatrixData): {
  element: HTMLElement;
  update(data: MatrixData): void;
  dispose(): void;
} {
  let data = first;
  const reader = createSquareReader({
    label: 'Matrix',
    hint: 'Point at a square, or use the arrow keys.',
    say: (row, column) =>
      `${nameOf(data, row, column)}: ${formatNumber(data.values[row]?.[column] ?? NaN, 6)}`,
  });
  const scale = createSquareScale();
  const draw = (svg: SVGSVGElement, width: number): number => {
    const sizes = sizesFor(data, width);
    const [rows, columns] = [data.values.length, data.values[0]?.length ?? 1];
    const range = data.range ?? rangeOf(data.values);
    svg.replaceChildren(
      drawSheet({ values: data.values, ...sizes, range, numbers: true }),
      ...names(data, sizes),
      ...(data.diagonal ? rings(Math.min(rows, columns), sizes) : []),
    );
    scale.set(sizes.scaled ? { range, strongest: strongest.plain } : null);
    reader.place({ ...sizes, rows, columns });
    return sizes.top + rows * sizes.size + 8;
  };
  const picture = createPicture({
    name: 'matrix',
    over: reader.element,
    under: [scale.element, reader.reading],
    draw,
    words: () => ({ summary: summarise(data), table: matrixTable(data) }),
  });
  return {
    element: picture.element,
    update: (next) => {
      data = next;
      picture.update();
    },
    dispose: picture.dispose,
  };
}

/** As many names as fit: every one, or every second, third … */
function names(data: MatrixData, sizes: MatrixSizes): SVGElement[] {
  const { left, top, size, upright } = sizes;
  const rows = every(data.values.length, size, 14).map((row) =>
    makeSvg(
      'text',
      { x: left - 8, y: top + (row + 0.5) * size + 4, 'text-anchor': 'end' },
      cut(rowName(data, row), longest.row),
    ),
  );
  const count = data.values[0]?.length ?? 0;
  const texts = Array.from({ length: count }, (_, i) => cut(columnName(data, i), longest.column));
  const needed = upright ? 14 : Math.max(...texts.map(({ length }) => length)) * 6.4 + 4;
  const columns = every(count, size, needed).map((column) =>
    makeSvg(
      'text',
      upright
        ? { transform: `translate(${left + (column + 0.5) * size + 4} ${top - 6}) rotate(-90)` }
        : { x: left + (column + 0.5) * size, y: top - 8, 'text-anchor': 'middle' },
      texts[column] ?? '',
    ),
  );
  return [...rows, ...columns, ...labels(data, sizes)];
}

function labels(data: MatrixData, { left, top, size }: MatrixSizes): SVGElement[] {
  const { columnLabel, rowLabel } = data;
  const [across, down] = [(data.values[0]?.length ?? 0) * size, data.values.length * size];
  const label = (text: string | undefined, place: object): SVGElement[] =>
    text === undefined
      ? []
      : [makeSvg('text', { class: 'sheet-name', 'text-anchor': 'middle', ...place }, text)];
  return [
    ...label(columnLabel, { x: left + across / 2, y: 12 }),
    ...label(rowLabel, { transform: `translate(12 ${top + down / 2}) rotate(-90)` }),
  ];
}

function every(count: number, size: number, needed: number): number[] {
  const step = Math.max(1, Math.ceil(needed / size));
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const rings = (count: number, { left, top, size }: MatrixSizes): SVGElement[] =>
  Array.from({ length: count }, (_, i) =>
    makeSvg('rect', {
      class: 'square-ring',
      x: left + i * size + 1.5,
      y: top + i * size + 1.5,
      width: size - 3,
      height: size - 3,
    }),
  );
