import { chooseBackends } from './choose-backends.ts';
import { createKernelWith } from './create-kernel.ts';
import { fetchAsset } from './fetch-asset.ts';
import { createFrame } from './frame.ts';
import type { Kernel, KernelOptions } from './kernel.ts';
import type { Collaborators } from './kernel-collaborators.ts';

/** A kernel of this page. Tests put collaborators of their own in the place of some. */
export function createKernel(options: KernelOptions, given: Partial<Collaborators> = {}): Kernel {
  return createKernelWith(options, { ...inThisPage(), ...given });
}

/** Those of a real page. */
function inThisPage(): Collaborators {
  return {
    trust: 'own',
    host: createFrame,
    fetchAsset,
    chooseBackends,
    clock: {
      setTimeout: globalThis.setTimeout.bind(globalThis),
      clearTimeout: (timer) => globalThis.clearTimeout(timer),
    },
  };
}
