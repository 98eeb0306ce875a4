/** Parts of a tensor. tfjs copies the whole tensor for each slice and does not check the bounds. */
import { Slice, SplitV, Unpack, backend_util, slice_util, util } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call, Kernel } from '../kernels.ts';
import { kernels, view, type BackendWasm, type Numbers } from './heap.ts';

interface SliceAttrs {
  begin: number | number[];
  size: number | number[];
}
type SliceKernel = Kernel<BackendWasm, { x: TensorInfo }, SliceAttrs>;
type Many<I, A> = (call: Call<BackendWasm, I, A>) => TensorInfo[];

export function correctSlice(): void {
  kernels.replace<{ x: TensorInfo }, SliceAttrs>(Slice, (plain) => (call) => slice(plain, call));
  // These call tfjs's slice by import, not by name.
  kernels.replace(SplitV, () => split as unknown as Kernel<BackendWasm, object>);
  kernels.replace(Unpack, () => unpack as unknown as Kernel<BackendWasm, object>);
}

function slice(plain: SliceKernel, call: Call<BackendWasm, { x: TensorInfo }, SliceAttrs>): TensorInfo {
  const { backend, inputs, attrs } = call;
  const { x } = inputs;
  const [begin = [], size = []] = slice_util.parseSliceParams(x, attrs.begin, attrs.size);
  slice_util.assertParamsValid(x, begin, size);
  if (x.dtype === 'string' || x.shape.length === 0) return plain(call);
  const out = backend.makeOutput(size, x.dtype);
  copy(view(backend, x), view(backend, out), x.shape, begin, size);
  return out;
}

/** Copies runs of numbers that lie together in both. */
function copy(from: Numbers, to: Numbers, shape: number[], begin: number[], size: number[]): void {
  const strides = [...util.computeStrides(shape), 1];
  let inner = shape.length - 1;
  while (inner > 0 && begin[inner] === 0 && size[inner] === shape[inner]) inner--;
  const run = util.sizeFromShape(size.slice(inner));
  if (run === 0) return;
  const index = begin.slice(0, inner);
  const start = (begin[inner] ?? 0) * (strides[inner] ?? 1);
  for (let at = 0; at < to.length; at += run) {
    const offset = index.reduce((sum, i, axis) => sum + i * (strides[axis] ?? 1), start);
    to.set(from.subarray(offset, offset + run), at);
    advance(index, begin, size);
  }
}

/** The next row in reading order. */
function advance(index: number[], begin: number[], size: number[]): void {
  for (let axis = index.length - 1; axis >= 0; axis--) {
    const next = (index[axis] ?? 0) + 1;
    if (next < (begin[axis] ?? 0) + (size[axis] ?? 0)) {
      index[axis] = next;
      return;
    }
    index[axis] = begin[axis] ?? 0;
  }
}

/** Consecutive parts along an axis. */
function parts(backend: BackendWasm, x: TensorInfo, axis: number, sizes: number[]): TensorInfo[] {
  let from = 0;
  return sizes.map((count) => {
    const begin = x.shape.map((_, i) => (i === axis ? from : 0));
    const size = x.shape.map((length, i) => (i === axis ? count : length));
    from += count;
    return kernels.run(backend, Slice, { x }, { begin, size });
  });
}

const split: Many<{ x: TensorInfo }, { numOrSizeSplits: number[] | number; axis: number }> = (call) => {
  const { x } = call.inputs;
  const axis = util.parseAxisParam(call.attrs.axis, x.shape)[0] ?? 0;
  const sizes = backend_util.prepareSplitSize(x, call.attrs.numOrSizeSplits, axis);
  return parts(call.backend, x, axis, sizes);
};

const unpack: Many<{ value: TensorInfo }, { axis: number }> = ({ backend, inputs: { value }, attrs }) => {
  const axis = util.parseAxisParam(attrs.axis, value.shape)[0] ?? 0;
  const shape = value.shape.filter((_, i) => i !== axis);
  const ones = Array.from({ length: value.shape[axis] ?? 0 }, () => 1);
  return parts(backend, value, axis, ones).map((tensor) => ({ ...tensor, shape }));
};
