import { convolve, outputSide, termsAt } from './convolution-model.ts';
import { strideOf, type ConvolutionData } from './convolution-data.ts';
import { counted, extent, formatNumber } from './numbers.ts';
import { roomOf, type Room } from './room.ts';
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

/**
 * "Row 0, column 2: 1 × 0.5 + 2 × 0.25 = 1": products that are zero are left out.
 *
 * @param most letters that may be used: of a longer sum the first products are written and the others counted
 */
export function describePlace(
  data: ConvolutionData,
  kernel: Matrix,
  row: number,
  column: number,
  most = Infinity,
): string {
  const terms = termsAt(data.image, kernel, strideOf(data), row, column);
  const sum = terms.reduce((total, { pixel, weight }) => total + pixel * weight, 0);
  const shown = terms.filter(({ pixel, weight }) => pixel !== 0 && weight !== 0);
  const where = `Row ${row}, column ${column}: `;
  if (shown.length === 0) return `${where}all products are 0.`;
  const products = shown.map(({ pixel, weight }) => `${bracketed(weight)} × ${bracketed(pixel)}`);
  const text = (count: number) => {
    const left = products.length - count;
    const more =
      left === 0
        ? ''
        : `${count === 0 ? '' : ' + '}${counted(left, count === 0 ? 'product' : 'more product')}`;
    return `${where}${products.slice(0, count).join(' + ')}${more} = ${formatNumber(sum, 3)}`;
  };
  let count = products.length;
  while (count > 0 && text(count).length > most) count -= 1;
  return text(count);
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

/** Lines that the products may take, and letters in so wide a line of pixels. */
export const sumLines = (width: number): number => (width < narrowest ? 4 : 2);
export const lettersIn = (width: number): number => Math.floor((width / 7.2 - 6) * sumLines(width));
/** From this width on, in pixels, picture, kernel and result stand beside each other. */
export const narrowest = 416;

/** Pixels of the picture's sheet, and of what stands around it. */
export const heights = { sheet: 250, name: 22, gap: 26, line: 21 } as const;

/** A row of the kernel's boxes, and what stands around them. */
const boxes = { row: 36, around: 52 } as const;

export function room(data: ConvolutionData): Room {
  const { image, kernels, padding = 0, editable = false, frame } = data;
  const kernel = kernels[0]?.values ?? [[0]];
  const [down, across] = [image.length + 2 * padding, (image[0]?.length ?? 1) + 2 * padding];
  const { sheet, name, gap, line } = heights;
  const chooser = kernels.length > 1 || editable ? 1 : 0;
  const player = frame === undefined ? 1 : 0;
  const editor = editable ? boxes.around + boxes.row * kernel.length : 0;
  const side = (free: string) =>
    `max(3px, round(down, min(30px, ${sheet / down}px, (${free}) / ${across}), 1px))`;
  const small = kernelSize(kernel);
  const kernelWidth = kernelRoom(kernel);
  const below = (width: number) => editor + 4 + line * sumLines(width);
  const wide = `max(${small * kernel.length}px, ${down} * ${side(`(100cqw - ${kernelWidth + 2 * gap + 2}px) / 2`)})`;
  const { stride } = strideOf(data);
  const [high, broad] = [
    outputSide(image.length, kernel.length, { stride, padding }),
    outputSide(image[0]?.length ?? 0, kernel[0]?.length ?? 0, { stride, padding }),
  ];
  const square = side('100cqw - 2px');
  const less = `max(3px, round(down, min(${square}, ${sheet / high}px, (100cqw - ${kernelWidth + gap + 2}px) / ${broad}), 1px))`;
  const narrow = `${down} * ${square} + max(${small * kernel.length}px, ${high} * ${less})`;
  return {
    wide: roomOf(`${name + 4}px + ${wide}`, [Math.max(chooser, player), 0], [below(narrowest), 0]).wide,
    narrow: roomOf(`${2 * name + gap + 4}px + ${narrow}`, [0, chooser + 2 * player], [0, below(0)]).narrow,
  };
}

/** Pixels of one of the kernel's squares, and of what the kernel takes with its name. */
export const kernelSize = (kernel: Matrix): number =>
  Math.max(18, Math.min(34, Math.floor(110 / kernel.length)));
export const kernelRoom = (kernel: Matrix): number =>
  Math.max(84, kernelSize(kernel) * (kernel[0]?.length ?? 1));
