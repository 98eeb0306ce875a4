import type { Matrix } from './squares.ts';

export interface Stride {
  stride: number;
  padding: number;
}

/** Zeros all round. */
export function padded(image: Matrix, padding: number): number[][] {
  const columns = (image[0]?.length ?? 0) + 2 * padding;
  const empty = Array.from({ length: padding }, () => Array.from({ length: columns }, () => 0));
  const side = Array.from({ length: padding }, () => 0);
  return [...empty, ...image.map((row) => [...side, ...row, ...side]), ...empty.map((row) => [...row])];
}

/** Squares of the output along one side: ⌊(n + 2p − k) / s⌋ + 1, or 0 where the kernel does not fit. */
export const outputSide = (side: number, kernel: number, { stride, padding }: Stride): number =>
  Math.max(0, Math.floor((side + 2 * padding - kernel) / stride) + 1);

/**
 * What networks call convolution: at each place the products of kernel and image beneath it, added up
 * (cross-correlation, Goodfellow, Bengio and Courville 2016, section 9.1).
 *
 * @returns shape [⌊(rows + 2p − k) / s⌋ + 1, …]
 */
export function convolve(image: Matrix, kernel: Matrix, how: Stride): number[][] {
  const rows = outputSide(image.length, kernel.length, how);
  const columns = outputSide(image[0]?.length ?? 0, kernel[0]?.length ?? 0, how);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      termsAt(image, kernel, how, row, column).reduce((sum, { pixel, weight }) => sum + pixel * weight, 0),
    ),
  );
}

/** The products that make one square of the output, row by row. */
export function termsAt(
  image: Matrix,
  kernel: Matrix,
  { stride, padding }: Stride,
  row: number,
  column: number,
): { pixel: number; weight: number }[] {
  return kernel.flatMap((weights, j) =>
    weights.map((weight, i) => ({
      weight,
      pixel: image[row * stride + j - padding]?.[column * stride + i - padding] ?? 0,
    })),
  );
}
