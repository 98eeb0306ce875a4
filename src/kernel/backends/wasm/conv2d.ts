/** Gradients of a convolution by products of matrices. tfjs's wasm back end has no gradient for the filter at all. */
import { Conv2DBackpropFilter, Conv2DBackpropInput } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call } from '../kernels.ts';
import { dispose, floats, kernels, reshaped, view, type BackendWasm } from './heap.ts';
import { describe, pixelsOf, sizeOf, type ConvolutionAttrs, type Shape4 } from './convolution.ts';
import { gatherPatches, scatterPatches } from './patches.ts';
import { multiplyOne, transposed } from './product.ts';

interface FilterAttrs extends ConvolutionAttrs {
  filterShape: Shape4;
}
interface InputAttrs extends ConvolutionAttrs {
  inputShape: Shape4;
}

export function completeConv2d(): void {
  kernels.add<{ x: TensorInfo; dy: TensorInfo }, FilterAttrs>(Conv2DBackpropFilter, filterGradient);
  kernels.replace<{ dy: TensorInfo; filter: TensorInfo }, InputAttrs>(
    Conv2DBackpropInput,
    (plain) => (call) => (call.attrs.dataFormat === 'NCHW' ? plain(call) : inputGradient(call)),
  );
}

/** patches [numbers of a filter, output pixels] · dy [output pixels, filters]. */
function filterGradient(call: Call<BackendWasm, { x: TensorInfo; dy: TensorInfo }, FilterAttrs>): TensorInfo {
  const { backend, inputs, attrs } = call;
  if (attrs.dataFormat === 'NCHW')
    throw new Error(
      'The gradient of conv2d with channels first is not available on wasm; choose cpu or webgl.',
    );
  const info = describe(inputs.x.shape, attrs.filterShape, attrs, false);
  const [numbers, pixels] = [sizeOf(info), pixelsOf(info)];
  const patches = backend.makeOutput([1, numbers, pixels], 'float32');
  const out = backend.makeOutput([1, numbers, info.outChannels], 'float32');
  gatherPatches(info, view(backend, inputs.x), floats(backend, patches).fill(0));
  const dy = reshaped(backend, inputs.dy, [1, pixels, info.outChannels]);
  multiplyOne(backend, patches, dy, out);
  dispose(backend, patches, dy);
  return { ...out, shape: attrs.filterShape };
}

/** dy [output pixels, filters] · filterᵀ [filters, numbers of a filter], each number added to the pixel it came from. */
function inputGradient(
  call: Call<BackendWasm, { dy: TensorInfo; filter: TensorInfo }, InputAttrs>,
): TensorInfo {
  const { backend, inputs, attrs } = call;
  const info = describe(attrs.inputShape, inputs.filter.shape, attrs, false);
  const [numbers, pixels] = [sizeOf(info), pixelsOf(info)];
  const filter = reshaped(backend, inputs.filter, [1, numbers, info.outChannels]);
  const flipped = transposed(backend, filter);
  const dy = reshaped(backend, inputs.dy, [1, pixels, info.outChannels]);
  const patches = backend.makeOutput([1, pixels, numbers], 'float32');
  multiplyOne(backend, dy, flipped, patches);
  const out = backend.makeOutput(attrs.inputShape, 'float32');
  scatterPatches(info, floats(backend, patches), floats(backend, out).fill(0));
  dispose(backend, filter, flipped, dy, patches);
  return out;
}
