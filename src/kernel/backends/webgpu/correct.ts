import { correctEinsum } from '../einsum.ts';
import { correctBincount } from './bincount.ts';
import { correctCumulative } from './cumulative.ts';
import { correctGather } from './gather.ts';
import { kernels } from './gpu.ts';
import { keepNotANumber } from './not-a-number.ts';

/** Replaces tfjs's kernels that give wrong numbers on webgpu. */
export function correct(): void {
  keepNotANumber();
  correctCumulative();
  correctBincount();
  correctGather();
  correctEinsum(kernels);
}
