import { makeSvg } from './make.ts';
import { columnName, rowName, schema, type MatrixData } from './matrix-data.ts';
import { edges, matrixTable, nameOf, summarise, tallest } from './matrix-summary.ts';
import { formatNumber } from './numbers.ts';
import { createPicture } from './picture.ts';
import { createSquareReader } from './square-reader.ts';
import { drawSheet, rangeOf, sizeFor } from './squares.ts';
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
  const draw = (svg: SVGSVGElement, width: number): number => {
    const { left, top } = edges(data);
    const [rows, columns] = [data.values.length, data.values[0]?.length ?? 1];
    const size = sizeFor(columns, rows, { width: width - left - 8, height: tallest });
    const range = data.range ?? rangeOf(data.values);
    svg.replaceChildren(
      drawSheet({ values: data.values, left, top, size, range, numbers: true }),
      ...names(data, { left, top, size }),
      ...(data.diagonal ? rings(Math.min(rows, columns), { left, top, size }) : []),
    );
    reader.place({ left, top, size, rows, columns });
    return top + rows * size + 8;
  };
  const picture = createPicture({
    name: 'matrix',
    over: reader.element,
    under: [reader.reading],
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

interface Place {
  left: number;
  top: number;
  size: number;
}

/** As many names as fit: every one, or every second, third … */
function names(data: MatrixData, { left, top, size }: Place): SVGElement[] {
  const rows = every(data.values.length, size, 14).map((row) =>
    makeSvg(
      'text',
      { x: left - 8, y: top + (row + 0.5) * size + 4, 'text-anchor': 'end' },
      cut(rowName(data, row), 17),
    ),
  );
  const count = data.values[0]?.length ?? 0;
  const longest = Math.max(...Array.from({ length: count }, (_, i) => columnName(data, i).length));
  const columns = every(count, size, Math.min(longest, 12) * 6.4 + 4).map((column) =>
    makeSvg(
      'text',
      { x: left + (column + 0.5) * size, y: top - 8, 'text-anchor': 'middle' },
      cut(columnName(data, column), 12),
    ),
  );
  return [...rows, ...columns, ...labels(data, { left, top, size })];
}

function labels(data: MatrixData, { left, top, size }: Place): SVGElement[] {
  const [across, down] = [(data.values[0]?.length ?? 0) * size, data.values.length * size];
  const y = top + down / 2;
  return [
    ...(data.columnLabel === undefined
      ? []
      : [
          makeSvg(
            'text',
            { class: 'sheet-name', x: left + across / 2, y: 12, 'text-anchor': 'middle' },
            data.columnLabel,
          ),
        ]),
    ...(data.rowLabel === undefined
      ? []
      : [
          makeSvg(
            'text',
            { class: 'sheet-name', x: 12, y, 'text-anchor': 'middle', transform: `rotate(-90 12 ${y})` },
            data.rowLabel,
          ),
        ]),
  ];
}

function every(count: number, size: number, needed: number): number[] {
  const step = Math.max(1, Math.ceil(needed / size));
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const rings = (count: number, { left, top, size }: Place): SVGElement[] =>
  Array.from({ length: count }, (_, i) =>
    makeSvg('rect', {
      class: 'square-ring',
      x: left + i * size + 1.5,
      y: top + i * size + 1.5,
      width: size - 3,
      height: size - 3,
    }),
  );
