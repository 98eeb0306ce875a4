/** Every back end in one page, side by side with cpu and with tfjs's own kernels, which a page of the site never has. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm/dist/register_all_kernels.js';
import '@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels.js';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-layers';
import plainUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';
import { startWasm } from '../../../src/kernel/backends/wasm/start.ts';
import { createWebgpu } from '../../../src/kernel/backends/webgpu/start.ts';
import { correctCpu } from '../../../src/kernel/backends/cpu/correct.ts';
import type { ReadAsset } from '../../../src/kernel/backends/backend.ts';
import type { BackendName } from '../../../src/kernel/protocol.ts';

export const readAsset: ReadAsset = async (name) => {
  const response = await fetch(name.includes('simd') ? simdUrl : plainUrl);
  return response.arrayBuffer();
};

/** tfjs's own kernels, as they were before ours took their places. */
const own = {
  wasm: tf.getKernelsForBackend('wasm'),
  webgpu: tf.getKernelsForBackend('webgpu'),
  cpu: tf.getKernelsForBackend('cpu'),
};
correctCpu();

let isWasmStarted = false;
let isWebgpuStarted = false;

export async function use(name: BackendName): Promise<void> {
  if (name === 'wasm' && !isWasmStarted) {
    isWasmStarted = true;
    await startWasm(readAsset);
  }
  if (name === 'webgpu' && !isWebgpuStarted) {
    isWebgpuStarted = true;
    await createWebgpu().start(readAsset);
  }
  await tf.setBackend(name);
}

export interface Result {
  shape: number[];
  dtype: string;
  values: number[];
}

/** Runs `make` on a back end and reads its result. */
export async function on(name: BackendName, make: () => tf.Tensor): Promise<Result> {
  await use(name);
  const result = tf.tidy(make);
  const values = Array.from(await result.data<'float32'>());
  const { shape, dtype } = result;
  result.dispose();
  return { shape, dtype, values };
}

/** Runs `act` with tfjs's own kernels in place of ours. */
export async function withPlain<T>(name: keyof typeof own, act: () => Promise<T>): Promise<T> {
  await use(name);
  const ours = tf.getKernelsForBackend(name);
  exchange(name, ours, own[name]);
  try {
    return await act();
  } finally {
    exchange(name, own[name], ours);
  }
}

/** What learners would get without our corrections. */
export const onPlain = (name: keyof typeof own, make: () => tf.Tensor): Promise<Result> =>
  withPlain(name, () => on(name, make));

function exchange(name: string, out: tf.KernelConfig[], back: tf.KernelConfig[]): void {
  for (const { kernelName } of out) tf.unregisterKernel(kernelName, name);
  for (const config of back) tf.registerKernel(config);
}

/**
 * The largest difference as a part of the largest number of the reference, or of `least` where that is larger. NaN and
 * infinities must be in the same places.
 */
export function difference(found: Result, reference: Result, least = 1e-30): number {
  if (found.shape.join() !== reference.shape.join()) return Infinity;
  const scale = Math.max(least, ...reference.values.filter(Number.isFinite).map(Math.abs));
  return found.values.reduce((largest, value, i) => {
    const right = reference.values[i]!;
    if (Object.is(value, right) || value === right) return largest;
    const off = Math.abs(value - right) / scale;
    return Number.isNaN(off) ? Infinity : Math.max(largest, off);
  }, 0);
}

/** Numbers that are the same each time and neither regular nor large. */
export function numbers(shape: number[], seed: number): tf.Tensor {
  const size = tf.util.sizeFromShape(shape);
  const values = Float32Array.from({ length: size }, (_, i) => {
    const x = Math.sin((i + 1) * 12.9898 + seed * 78.233) * 43758.5453;
    return (x - Math.floor(x)) * 2 - 1;
  });
  return tf.tensor(values, shape);
}
