/**
 * Functions of one number whose shaders lose NaN: WGSL lets a compiler assume that there is none, so `exp(NaN)` may be
 * anything, and training that has diverged looks healthy.
 */
import {
  Acosh,
  Asinh,
  Atanh,
  Cosh,
  Elu,
  Exp,
  Expm1,
  FusedConv2D,
  FusedDepthwiseConv2D,
  Log,
  Log1p,
  Relu6,
  Selu,
  Sigmoid,
  Sinh,
  Softmax,
  Softplus,
  _FusedMatMul,
  util,
} from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { SoftmaxProgram } from '@tensorflow/tfjs-backend-webgpu/dist/softmax_webgpu.js';
import { UnaryOpType, getUnaryOpString } from '@tensorflow/tfjs-backend-webgpu/dist/unary_op_util.js';
import { UnaryOpProgram } from '@tensorflow/tfjs-backend-webgpu/dist/unary_op_webgpu.js';
import type { Call } from '../kernels.ts';
import { dispose, kernels, type WebGPUBackend } from './gpu.ts';

interface One {
  x: TensorInfo;
}

const functions: Record<string, UnaryOpType> = {
  [Acosh]: UnaryOpType.ACOSH,
  [Asinh]: UnaryOpType.ASINH,
  [Atanh]: UnaryOpType.ATANH,
  [Cosh]: UnaryOpType.COSH,
  [Elu]: UnaryOpType.ELU,
  [Exp]: UnaryOpType.EXP,
  [Expm1]: UnaryOpType.EXPM1,
  [Log]: UnaryOpType.LOG,
  [Log1p]: UnaryOpType.LOG1P,
  [Relu6]: UnaryOpType.RELU6,
  [Selu]: UnaryOpType.SELU,
  [Sigmoid]: UnaryOpType.SIGMOID,
  [Sinh]: UnaryOpType.SINH,
  [Softplus]: UnaryOpType.SOFTPLUS,
};
/** These tfjs computes on the processor where the numbers have not gone to the GPU yet, and rightly. */
const onProcessor = new Set<string>([Exp, Expm1, Log]);
/** Ends of the domain, where the result of a shader's `log` is undefined. */
const ends: Record<string, string> = {
  [Log]: 'if (a == 0.0) { return -uniforms.INFINITY; }',
  [Log1p]: 'if (a == -1.0) { return -uniforms.INFINITY; } if (a < -1.0) { return uniforms.NAN; }',
};

class CarefulProgram extends UnaryOpProgram {
  private readonly body: string;

  constructor(shape: number[], name: string, op: UnaryOpType) {
    super(shape, op);
    this.shaderKey = `careful_${this.shaderKey}`;
    this.body = `${ends[name] ?? ''} ${getUnaryOpString(op, false)}`;
  }

  override getUserCode(): string {
    const careful = `fn unaryOperation(a : f32) -> f32 { if (isnan(a)) { return a; } return known(a); }`;
    const plain = super.getUserCode().replace(/fn unaryOperation\(a : f32\) -> f32 \{[^]*?\n {6}\}/, '');
    return `fn known(a : f32) -> f32 { ${this.body} }\n${careful}\n${plain}`;
  }
}

export function keepNotANumber(): void {
  for (const [name, op] of Object.entries(functions)) {
    kernels.replace<One, object>(name, (plain) => (call) => {
      const { backend, inputs } = call;
      const { x } = inputs;
      if (onProcessor.has(name) && backend.shouldExecuteOnCPU([x])) return plain(call);
      return backend.runWebGPUProgram(new CarefulProgram(x.shape, name, op), [x], x.dtype);
    });
  }
  kernels.replace<{ logits: TensorInfo }, { dim: number }>(Softmax, () => softmax);
  for (const name of [_FusedMatMul, FusedConv2D, FusedDepthwiseConv2D]) unfuse(name);
}

class CarefulSoftmax extends SoftmaxProgram {
  constructor(shape: number[]) {
    super(shape);
    this.shaderKey = `careful_${this.shaderKey}`;
  }

  override getUserCode(): string {
    const careful = 'fn carefulExp(a : f32) -> f32 { if (isnan(a)) { return a; } return exp(a); }';
    return `${careful}\n${super.getUserCode().replaceAll(' exp(', ' carefulExp(')}`;
  }
}

function softmax({
  backend,
  inputs: { logits },
  attrs,
}: Call<WebGPUBackend, { logits: TensorInfo }, { dim: number }>): TensorInfo {
  const columns = logits.shape[attrs.dim] ?? 1;
  const shape = [util.sizeFromShape(logits.shape) / columns, columns];
  const rows = kernels.run(backend, 'Reshape', { x: logits }, { shape });
  const result = backend.runWebGPUProgram(new CarefulSoftmax(shape), [rows], logits.dtype);
  const out = kernels.run(backend, 'Reshape', { x: result }, { shape: logits.shape });
  dispose(backend, rows, result);
  return out;
}

const kernelOf: Record<string, string> = { sigmoid: Sigmoid, relu6: Relu6, elu: Elu };

/** Takes activations that lose NaN out of a fused kernel and applies them after it. */
function unfuse(name: string): void {
  kernels.replace<object, { activation: string }>(name, (plain) => (call) => {
    const activation = kernelOf[call.attrs.activation];
    if (activation === undefined) return plain(call);
    const x = plain({ ...call, attrs: { ...call.attrs, activation: 'linear' } });
    const out = kernels.run(call.backend, activation, { x });
    dispose(call.backend, x);
    return out;
  });
}
