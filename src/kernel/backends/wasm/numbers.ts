/** Kernels of tfjs's wasm back end that give wrong numbers. */
import { Cast, ClipByValue, OneHot, Relu6 } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Call, Kernel } from '../kernels.ts';
import { kernels, view, type BackendWasm } from './heap.ts';

interface One {
  x: TensorInfo;
}
interface OneHotAttributes {
  depth: number;
  onValue: number;
  offValue: number;
  dtype: TensorInfo['dtype'];
}
export function correctNumbers(): void {
  kernels.replace<One, { dtype: TensorInfo['dtype'] }>(Cast, (plain) => (call) => cast(plain, call));
  kernels.replace<One, { clipValueMin: number; clipValueMax: number }>(ClipByValue, () => clip);
  kernels.replace<One, object>(
    Relu6,
    () => (call) => clip({ ...call, attrs: { clipValueMin: 0, clipValueMax: 6 } }),
  );
  kernels.replace<{ indices: TensorInfo }, OneHotAttributes>(OneHot, () => oneHot);
}

/** tfjs copies the low byte into a bool: 256 and 0.5 become false, 2 stays 2. */
function cast<A extends { dtype: TensorInfo['dtype'] }>(
  plain: Kernel<BackendWasm, One, A>,
  call: Call<BackendWasm, One, A>,
): TensorInfo {
  const { backend, inputs, attrs } = call;
  if (attrs.dtype === 'complex64')
    throw new Error('Complex numbers are not available on wasm; choose cpu or webgl.');
  if (attrs.dtype !== 'bool') return plain(call);
  const out = backend.makeOutput(inputs.x.shape, 'bool');
  const [from, to] = [view(backend, inputs.x), view(backend, out)];
  for (let i = 0; i < to.length; i++) to[i] = from[i] === 0 ? 0 : 1;
  return out;
}

/** XNNPACK's clamp makes numbers of NaN, and hides that training has diverged. */
function clip(call: Call<BackendWasm, One, { clipValueMin: number; clipValueMax: number }>): TensorInfo {
  const { backend, inputs, attrs } = call;
  const out = backend.makeOutput(inputs.x.shape, inputs.x.dtype);
  const [from, to] = [view(backend, inputs.x), view(backend, out)];
  for (let i = 0; i < to.length; i++) {
    const x = from[i] as number;
    to[i] = x > attrs.clipValueMax ? attrs.clipValueMax : x < attrs.clipValueMin ? attrs.clipValueMin : x;
  }
  return out;
}

/** tfjs writes whole numbers whatever the type: as a float, a 1 then is 1.4e-45, and nothing learns from it. */
function oneHot({
  backend,
  inputs: { indices },
  attrs,
}: Call<BackendWasm, { indices: TensorInfo }, OneHotAttributes>): TensorInfo {
  const { depth, onValue, offValue, dtype } = attrs;
  const out = backend.makeOutput([...indices.shape, depth], dtype);
  const [from, to] = [view(backend, indices), view(backend, out)];
  to.fill(offValue);
  from.forEach((index, i) => {
    if (index >= 0 && index < depth) to[i * depth + index] = onValue;
  });
  return out;
}
