import type { Tensor } from '@tensorflow/tfjs-core';
import { limits, type OutputOf } from '../kernel/protocol.ts';
import type { DisplayHost } from './display-host.ts';

export interface TensorOptions {
  as?: 'numbers' | 'heat map' | 'block' | undefined;
  caption?: string | undefined;
}

/**
 * Puts out a tensor as it is now: what is disposed or assigned afterwards does not matter. Reads it once, without
 * blocking.
 */
export async function showTensor(
  host: DisplayHost,
  tensor: Tensor,
  options: TensorOptions = {},
): Promise<void> {
  const reading = readCopy(tensor);
  const { shape, dtype, size } = tensor;
  const blank: OutputOf<'tensor'> = {
    kind: 'tensor',
    shape: shape.slice(0, 8),
    dtype,
    size,
    bytes: 4 * size,
    min: null,
    max: null,
    mean: null,
    notFinite: 0,
    values: new Float32Array(),
    as: options.as ?? 'numbers',
    ...(options.caption === undefined ? {} : { caption: options.caption }),
  };
  const slot = host.put(blank);
  const data = await reading;
  const bytes = data.byteLength;
  if (slot !== null)
    host.put({ ...blank, bytes, ...statistics(data), values: data.slice(0, limits.numbers) }, slot);
}

type Data = Float32Array | Int32Array | Uint8Array;

async function readCopy(tensor: Tensor): Promise<Data> {
  if (tensor.dtype === 'string' || tensor.dtype === 'complex64')
    throw new TypeError(`show.tensor: a tensor of type ${tensor.dtype} has no picture.`);
  const copy = tensor.clone();
  try {
    return await copy.data<'float32'>();
  } finally {
    copy.dispose();
  }
}

/** Over the finite numbers. */
function statistics(data: Data): Pick<OutputOf<'tensor'>, 'min' | 'max' | 'mean' | 'notFinite'> {
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  let finite = 0;
  for (const value of data) {
    if (!Number.isFinite(value)) continue;
    finite += 1;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const notFinite = data.length - finite;
  return finite === 0
    ? { min: null, max: null, mean: null, notFinite }
    : { min, max, mean: sum / finite, notFinite };
}
