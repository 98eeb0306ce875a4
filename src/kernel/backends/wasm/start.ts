import '@tensorflow/tfjs-backend-wasm/dist/register_all_kernels.js';
import { registerBackend } from '@tensorflow/tfjs-core';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js';
import type { ReadAsset } from '../backend.ts';
import { activate } from '../activate.ts';
import { complete } from './complete.ts';
import { instantiate } from './module.ts';

/** tfjs's wasm back end with the kernels that training needs and without its wrong numbers. */
export async function startWasm(read: ReadAsset): Promise<void> {
  const module = await instantiate(read);
  registerBackend('wasm', () => new BackendWasm(module), 2);
  complete();
  await activate('wasm');
}
