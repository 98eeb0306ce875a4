/**
 * Convolutions that XNNPACK gets wrong: "same" padding when a filter is shorter than its stride, and padding given as a
 * number with a filter or strides that are not square. Left alone, both write outside the tensor.
 */
import {
  Conv2D,
  DepthwiseConv2dNative,
  FusedConv2D,
  FusedDepthwiseConv2D,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { Call, Kernel } from '../kernels.ts';
import { describe, explicitPad, fits, pixelsOf, sizeOf, type ConvolutionAttrs } from './convolution.ts';
import { eachProduct } from './depthwise.ts';
import { addBiasAndActivate, losesNaN, type FusedAttrs, type FusedInputs } from './fused.ts';
import { dispose, floats, kernels, reshaped, view, type BackendWasm } from './heap.ts';
import { gatherPatches, type Convolution } from './patches.ts';
import { multiplyOne, transposed } from './product.ts';

interface Operands {
  x: TensorInfo;
  filter: TensorInfo;
}
type Slow = (backend: BackendWasm, operands: Operands, info: Convolution) => TensorInfo;
type Fused = Operands & FusedInputs;

export function correctConvolutions(): void {
  for (const [name, isDepthwise] of [
    [Conv2D, false],
    [DepthwiseConv2dNative, true],
  ] as const) {
    kernels.replace<Operands, ConvolutionAttrs>(name, (plain) => (call) => forward(plain, call, isDepthwise));
  }
  for (const [name, isDepthwise] of [
    [FusedConv2D, false],
    [FusedDepthwiseConv2D, true],
  ] as const) {
    kernels.replace<Fused, ConvolutionAttrs & FusedAttrs>(
      name,
      (plain) => (call) => fused(plain, call, isDepthwise),
    );
  }
}

function forward<I extends Operands, A extends ConvolutionAttrs>(
  plain: Kernel<BackendWasm, I, A>,
  call: Call<BackendWasm, I, A>,
  isDepthwise: boolean,
): TensorInfo {
  const { backend, inputs, attrs } = call;
  if (attrs.dataFormat === 'NCHW') return plain(call);
  const info = describe(inputs.x.shape, inputs.filter.shape, attrs, isDepthwise);
  if (fits(info)) return plain({ ...call, attrs: { ...attrs, pad: explicitPad(info) } });
  const slow: Slow = isDepthwise ? addUp : multiplyPatches;
  return slow(backend, inputs, info);
}

function fused(
  plain: Kernel<BackendWasm, Fused, ConvolutionAttrs & FusedAttrs>,
  call: Call<BackendWasm, Fused, ConvolutionAttrs & FusedAttrs>,
  isDepthwise: boolean,
): TensorInfo {
  const { backend, inputs, attrs } = call;
  const info = describe(inputs.x.shape, inputs.filter.shape, attrs, isDepthwise);
  const isRow = inputs.bias === undefined || inputs.bias.shape.join() === String(info.outChannels);
  if (isRow && fits(info) && attrs.activation !== 'prelu' && !losesNaN(attrs.activation))
    return forward(plain, call, isDepthwise);
  const raw = kernels.run(
    backend,
    isDepthwise ? DepthwiseConv2dNative : Conv2D,
    { x: inputs.x, filter: inputs.filter },
    attrs,
  );
  return addBiasAndActivate(backend, raw, inputs, attrs);
}

/** patchesᵀ [output pixels, numbers of a filter] · filters. */
function multiplyPatches(backend: BackendWasm, { x, filter }: Operands, info: Convolution): TensorInfo {
  const [numbers, pixels] = [sizeOf(info), pixelsOf(info)];
  const patches = backend.makeOutput([1, numbers, pixels], 'float32');
  gatherPatches(info, view(backend, x), floats(backend, patches).fill(0));
  const rows = transposed(backend, patches);
  const weights = reshaped(backend, filter, [1, numbers, info.outChannels]);
  const out = backend.makeOutput([1, pixels, info.outChannels], 'float32');
  multiplyOne(backend, rows, weights, out);
  dispose(backend, patches, rows, weights);
  return { ...out, shape: info.outShape };
}

function addUp(backend: BackendWasm, { x, filter }: Operands, info: Convolution): TensorInfo {
  const out = backend.makeOutput(info.outShape, 'float32');
  const [image, weights] = [view(backend, x), view(backend, filter)];
  const sums = floats(backend, out).fill(0);
  eachProduct(info, (i, w, o) => {
    sums[o] = (sums[o] as number) + (image[i] as number) * (weights[w] as number);
  });
  return out;
}
