/**
 * Matrix products by XNNPACK. tfjs leaves it for a scalar loop as soon as an operand is transposed or there is more
 * than one matrix, and takes an operator packed for one shape for another shape of the same numbers.
 */
import { BatchMatMul } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { dispose, floats, idOf, kernels, part, release, reshaped, type BackendWasm } from './heap.ts';

type Cwrap = (name: string, result: null, types: string[]) => Multiply;
type Multiply = (
  a: number,
  aShape: Uint8Array,
  aRank: number,
  b: number,
  bShape: Uint8Array,
  bRank: number,
  transposeA: boolean,
  transposeB: boolean,
  out: number,
) => void;

let multiplyInWasm: Multiply;

/** Binds the module's entry point; called by tfjs when the back end starts. */
export function bindProduct(backend: BackendWasm): void {
  const { cwrap } = backend.wasm as unknown as { cwrap: Cwrap };
  const types = ['number', 'array', 'number', 'number', 'array', 'number', 'number', 'number', 'number'];
  multiplyInWasm = cwrap(BatchMatMul, null, types);
}

const bytes = (shape: number[]): Uint8Array => new Uint8Array(new Int32Array(shape).buffer);

/** `out = a · b` for stacks of equally many matrices, [s, m, k] · [s, k, n]; XNNPACK takes it when s is 1. */
function multiply(backend: BackendWasm, a: TensorInfo, b: TensorInfo, out: TensorInfo): void {
  const ids = [idOf(backend, a), idOf(backend, b), idOf(backend, out)] as const;
  multiplyInWasm(ids[0], bytes(a.shape), 3, ids[1], bytes(b.shape), 3, false, false, ids[2]);
}

/** The shape under which XNNPACK packed a tensor as weights: its cache asks for the tensor's id alone. */
const packed = new WeakMap<object, string>();

/** `b` itself, or a copy when it was packed under another shape before. */
export function weights(backend: BackendWasm, b: TensorInfo): { tensor: TensorInfo; isCopy: boolean } {
  const key = b.shape.slice(-2).join('×');
  const before = packed.get(b.dataId);
  if (before === undefined) packed.set(b.dataId, key);
  if (before === undefined || before === key) return { tensor: b, isCopy: false };
  const tensor = backend.makeOutput(b.shape, b.dtype);
  floats(backend, tensor).set(floats(backend, b));
  return { tensor, isCopy: true };
}

/** One matrix times one: a [1, m, k], b [1, k, n], out [1, m, n]. */
export function multiplyOne(backend: BackendWasm, a: TensorInfo, b: TensorInfo, out: TensorInfo): void {
  const { tensor, isCopy } = weights(backend, b);
  multiply(backend, a, tensor, out);
  if (isCopy) dispose(backend, tensor);
}

/** Below this many multiplications packing costs more than the scalar loop. */
const worthPacking = 4096;

/** Stacks of matrices, a [p, m, k] and b [q, k, n]; where p and q differ, the shorter stack is repeated. */
export function multiplyStacks(backend: BackendWasm, a: TensorInfo, b: TensorInfo): TensorInfo {
  const [p = 1, m = 1, k = 1] = a.shape;
  const [q = 1, , n = 1] = b.shape;
  const stack = p === 0 || q === 0 ? 0 : Math.max(p, q);
  const out = backend.makeOutput([stack, m, n], 'float32');
  if (stack * m * n === 0) return out;
  if (k === 0) floats(backend, out).fill(0);
  else if (q === 1) multiplyRows(backend, a, b, out);
  else if (p === q && m * k * n < worthPacking) multiply(backend, a, b, out);
  else multiplyEach(backend, a, b, out);
  return out;
}

/** All matrices of `a` meet the same `b`: their rows are the rows of one matrix. */
function multiplyRows(backend: BackendWasm, a: TensorInfo, b: TensorInfo, out: TensorInfo): void {
  const [p = 1, m = 1, k = 1] = a.shape;
  const rows = reshaped(backend, a, [1, p * m, k]);
  const result = reshaped(backend, out, [1, p * m, b.shape[2] ?? 1]);
  multiplyOne(backend, rows, b, result);
  dispose(backend, rows, result);
}

function multiplyEach(backend: BackendWasm, a: TensorInfo, b: TensorInfo, out: TensorInfo): void {
  const [p = 1, m = 1, k = 1] = a.shape;
  const [q = 1, , n = 1] = b.shape;
  for (let i = 0; i < (out.shape[0] ?? 0); i++) {
    const left = part(backend, a, (i % p) * m * k, [1, m, k]);
    const right = part(backend, b, (i % q) * k * n, [1, k, n]);
    const result = part(backend, out, i * m * n, [1, m, n]);
    multiply(backend, left, right, result);
    release(backend, left, right, result);
  }
}

/** The transposes of a stack of matrices. The caller disposes of it. */
export const transposed = (backend: BackendWasm, x: TensorInfo): TensorInfo =>
  kernels.run(backend, 'Transpose', { x }, { perm: [0, 2, 1] });
