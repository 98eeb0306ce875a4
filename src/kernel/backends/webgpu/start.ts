import '@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels.js';
import '@tensorflow/tfjs-backend-webgpu/dist/flags_webgpu.js';
import { registerBackend } from '@tensorflow/tfjs-core';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu.js';
import type { Backend } from '../backend.ts';
import { activate } from '../activate.ts';
import { correct } from './correct.ts';
import { requestDevice } from './device.ts';

export function createWebgpu(): Backend {
  let listener: (reason: string) => void = () => undefined;
  return {
    name: 'webgpu',
    async start() {
      const { device, info } = await requestDevice();
      void device.lost.then((lost) => listener(lost.message || 'The graphics device went away.'));
      registerBackend('webgpu', () => new WebGPUBackend(device, info), 3);
      correct();
      await activate('webgpu');
    },
    onLost(heard) {
      listener = heard;
    },
  };
}
