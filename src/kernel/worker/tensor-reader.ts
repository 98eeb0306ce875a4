import { Tensor } from '@tensorflow/tfjs-core';
import type { Plain } from '../plain.ts';
import { plainLimits } from '../plain.ts';
import { Unreadable, type TensorReader } from './to-plain.ts';

const { data } = Tensor.prototype as unknown as { data(this: Tensor): Promise<ArrayLike<number | string>> };
const { isInteger } = Number;

/** Reads tensors of the kernel's TensorFlow.js. */
export const tensorReader: TensorReader = {
  isTensor: (value) => value instanceof Tensor,
  async read(value) {
    const tensor = value as Tensor;
    if (tensor.isDisposed) throw new Unreadable('is a tensor that was disposed: nothing is left to read.');
    if (tensor.dtype === 'complex64') throw new Unreadable('is a tensor of complex numbers.');
    if (tensor.size > plainLimits.parts)
      throw new Unreadable(`is too large: a tensor of shape [${tensor.shape.join(', ')}].`);
    const isBool = tensor.dtype === 'bool';
    return nest(await data.call(tensor), tensor.shape, isBool);
  },
};

/** Row by row, as the shape says. */
function nest(flat: ArrayLike<number | string>, shape: readonly number[], isBool: boolean): Plain {
  let at = 0;
  const build = (axis: number): Plain => {
    if (axis === shape.length) {
      const value = flat[at++] ?? 0;
      return isBool ? value !== 0 : value;
    }
    const length = shape[axis] ?? 0;
    return isInteger(length) ? Array.from({ length }, () => build(axis + 1)) : [];
  };
  return build(0);
}
