/**
 * Pooling that XNNPACK refuses or gets wrong, leaving the output as it was in memory or writing past its end: a filter of
 * one pixel, strides longer than the filter, and a filter or strides that are not square with the padding given as a number.
 */
import { AvgPool, Cast, MaxPool, MaxPoolGrad, backend_util } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call, Kernel } from '../kernels.ts';
import { fits } from './convolution.ts';
import { dispose, kernels, view, type BackendWasm } from './heap.ts';
import { eachRow, type Convolution } from './patches.ts';

interface One {
  x: TensorInfo;
}
interface PoolAttrs {
  filterSize: [number, number] | number;
  strides: [number, number] | number;
  pad: 'valid' | 'same' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}
type PoolCall = Call<BackendWasm, One, PoolAttrs>;
type Slow = (call: PoolCall, info: Convolution) => TensorInfo;

export function correctPools(): void {
  kernels.replace<One, PoolAttrs>(
    MaxPool,
    (plain) => (call) => asFloat(call, (float) => pool(plain, float, largest)),
  );
  kernels.replace<{ dy: TensorInfo; input: TensorInfo }, PoolAttrs>(MaxPoolGrad, () => largestGradient);
  kernels.replace<One, PoolAttrs>(AvgPool, (plain) => (call) => pool(plain, call, average));
}

/** tfjs refuses to pool integers here; the numbers are exact up to 2^24. */
function asFloat(call: PoolCall, then: (call: PoolCall) => TensorInfo): TensorInfo {
  const { backend, inputs } = call;
  const { dtype } = inputs.x;
  if (dtype === 'float32') return then(call);
  const x = kernels.run(backend, Cast, { x: inputs.x }, { dtype: 'float32' });
  const pooled = then({ ...call, inputs: { x } });
  const out = kernels.run(backend, Cast, { x: pooled }, { dtype });
  dispose(backend, x, pooled);
  return out;
}

function pool(plain: Kernel<BackendWasm, One, PoolAttrs>, call: PoolCall, slow: Slow): TensorInfo {
  const info = describe(call.inputs.x, call.attrs);
  return isSound(info) ? plain(call) : slow(call, info);
}

function describe(x: TensorInfo, { filterSize, strides, pad, dimRoundingMode }: PoolAttrs): Convolution {
  const shape = x.shape as [number, number, number, number];
  return backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
}

/** What XNNPACK pools rightly: every window moves on by at most its own size and sees at least one pixel. */
function isSound(info: Convolution): boolean {
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo } = info;
  const isOnePixel = filterHeight * filterWidth === 1;
  const skips = strideHeight > filterHeight || strideWidth > filterWidth;
  const padding = [Math.max(padInfo.top, padInfo.bottom), Math.max(padInfo.left, padInfo.right)] as const;
  const isBlind = padding[0] >= filterHeight || padding[1] >= filterWidth;
  return !isOnePixel && !skips && !isBlind && fits(info);
}

/** Calls `visit` with the offsets of each number in a window and of that window's output. */
function eachNumber(info: Convolution, visit: (input: number, output: number) => void): void {
  const channels = info.inChannels;
  eachRow(info, ({ input, output, count, step }) => {
    for (let i = 0; i < count; i++) {
      const [from, to] = [(input + i * step) * channels, (output + i) * channels];
      for (let c = 0; c < channels; c++) visit(from + c, to + c);
    }
  });
}

const largest: Slow = ({ backend, inputs }, info) => {
  const out = backend.makeOutput(info.outShape, 'float32');
  const [from, to] = [view(backend, inputs.x), view(backend, out).fill(-Infinity)];
  eachNumber(info, (i, o) => {
    to[o] = Math.max(to[o] as number, from[i] as number);
  });
  return out;
};

/** The mean of the pixels inside the image, NaN where there is none. */
const average: Slow = ({ backend, inputs }, info) => {
  const out = backend.makeOutput(info.outShape, 'float32');
  const [from, to] = [view(backend, inputs.x), view(backend, out).fill(0)];
  const counts = new Float64Array(to.length);
  eachNumber(info, (i, o) => {
    to[o] = (to[o] as number) + (from[i] as number);
    counts[o] = (counts[o] as number) + 1;
  });
  counts.forEach((count, o) => {
    to[o] = (to[o] as number) / count;
  });
  return out;
};

/** Each output's gradient goes to the first of the largest numbers in its window. tfjs's own is slow, and wrong when windows skip. */
function largestGradient({
  backend,
  inputs: { dy, input },
  attrs,
}: Call<BackendWasm, { dy: TensorInfo; input: TensorInfo }, PoolAttrs>): TensorInfo {
  const info = describe(input, attrs);
  const out = backend.makeOutput(input.shape, 'float32');
  const [x, gradient, dx] = [view(backend, input), view(backend, dy), view(backend, out).fill(0)];
  const best = new Int32Array(gradient.length).fill(-1);
  eachNumber(info, (i, o) => {
    const before = best[o] as number;
    if (before < 0 || (x[i] as number) > (x[before] as number)) best[o] = i;
  });
  best.forEach((i, o) => {
    if (i >= 0) dx[i] = (dx[i] as number) + (gradient[o] as number);
  });
  return out;
}
