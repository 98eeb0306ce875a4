import { convolve, termsAt } from './convolution-model.ts';
import { strideOf, type ConvolutionData } from './convolution-data.ts';
import { extent, formatNumber } from './numbers.ts';
import { keptLine, roomOf, type Room } from './room.ts';
import type { Matrix } from './squares.ts';
import type { TableData } from './table-toggle.ts';

/** @param kernel the one that slides now; the first where missing */
export function summarise(data: ConvolutionData, kernel = data.kernels[0]): string {
  const { image } = data;
  const { label = '', values = [[0]] } = kernel ?? {};
  const { stride, padding } = strideOf(data);
  const output = convolve(image, values, { stride, padding });
  const [low, high] = extent(output.flat()) ?? [0, 0];
  return [
    `The kernel “${label}”, ${sizeOf(values)}, slides over a picture of ${sizeOf(image)}`,
    stride > 1 ? ` by ${stride} squares at a time` : '',
    padding > 0 ? ` with ${padding} ${padding === 1 ? 'row' : 'rows'} of zeros all round` : '',
    `. The result has ${sizeOf(output)} numbers, from ${formatNumber(low, 3)} to ${formatNumber(high, 3)}.`,
  ].join('');
}

export const sizeOf = (matrix: Matrix): string => `${matrix.length} × ${matrix[0]?.length ?? 0}`;

/** "Row 0, column 2: 1 × 0.5 + 2 × 0.25 = 1": products that are zero are left out. */
export function describePlace(data: ConvolutionData, kernel: Matrix, row: number, column: number): string {
  const terms = termsAt(data.image, kernel, strideOf(data), row, column);
  const sum = terms.reduce((total, { pixel, weight }) => total + pixel * weight, 0);
  const shown = terms.filter(({ pixel, weight }) => pixel !== 0 && weight !== 0);
  const where = `Row ${row}, column ${column}: `;
  if (shown.length === 0) return `${where}all products are 0.`;
  const products = shown
    .slice(0, 9)
    .map(({ pixel, weight }) => `${bracketed(weight)} × ${bracketed(pixel)}`)
    .join(' + ');
  const more = shown.length > 9 ? ' + …' : '';
  return `${where}${products}${more} = ${formatNumber(sum, 3)}`;
}

const bracketed = (value: number): string =>
  value < 0 ? `(${formatNumber(value, 3)})` : formatNumber(value, 3);

export function convolutionTable(data: ConvolutionData, kernel = data.kernels[0]): TableData {
  const output = convolve(data.image, kernel?.values ?? [[0]], strideOf(data));
  return {
    caption: `What “${kernel?.label ?? ''}” makes of the picture`,
    columns: ['row', ...(output[0] ?? []).map((_, column) => String(column))],
    rows: output.map((row, i) => [String(i), ...row.map((value) => formatNumber(value, 3))]),
  };
}

/** Pixels of the picture's sheet, and of all that stands beside it. */
export const heights = { sheet: 250, name: 22, gap: 26 } as const;

/** A row of the kernel's boxes, and what stands around them. */
const boxes = { row: 36, around: 62 } as const;

export function room(data: ConvolutionData): Room {
  const { image, kernels, padding = 0 } = data;
  const rows = (kernels.length > 1 ? 1 : 0) + (data.frame === undefined ? 1 : 0);
  const [down, across] = [image.length + 2 * padding, (image[0]?.length ?? 1) + 2 * padding];
  const { sheet, name, gap } = heights;
  const side = `min(30px, ${sheet / down}px, (100cqw - 2px) / ${across})`;
  const editor = data.editable ? boxes.around + boxes.row * (kernels[0]?.values.length ?? 1) : 0;
  const { wide } = roomOf(`${name + 4}px + ${down} * ${side}`, [1, 1], [editor + 2 * keptLine[0], 0]);
  const { narrow } = roomOf(
    `${2 * name + gap + 4}px + ${down} * ${side} + 110px`,
    [rows, rows + 1],
    [0, editor + keptLine[1]],
  );
  return { wide, narrow };
}
