/** A convolution as a product of matrices: where each number of each patch lies in the input, and back. */
import type { backend_util } from '@tensorflow/tfjs-core';

export type Convolution = backend_util.Conv2DInfo;

/** The outputs `from` to `to` (exclusive) whose input at `offset` from the patch's corner is inside the image. */
function inside(
  offset: number,
  stride: number,
  input: number,
  outputs: number,
): { from: number; to: number } {
  const from = Math.min(outputs, Math.max(0, Math.ceil(-offset / stride)));
  const to = Math.max(from, Math.min(outputs, Math.ceil((input - offset) / stride)));
  return { from, to };
}

/** Calls `visit` for each place in the filter and each row of outputs it can see, with the offsets of both. */
export function eachRow(
  info: Convolution,
  visit: (row: {
    /** Place in the filter, counted along its rows. */
    place: number;
    /** First input and output pixel, counted through the batch. */
    input: number;
    output: number;
    /** How many outputs, and how far apart their inputs are. */
    count: number;
    step: number;
  }) => void,
): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth } = info;
  for (let r = 0; r < filterHeight; r++) {
    const top = r * info.dilationHeight - info.padInfo.top;
    const rows = inside(top, info.strideHeight, inHeight, outHeight);
    for (let c = 0; c < filterWidth; c++) {
      const left = c * info.dilationWidth - info.padInfo.left;
      const columns = inside(left, info.strideWidth, inWidth, outWidth);
      const count = columns.to - columns.from;
      if (count === 0) continue;
      for (let n = 0; n < batchSize; n++) {
        for (let y = rows.from; y < rows.to; y++) {
          const inputRow = (n * inHeight + y * info.strideHeight + top) * inWidth;
          visit({
            place: r * filterWidth + c,
            input: inputRow + columns.from * info.strideWidth + left,
            output: (n * outHeight + y) * outWidth + columns.from,
            count,
            step: info.strideWidth,
          });
        }
      }
    }
  }
}

/**
 * Patches of `x` (channels last) as a matrix with a row for each number of the filter and a column for each output
 * pixel. Numbers outside the image are 0; `into` comes filled with zeros.
 */
export function gatherPatches(info: Convolution, x: ArrayLike<number>, into: Float32Array): void {
  const channels = info.inChannels;
  const pixels = info.batchSize * info.outHeight * info.outWidth;
  eachRow(info, ({ place, input, output, count, step }) => {
    for (let channel = 0; channel < channels; channel++) {
      const to = (place * channels + channel) * pixels + output;
      let from = input * channels + channel;
      for (let i = 0; i < count; i++, from += step * channels) into[to + i] = x[from] as number;
    }
  });
}

/** The other way: adds each number of the patches (a row for each output pixel) to the pixel it was taken from. */
export function scatterPatches(info: Convolution, patches: Float32Array, into: Float32Array): void {
  const channels = info.inChannels;
  const width = info.filterHeight * info.filterWidth * channels;
  eachRow(info, ({ place, input, output, count, step }) => {
    for (let i = 0; i < count; i++) {
      const from = (output + i) * width + place * channels;
      const to = (input + i * step) * channels;
      for (let c = 0; c < channels; c++)
        into[to + c] = (into[to + c] as number) + (patches[from + c] as number);
    }
  });
}
