import '@tensorflow/tfjs-backend-webgl';
import { backend } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { Backend } from './backend.ts';
import { activate } from './activate.ts';
import { correctEinsum } from './einsum.ts';
import { createKernels } from './kernels.ts';

export function createWebgl(): Backend {
  let listener: (reason: string) => void = () => undefined;
  return {
    name: 'webgl',
    async start() {
      correctEinsum(createKernels<MathBackendWebGL>('webgl'));
      await activate('webgl');
      const { gl } = (backend() as unknown as Pick<MathBackendWebGL, 'getGPGPUContext'>).getGPGPUContext();
      const lost = () => listener('The browser took the WebGL context away.');
      (gl as unknown as { canvas: EventTarget }).canvas.addEventListener('webglcontextlost', lost, {
        once: true,
      });
    },
    onLost(heard) {
      listener = heard;
    },
  };
}
