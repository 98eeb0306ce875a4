/** Gradients of a depthwise convolution, which tfjs's wasm back end lacks. */
import {
  DepthwiseConv2dNativeBackpropFilter,
  DepthwiseConv2dNativeBackpropInput,
} from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call } from '../kernels.ts';
import { floats, kernels, view, type BackendWasm, type Numbers } from './heap.ts';
import { describe, type ConvolutionAttrs, type Shape4 } from './convolution.ts';
import { eachRow, type Convolution } from './patches.ts';

interface FilterAttrs extends ConvolutionAttrs {
  filterShape: Shape4;
}
interface InputAttrs extends ConvolutionAttrs {
  inputShape: Shape4;
}

export function completeDepthwise(): void {
  kernels.add<{ x: TensorInfo; dy: TensorInfo }, FilterAttrs>(
    DepthwiseConv2dNativeBackpropFilter,
    filterGradient,
  );
  kernels.add<{ dy: TensorInfo; filter: TensorInfo }, InputAttrs>(
    DepthwiseConv2dNativeBackpropInput,
    inputGradient,
  );
}

/** Calls `visit` with the offsets of each output number, of the input number and of the weight that made it. */
export function eachProduct(
  info: Convolution,
  visit: (input: number, weight: number, output: number) => void,
): void {
  const { inChannels, outChannels } = info;
  const multiplier = outChannels / inChannels;
  eachRow(info, ({ place, input, output, count, step }) => {
    for (let i = 0; i < count; i++) {
      const x = (input + i * step) * inChannels;
      const y = (output + i) * outChannels;
      const w = place * outChannels;
      for (let c = 0; c < inChannels; c++) {
        for (let m = 0; m < multiplier; m++) {
          const k = c * multiplier + m;
          visit(x + c, w + k, y + k);
        }
      }
    }
  });
}

const at = (numbers: Numbers | Float64Array, i: number): number => numbers[i] as number;

function filterGradient(call: Call<BackendWasm, { x: TensorInfo; dy: TensorInfo }, FilterAttrs>): TensorInfo {
  const { backend, inputs, attrs } = call;
  const info = describe(inputs.x.shape, attrs.filterShape, attrs, true);
  const out = backend.makeOutput(attrs.filterShape, 'float32');
  const [x, dy] = [view(backend, inputs.x), floats(backend, inputs.dy)];
  // A weight meets every pixel of the batch: so long a sum needs more than 24 bits.
  const sums = new Float64Array(info.filterHeight * info.filterWidth * info.outChannels);
  eachProduct(info, (i, w, o) => {
    sums[w] = at(sums, w) + at(x, i) * at(dy, o);
  });
  floats(backend, out).set(sums);
  return out;
}

function inputGradient(
  call: Call<BackendWasm, { dy: TensorInfo; filter: TensorInfo }, InputAttrs>,
): TensorInfo {
  const { backend, inputs, attrs } = call;
  const info = describe(attrs.inputShape, inputs.filter.shape, attrs, true);
  const out = backend.makeOutput(attrs.inputShape, 'float32');
  const [dy, filter] = [floats(backend, inputs.dy), floats(backend, inputs.filter)];
  const dx = floats(backend, out).fill(0);
  eachProduct(info, (i, w, o) => {
    dx[i] = at(dx, i) + at(dy, o) * at(filter, w);
  });
  return out;
}
