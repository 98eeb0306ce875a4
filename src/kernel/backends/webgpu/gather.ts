import { GatherV2, util } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { dispose, kernels, type WebGPUBackend } from './gpu.ts';

interface Inputs {
  x: TensorInfo;
  indices: TensorInfo;
}

/**
 * An index out of range. tfjs gives zeros for it, silently. Indices that are still on the processor (a cell's own list) are
 * checked at once, as on cpu; those on the GPU are read back and complained about as soon as they arrive.
 */
export function correctGather(): void {
  kernels.replace<Inputs, { axis: number }>(GatherV2, (plain) => (call) => {
    const { backend, inputs, attrs } = call;
    const axis = util.parseAxisParam(attrs.axis, inputs.x.shape)[0] ?? 0;
    const length = inputs.x.shape[axis] ?? 0;
    const known = backend.tensorMap.get(inputs.indices.dataId) as { values?: ArrayLike<number> | null };
    if (known.values) check(known.values, length);
    const out = plain(call);
    if (!known.values) void checkLater(backend, inputs.indices, length);
    return out;
  });
}

function check(indices: ArrayLike<number>, length: number): void {
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i] as number;
    if (index < 0 || index >= length)
      throw new Error(`gather: the index ${index} is not in [0, ${length - 1}].`);
  }
}

/** The rejection reaches the cell as an error after it has ended. A device that is lost meanwhile is told elsewhere. */
async function checkLater(backend: WebGPUBackend, indices: TensorInfo, length: number): Promise<void> {
  const kept = kernels.run(backend, 'Identity', { x: indices });
  const values = await backend.read(kept.dataId).catch(() => []);
  dispose(backend, kept);
  check(values as ArrayLike<number>, length);
}
