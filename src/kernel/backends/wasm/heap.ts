/** Tensors of the wasm back end as memory. A view is valid until the next allocation, which may move the heap. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js';
import { createKernels } from '../kernels.ts';

export type { BackendWasm };
export const kernels = createKernels<BackendWasm>('wasm');

export type Numbers = Float32Array | Int32Array | Uint8Array;

/** The numbers of a tensor where they lie. Never write into a tensor that a kernel has already read: XNNPACK packs weights by id. */
export const view = (backend: BackendWasm, tensor: TensorInfo): Numbers => backend.typedArrayFromHeap(tensor);

export const floats = (backend: BackendWasm, tensor: TensorInfo): Float32Array =>
  backend.typedArrayFromHeap(tensor) as Float32Array;

export const idOf = (backend: BackendWasm, tensor: TensorInfo): number =>
  backend.dataIdMap.get(tensor.dataId).id;

/** A new tensor with another shape over the same numbers. */
export const reshaped = (backend: BackendWasm, x: TensorInfo, shape: number[]): TensorInfo =>
  kernels.run(backend, 'Reshape', { x }, { shape });

export function dispose(backend: BackendWasm, ...tensors: TensorInfo[]): void {
  for (const tensor of tensors) backend.disposeData(tensor.dataId);
}

/** A tensor over a part of another's memory, for one call of a kernel. `release` it, never dispose of it. */
export function part(backend: BackendWasm, whole: TensorInfo, offset: number, shape: number[]): TensorInfo {
  const start = backend.dataIdMap.get(whole.dataId).memoryOffset;
  return backend.makeOutput(shape, whole.dtype, start + offset * 4);
}

export function release(backend: BackendWasm, ...parts: TensorInfo[]): void {
  for (const tensor of parts) {
    backend.wasm.tfjs.disposeData(idOf(backend, tensor));
    backend.dataIdMap.delete(tensor.dataId);
  }
}
