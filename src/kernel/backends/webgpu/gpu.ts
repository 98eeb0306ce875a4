import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu.js';
import { createKernels } from '../kernels.ts';

export type { WebGPUBackend };
export const kernels = createKernels<WebGPUBackend>('webgpu');

export const dispose = (backend: WebGPUBackend, ...tensors: TensorInfo[]): void => {
  for (const tensor of tensors) backend.disposeData(tensor.dataId);
};
