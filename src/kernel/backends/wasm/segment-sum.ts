import { UnsortedSegmentSum, util } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call } from '../kernels.ts';
import { kernels, view, type BackendWasm } from './heap.ts';

interface Rows {
  x: TensorInfo;
  segmentIds: TensorInfo;
}

/** Sums of rows by segment: the gradient of gather, and so of embeddings. Ids out of range count for nothing. */
export function completeSegmentSum(): void {
  kernels.add<Rows, { numSegments: number }>(UnsortedSegmentSum, segmentSum);
}

function segmentSum({
  backend,
  inputs,
  attrs,
}: Call<BackendWasm, Rows, { numSegments: number }>): TensorInfo {
  const { x, segmentIds } = inputs;
  const rest = x.shape.slice(segmentIds.shape.length);
  const width = util.sizeFromShape(rest);
  const dtype = x.dtype === 'bool' ? 'int32' : x.dtype;
  const out = backend.makeOutput([attrs.numSegments, ...rest], dtype);
  const [rows, ids, sums] = [view(backend, x), view(backend, segmentIds), view(backend, out).fill(0)];
  ids.forEach((segment, row) => {
    if (segment < 0 || segment >= attrs.numSegments) return;
    const [from, to] = [row * width, segment * width];
    for (let i = 0; i < width; i++) sums[to + i] = (sums[to + i] as number) + (rows[from + i] as number);
  });
  return out;
}
