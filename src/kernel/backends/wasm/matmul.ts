import { BatchMatMul, _FusedMatMul, broadcast_util, util } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call } from '../kernels.ts';
import { addBiasAndActivate, losesNaN, type FusedAttrs, type FusedInputs } from './fused.ts';
import { dispose, kernels, reshaped, view, type BackendWasm } from './heap.ts';
import { bindProduct, multiplyStacks, transposed, weights } from './product.ts';

interface Product {
  a: TensorInfo;
  b: TensorInfo;
}
interface Transposes {
  transposeA: boolean;
  transposeB: boolean;
}
type Fused = Product & FusedInputs;
type FusedProductAttrs = Transposes & FusedAttrs;

/** Registers the products of matrices, plain and fused with bias and activation. */
export function completeMatMul(): void {
  kernels.replace<Product, Transposes>(BatchMatMul, () => matMul, bindProduct);
  kernels.replace<Fused, FusedProductAttrs>(_FusedMatMul, (plain) => (call) => {
    const { a, b, bias } = call.inputs;
    assertFit(call.inputs, call.attrs);
    const isOne = (a.shape.length === 2 || a.shape[0] === 1) && (b.shape.length === 2 || b.shape[0] === 1);
    const { activation } = call.attrs;
    const isFloat = a.dtype === 'float32' && b.dtype === 'float32';
    const n = b.shape[b.shape.length - (call.attrs.transposeB ? 2 : 1)];
    const isRow = bias === undefined || (bias.shape.length === 1 && bias.shape[0] === n);
    const isEmpty = util.sizeFromShape(a.shape) * util.sizeFromShape(b.shape) === 0;
    return isOne && isFloat && isRow && !isEmpty && !losesNaN(activation)
      ? fused(plain, call)
      : composed(call);
  });
}

/** Neither core nor the plain kernel looks, and the product of matrices that do not fit is memory of somebody else. */
function assertFit({ a, b }: Product, { transposeA, transposeB }: Transposes): void {
  const [columns, rows] = [a.shape.at(transposeA ? -2 : -1), b.shape.at(transposeB ? -1 : -2)];
  util.assert(
    columns === rows,
    () =>
      `Error in matMul: inner shapes (${columns}) and (${rows}) of Tensors with shapes ${a.shape.join()} and ` +
      `${b.shape.join()} and transposeA=${transposeA} and transposeB=${transposeB} must match.`,
  );
}

/** Matrices as a stack of three dimensions, transposed when asked. */
function stackOf(backend: BackendWasm, x: TensorInfo, transpose: boolean): TensorInfo {
  const [rows = 1, columns = 1] = x.shape.slice(-2);
  const stack = reshaped(backend, x, [util.sizeFromShape(x.shape.slice(0, -2)), rows, columns]);
  if (!transpose) return stack;
  const result = transposed(backend, stack);
  dispose(backend, stack);
  return result;
}

function matMul({ inputs: { a, b }, attrs, backend }: Call<BackendWasm, Product, Transposes>): TensorInfo {
  assertFit({ a, b }, attrs);
  const outer = broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const left = stackOf(backend, a, attrs.transposeA);
  const right = stackOf(backend, b, attrs.transposeB);
  const product =
    a.dtype === 'float32' && b.dtype === 'float32'
      ? multiplyStacks(backend, left, right)
      : multiplyIntegers(backend, left, right);
  dispose(backend, left, right);
  return { ...product, shape: [...outer, left.shape[1] ?? 1, right.shape[2] ?? 1] };
}

/** XNNPACK knows floats only; these are rare and small (counts, indices, one-hot rows). */
function multiplyIntegers(backend: BackendWasm, a: TensorInfo, b: TensorInfo): TensorInfo {
  const [p = 1, m = 1, k = 1] = a.shape;
  const [q = 1, , n = 1] = b.shape;
  const isFloat = a.dtype === 'float32' || b.dtype === 'float32';
  const out = backend.makeOutput([Math.max(p, q), m, n], isFloat ? 'float32' : 'int32');
  const [x, y, z] = [view(backend, a), view(backend, b), view(backend, out)];
  for (let at = 0; at < z.length; at++) {
    const [s, i, j] = [Math.floor(at / (m * n)), Math.floor(at / n) % m, at % n];
    let sum = 0;
    for (let l = 0; l < k; l++) {
      sum += (x[((s % p) * m + i) * k + l] ?? NaN) * (y[((s % q) * k + l) * n + j] ?? NaN);
    }
    z[at] = sum;
  }
  return out;
}

type PlainFused = (call: Call<BackendWasm, Fused, FusedProductAttrs>) => TensorInfo;

/** One matrix times one with a bias for each column: XNNPACK does it all. */
function fused(plain: PlainFused, call: Call<BackendWasm, Fused, FusedProductAttrs>): TensorInfo {
  const { backend, inputs, attrs } = call;
  const a = stackOf(backend, inputs.a, attrs.transposeA);
  const b = stackOf(backend, inputs.b, attrs.transposeB);
  const { tensor, isCopy } = weights(backend, b);
  const out = plain({
    backend,
    inputs: { ...inputs, a, b: tensor },
    attrs: { ...attrs, transposeA: false, transposeB: false },
  });
  dispose(backend, a, b);
  if (isCopy) dispose(backend, tensor);
  const outer = broadcast_util.assertAndGetBroadcastShape(
    inputs.a.shape.slice(0, -2),
    inputs.b.shape.slice(0, -2),
  );
  return { ...out, shape: [...outer, ...out.shape.slice(-2)] };
}

/** Product, bias and activation one after the other, for what the fused kernel computes wrongly or not at all. */
const composed = ({ backend, inputs, attrs }: Call<BackendWasm, Fused, FusedProductAttrs>): TensorInfo =>
  addBiasAndActivate(backend, matMul({ backend, inputs, attrs }), inputs, attrs);
