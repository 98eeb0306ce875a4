import { Cumprod, Cumsum, util } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call, Kernel } from '../kernels.ts';
import { dispose, kernels, type WebGPUBackend } from './gpu.ts';

interface One {
  x: TensorInfo;
}
interface Attrs {
  axis: number;
  exclusive: boolean;
  reverse: boolean;
}

/**
 * Running sums and products from the end, and with them the gradients of cumsum, cumprod and prod. tfjs's shader has the
 * length in its text but not in its name, so the second length gets the first one's shader.
 */
export function correctCumulative(): void {
  for (const name of [Cumsum, Cumprod]) {
    kernels.replace<One, Attrs>(
      name,
      (plain) => (call) => (call.attrs.reverse ? fromTheEnd(plain, call) : plain(call)),
    );
  }
}

function fromTheEnd(
  plain: Kernel<WebGPUBackend, One, Attrs>,
  { backend, inputs: { x }, attrs }: Call<WebGPUBackend, One, Attrs>,
): TensorInfo {
  const dims = util.parseAxisParam(attrs.axis, x.shape);
  const turned = kernels.run(backend, 'Reverse', { x }, { dims });
  const summed = plain({ backend, inputs: { x: turned }, attrs: { ...attrs, reverse: false } });
  const out = kernels.run(backend, 'Reverse', { x: summed }, { dims });
  dispose(backend, turned, summed);
  return out;
}
