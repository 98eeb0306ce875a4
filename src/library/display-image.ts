import type { Tensor } from '@tensorflow/tfjs-core';
import { limits } from '../kernel/protocol.ts';
import type { DisplayHost } from './display-host.ts';

interface Grey {
  data: ArrayLike<number>;
  height: number;
  width: number;
  channels: number;
  /** What counts as white. */
  white: number;
}

/** Puts out a picture. @throws RangeError for a shape that is none. */
export async function showImage(
  host: DisplayHost,
  pixels: Tensor | number[][],
  { scale, caption }: { scale?: number; caption?: string } = {},
): Promise<void> {
  const reading = Array.isArray(pixels) ? fromRows(pixels) : await fromTensor(pixels);
  const { width, height } = reading;
  host.put({
    kind: 'image',
    width,
    height,
    pixels: toPixels(reading),
    ...(scale === undefined ? {} : { scale }),
    ...(caption === undefined ? {} : { caption }),
  });
}

function fromRows(rows: number[][]): Grey {
  const height = rows.length;
  const width = rows[0]?.length ?? 0;
  checkSize(height, width);
  if (rows.some((row) => row.length !== width))
    throw new RangeError('show.image: all rows must have the same length.');
  return { data: rows.flat(), height, width, channels: 1, white: 1 };
}

async function fromTensor(tensor: Tensor): Promise<Grey> {
  const [height = 0, width = 0, channels = 1] = tensor.shape;
  if (tensor.rank < 2 || tensor.rank > 3 || ![1, 3, 4].includes(channels))
    throw new RangeError(
      `show.image: shape [${tensor.shape.join(', ')}] is no picture; expected [height, width] with 1, 3 or 4 channels.`,
    );
  checkSize(height, width);
  const copy = tensor.clone();
  const data = await copy.data();
  copy.dispose();
  return { data, height, width, channels, white: tensor.dtype === 'int32' ? 255 : 1 };
}

function checkSize(height: number, width: number): void {
  if (height * width > limits.pixels || height * width === 0)
    throw new RangeError(
      `show.image: ${height} × ${width} pixels cannot be shown (at most ${limits.pixels}).`,
    );
}

/** Red, green, blue, alpha for each pixel. */
function toPixels({ data, height, width, channels, white }: Grey): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * height * width);
  const at = (pixel: number, channel: number) => (255 * (data[pixel * channels + channel] ?? 0)) / white;
  for (let pixel = 0; pixel < height * width; pixel++)
    for (let channel = 0; channel < 4; channel++) {
      const given = channel < channels && channels !== 1;
      pixels[4 * pixel + channel] = given ? at(pixel, channel) : channel === 3 ? 255 : at(pixel, 0);
    }
  return pixels;
}
