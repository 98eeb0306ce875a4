/** tfjs's wasm back end as it is published, to see what our completions gain. */
import { ready, setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { registerBackend } from '../../../src/kernel/backends/backend.ts';

async function start(): Promise<void> {
  setWasmPaths('./');
  await setBackend('wasm');
  await ready();
}

registerBackend({ name: 'wasm', start, onLost: () => undefined });
