/** Loaded beside TensorFlow.js: errors and printed values then know tensors. */
import { Tensor } from '@tensorflow/tfjs-core';
import { className } from './class-name.ts';
import { knowTensors } from './tensor-kind.ts';

knowTensors((value) => (value instanceof Tensor ? describe(value as Tensor) : undefined));

function describe(tensor: Tensor): string {
  const kind = tensor.isDisposed ? 'Tensor (disposed)' : className(tensor);
  return `${kind} [${tensor.shape.join(',')}] ${tensor.dtype}`;
}
