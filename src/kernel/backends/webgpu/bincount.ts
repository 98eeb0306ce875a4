import { DenseBincount, util } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call } from '../kernels.ts';
import { kernels, type WebGPUBackend } from './gpu.ts';

interface Counted {
  x: TensorInfo;
  weights: TensorInfo;
}
interface Attrs {
  size: number;
  binaryOutput: boolean;
}

/** Counts in each row of a matrix. tfjs's shader reads its place from the output's shape and leaves memory unwritten. */
export function correctBincount(): void {
  kernels.replace<Counted, Attrs>(
    DenseBincount,
    (plain) => (call) => (call.inputs.x.shape.length === 2 ? countRows(call) : plain(call)),
  );
}

/** x [rows, n] → one-hot [rows, n, size], weighted, then summed over n; any number outside [0, size) counts for nothing. */
function countRows({ backend, inputs, attrs }: Call<WebGPUBackend, Counted, Attrs>): TensorInfo {
  const { x, weights } = inputs;
  const made: TensorInfo[] = [];
  const run = (name: string, tensors: Record<string, TensorInfo>, attributes: object): TensorInfo => {
    const tensor = kernels.run(backend, name, tensors, attributes);
    made.push(tensor);
    return tensor;
  };
  const { dtype } = weights;
  let hits = run('OneHot', { indices: x }, { dtype, depth: attrs.size, onValue: 1, offValue: 0 });
  if (util.sizeFromShape(weights.shape) > 0 && !attrs.binaryOutput) {
    const column = run('Reshape', { x: weights }, { shape: [...x.shape, 1] });
    hits = run('Multiply', { a: hits, b: column }, {});
  }
  const out = run(
    attrs.binaryOutput ? 'Max' : 'Sum',
    { x: hits },
    { axis: 1, reductionIndices: 1, keepDims: false },
  );
  for (const tensor of made) if (tensor !== out) backend.disposeData(tensor.dataId);
  return out;
}
