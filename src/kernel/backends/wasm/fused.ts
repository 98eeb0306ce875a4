import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Inputs } from '../kernels.ts';
import { dispose, kernels, type BackendWasm } from './heap.ts';

/** What follows a product or a convolution in a fused kernel. */
export interface FusedInputs {
  bias?: TensorInfo;
  preluActivationWeights?: TensorInfo;
}
export interface FusedAttrs {
  activation: string;
  leakyreluAlpha?: number;
}

const kernelOf: Record<string, string> = { relu: 'Relu', relu6: 'Relu6', sigmoid: 'Sigmoid', elu: 'Elu' };

/** XNNPACK's clamps make numbers of NaN and hide that training has diverged; these activations are applied after. */
export const losesNaN = (activation: string): boolean => ['relu', 'relu6'].includes(activation);

/** Bias and activation one after the other, for what the fused kernels compute wrongly or not at all. Consumes `raw`. */
export function addBiasAndActivate(
  backend: BackendWasm,
  raw: TensorInfo,
  inputs: FusedInputs,
  attrs: FusedAttrs,
): TensorInfo {
  let out = raw;
  const then = (name: string, more: Inputs, attributes: object = {}): void => {
    const next = kernels.run(backend, name, more, attributes);
    dispose(backend, out);
    out = next;
  };
  if (inputs.bias !== undefined) then('Add', { a: out, b: inputs.bias });
  const kernel = kernelOf[attrs.activation];
  if (attrs.activation === 'prelu') then('Prelu', { x: out, alpha: inputs.preluActivationWeights });
  else if (attrs.activation === 'leakyrelu') then('LeakyRelu', { x: out }, { alpha: attrs.leakyreluAlpha });
  else if (kernel !== undefined) then(kernel, { x: out });
  else if (attrs.activation !== 'linear')
    throw new Error(`The activation ${attrs.activation} is not available on wasm; choose cpu or webgl.`);
  return out;
}
