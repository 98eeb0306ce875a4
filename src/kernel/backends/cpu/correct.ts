/** Kernels of tfjs's cpu back end that give wrong numbers. */
import { ResizeNearestNeighborGrad } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/backend_cpu.js';
import { correctEinsum } from '../einsum.ts';
import { createKernels, type Call } from '../kernels.ts';

interface Inputs {
  images: TensorInfo;
  dy: TensorInfo;
}
interface Attrs {
  alignCorners: boolean;
}

export function correctCpu(): void {
  const kernels = createKernels<MathBackendCPU>('cpu');
  correctEinsum(kernels);
  kernels.replace<Inputs, Attrs>(ResizeNearestNeighborGrad, () => nearestGradient);
}

/** For each row (or column) of the large image, the one of the small image that it repeats. */
function sources(from: number, to: number, alignCorners: boolean): number[] {
  const aligned = alignCorners && to > 1 ? 1 : 0;
  const scale = (from - aligned) / (to - aligned);
  const nearest = alignCorners ? Math.round : Math.floor;
  return Array.from({ length: to }, (_, i) => Math.min(from - 1, nearest(i * scale)));
}

/**
 * The gradient of repeating pixels (upSampling2d): each pixel of the small image gets the sum over those that repeat it.
 * tfjs looks for all images of a batch in the wrong place but the first.
 */
function nearestGradient({ backend, inputs, attrs }: Call<MathBackendCPU, Inputs, Attrs>): TensorInfo {
  const { images, dy } = inputs;
  const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
  const [, rows = 0, columns = 0] = dy.shape;
  const gradient = backend.data.get(dy.dataId).values as Float32Array;
  const dx = new Float32Array(batch * height * width * channels);
  const [ys, xs] = [sources(height, rows, attrs.alignCorners), sources(width, columns, attrs.alignCorners)];
  let from = 0;
  for (let n = 0; n < batch; n++) {
    for (const y of ys) {
      for (const x of xs) {
        const to = ((n * height + y) * width + x) * channels;
        for (let c = 0; c < channels; c++, from++) dx[to + c] = (dx[to + c] ?? 0) + (gradient[from] ?? 0);
      }
    }
  }
  return backend.makeTensorInfo(images.shape, images.dtype, dx);
}
