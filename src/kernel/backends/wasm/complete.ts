import { completeConv2d } from './conv2d.ts';
import { completeDepthwise } from './depthwise.ts';
import { completeEinsum } from '../einsum.ts';
import { correctConvolutions } from './forward.ts';
import { kernels } from './heap.ts';
import { completeMatMul } from './matmul.ts';
import { refuseMissing } from './missing.ts';
import { correctNumbers } from './numbers.ts';
import { correctPools } from './pool.ts';
import { completeSegmentSum } from './segment-sum.ts';
import { correctSlice } from './slice.ts';

/** Adds the kernels that tfjs's wasm back end lacks and replaces those that give wrong numbers or are slow. */
export function complete(): void {
  completeMatMul();
  completeConv2d();
  completeDepthwise();
  completeSegmentSum();
  completeEinsum(kernels);
  correctConvolutions();
  correctPools();
  correctNumbers();
  correctSlice();
  refuseMissing();
}
