import { Bincount, DenseBincount, util } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call } from '../kernels.ts';
import { kernels, type WebGPUBackend } from './gpu.ts';

interface Counted {
  x: TensorInfo;
  weights: TensorInfo;
}
interface Attrs {
  size: number;
  binaryOutput?: boolean;
}

/**
 * Counts in each row of a matrix, and counts weighted by integers. tfjs's shader reads its place from the output's shape,
 * leaves memory unwritten and adds floats whatever the type.
 */
export function correctBincount(): void {
  kernels.replace<Counted, Attrs>(DenseBincount, (plain) => (call) => {
    const isList = call.inputs.x.shape.length === 1;
    return isList && call.inputs.weights.dtype === 'float32' ? plain(call) : count(call);
  });
  kernels.replace<Counted, Attrs>(
    Bincount,
    (plain) => (call) => (call.inputs.weights.dtype === 'float32' ? plain(call) : count(call)),
  );
}

/** x [rows, n] → one-hot [rows, n, size], weighted, then summed over n; any number outside [0, size) counts for nothing. */
function count({ backend, inputs, attrs }: Call<WebGPUBackend, Counted, Attrs>): TensorInfo {
  const { x, weights } = inputs;
  const axis = x.shape.length - 1;
  const made: TensorInfo[] = [];
  const run = (name: string, tensors: Record<string, TensorInfo>, attributes: object): TensorInfo => {
    const tensor = kernels.run(backend, name, tensors, attributes);
    made.push(tensor);
    return tensor;
  };
  const oneHot = { dtype: 'float32', depth: attrs.size, onValue: 1, offValue: 0 };
  let hits = run('OneHot', { indices: x }, oneHot);
  if (util.sizeFromShape(weights.shape) > 0 && !attrs.binaryOutput) {
    const column = run('Reshape', { x: weights }, { shape: [...x.shape, 1] });
    hits = run('Multiply', { a: hits, b: run('Cast', { x: column }, { dtype: 'float32' }) }, {});
  }
  const reduce = { axis, reductionIndices: axis, keepDims: false };
  const counts = run(attrs.binaryOutput === true ? 'Max' : 'Sum', { x: hits }, reduce);
  const out = run('Cast', { x: counts }, { dtype: weights.dtype });
  for (const tensor of made) if (tensor !== out) backend.disposeData(tensor.dataId);
  return out;
}
