/** tfjs's registry of kernels, as the completions use it: add one, replace one, call one from another. */
import { getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import type { KernelConfig, KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendName } from '../protocol.ts';

export type Inputs = Record<string, TensorInfo | undefined>;
export interface Call<B, I = Inputs, A = object> {
  inputs: I;
  attrs: A;
  backend: B;
}
export type Kernel<B, I = Inputs, A = object> = (call: Call<B, I, A>) => TensorInfo;

export interface Kernels<B> {
  /** Registers a kernel that the back end lacks. */
  add<I, A>(name: string, kernel: Kernel<B, I, A>, setup?: (backend: B) => void): void;
  /** Puts a kernel in the place of tfjs's own, which is handed to `wrap`. */
  replace<I, A>(
    name: string,
    wrap: (plain: Kernel<B, I, A>) => Kernel<B, I, A>,
    setup?: (backend: B) => void,
  ): void;
  /** Calls a kernel. The caller owns the result and disposes of it through the back end. */
  run(backend: B, name: string, inputs: Inputs, attrs?: object): TensorInfo;
}

export function createKernels<B extends object>(backendName: BackendName): Kernels<B> {
  const register = <I, A>(
    config: Omit<KernelConfig, 'backendName' | 'kernelFunc'>,
    kernel: Kernel<B, I, A>,
  ): void => registerKernel({ ...config, backendName, kernelFunc: kernel as unknown as KernelFunc });
  return {
    add(name, kernel, setup) {
      register({ kernelName: name, ...setupOf(setup) }, kernel);
    },
    replace(name, wrap, setup) {
      const plain = getKernel(name, backendName);
      unregisterKernel(name, backendName);
      const both = (backend: B): void => {
        plain.setupFunc?.(backend);
        setup?.(backend);
      };
      register(
        { kernelName: name, ...setupOf(both) },
        wrap(plain.kernelFunc as unknown as Parameters<typeof wrap>[0]),
      );
    },
    run(backend, name, inputs, attrs = {}) {
      const kernel = getKernel(name, backendName).kernelFunc as unknown as Kernel<B>;
      return kernel({ inputs, attrs, backend });
    },
  };
}

function setupOf(setup: ((backend: never) => void) | undefined): Pick<KernelConfig, 'setupFunc'> {
  return setup === undefined ? {} : { setupFunc: setup as NonNullable<KernelConfig['setupFunc']> };
}
