import { env } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js';
import createModule from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js';
import type { ReadAsset } from '../backend.ts';

type WasmModule = BackendWasm['wasm'];
type Wrap = (
  name: string,
  result: 'number' | null,
  parameters: 'number'[],
) => (...values: number[]) => number;
type Instantiated = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/**
 * tfjs's wasm module from bytes that the page fetched. tfjs's own `init` can only fetch by URL, which the kernel's
 * realm does not allow. One thread: threads need a cross-origin isolated page.
 */
export async function instantiate(read: ReadAsset): Promise<WasmModule> {
  const simd = await env().getAsync('WASM_HAS_SIMD_SUPPORT');
  const bytes = await read(simd === true ? 'tfjs-backend-wasm-simd.wasm' : 'tfjs-backend-wasm.wasm');
  return bridge(await load(bytes));
}

/** The glue never hears of a failed compilation when `instantiateWasm` is given, so the promise races with it. */
function load(bytes: ArrayBuffer): Promise<WasmModule> {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, done: Instantiated): object => {
      WebAssembly.instantiate(bytes, imports).then(({ instance, module }) => done(instance, module), reject);
      return {};
    };
    createModule({ instantiateWasm, onAbort: (reason) => reject(new Error(reason)) }).then(resolve, reject);
  });
}

/** The entry points that tfjs's `BackendWasm` expects on the module. */
function bridge(wasm: WasmModule): WasmModule {
  const cwrap = (wasm as unknown as { cwrap: Wrap }).cwrap;
  wasm.tfjs = {
    init: cwrap('init', null, []),
    initWithThreadsCount: cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: cwrap('get_threads_count', 'number', []),
    registerTensor: cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: cwrap('dispose_data', null, ['number']),
    dispose: cwrap('dispose', null, []),
  };
  return wasm;
}
