/** Einstein sums as one product of matrices: axes sorted into stack, rows, summed and columns. */
import { Einsum, backend_util } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call, Inputs, Kernels } from './kernels.ts';

interface Disposing {
  disposeData(dataId: object): unknown;
}

/** A tensor whose axes have names: the numbers of the equation's letters, those of the output first. */
interface Named {
  tensor: TensorInfo;
  axes: number[];
}

/** Registers einsum where it is missing. */
export function completeEinsum<B extends Disposing>(kernels: Kernels<B>): void {
  kernels.add<Inputs, { equation: string }>(Einsum, (call) => einsum(kernels, call));
}

/** tfjs forgets an operand that has no summed letter when the other has one: "ij,k->k" ignores k. */
export function correctEinsum<B extends Disposing>(kernels: Kernels<B>): void {
  kernels.replace<Inputs, { equation: string }>(Einsum, () => (call) => einsum(kernels, call));
}

function einsum<B extends Disposing>(
  kernels: Kernels<B>,
  { backend, inputs, attrs }: Call<B, Inputs, { equation: string }>,
): TensorInfo {
  const tensors = Object.values(inputs).filter((input) => input !== undefined);
  const { allDims, summedDims, idDims } = backend_util.decodeEinsumEquation(attrs.equation, tensors.length);
  backend_util.checkEinsumDimSizes(allDims.length, idDims, tensors as never);
  const steps = createSteps(kernels, backend);
  const isSummed = (axis: number): boolean => summedDims.includes(axis);
  const [first, second] = tensors.map((tensor, i) => {
    const others = new Set(idDims.filter((_, j) => j !== i).flat());
    const axes = idDims[i] ?? [];
    return steps.sum({ tensor, axes }, (axis) => isSummed(axis) && !others.has(axis));
  });
  if (first === undefined) throw new Error('einsum needs a tensor.');
  const product = second === undefined ? first : steps.multiply(first, second, isSummed);
  return steps.finish(steps.order(product, product.axes.toSorted(ascending)).tensor);
}

const ascending = (a: number, b: number): number => a - b;
const sizeOf = ({ tensor, axes }: Named, of: number[]): number[] =>
  of.map((axis) => tensor.shape[axes.indexOf(axis)] ?? 1);
const product = (sizes: number[]): number => sizes.reduce((a, b) => a * b, 1);

/** Kernels over named axes; what they make on the way is disposed of at the end. */
function createSteps<B extends Disposing>(kernels: Kernels<B>, backend: B) {
  const made: TensorInfo[] = [];
  const run = (name: string, inputs: Inputs, attrs: object): TensorInfo => {
    const tensor = kernels.run(backend, name, inputs, attrs);
    made.push(tensor);
    return tensor;
  };
  const shaped = (x: TensorInfo, shape: number[]): TensorInfo => run('Reshape', { x }, { shape });

  function order(x: Named, axes: number[]): Named {
    const perm = axes.map((axis) => x.axes.indexOf(axis));
    if (perm.every((from, to) => from === to)) return x;
    return { tensor: run('Transpose', { x: x.tensor }, { perm }), axes };
  }

  function sum(x: Named, isGone: (axis: number) => boolean): Named {
    const gone = x.axes.flatMap((axis, i) => (isGone(axis) ? [i] : []));
    if (gone.length === 0) return x;
    const tensor = run('Sum', { x: x.tensor }, { axis: gone, keepDims: false });
    return { tensor, axes: x.axes.filter((axis) => !isGone(axis)) };
  }

  function multiply(a: Named, b: Named, isSummed: (axis: number) => boolean): Named {
    const both = a.axes.filter((axis) => b.axes.includes(axis));
    const stack = both.filter((axis) => !isSummed(axis));
    const summed = both.filter(isSummed);
    const rows = a.axes.filter((axis) => !both.includes(axis));
    const columns = b.axes.filter((axis) => !both.includes(axis));
    const [s, m, k] = [stack, rows, summed].map((axes) => product(sizeOf(a, axes)));
    const n = product(sizeOf(b, columns));
    const left = shaped(order(a, [...stack, ...rows, ...summed]).tensor, [s ?? 1, m ?? 1, k ?? 1]);
    const right = shaped(order(b, [...stack, ...summed, ...columns]).tensor, [s ?? 1, k ?? 1, n]);
    const result = run('BatchMatMul', { a: left, b: right }, { transposeA: false, transposeB: false });
    const shape = [...sizeOf(a, stack), ...sizeOf(a, rows), ...sizeOf(b, columns)];
    return { tensor: shaped(result, shape), axes: [...stack, ...rows, ...columns] };
  }

  /** The caller's tensors are never returned as they are: the result must be its own to dispose of. */
  function finish(tensor: TensorInfo): TensorInfo {
    const result = made.includes(tensor) ? tensor : kernels.run(backend, 'Identity', { x: tensor });
    for (const other of made) if (other !== result) backend.disposeData(other.dataId);
    return result;
  }

  return { order, sum, multiply, finish };
}
