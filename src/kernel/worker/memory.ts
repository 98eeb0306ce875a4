/**
 * Which run of which cell made a tensor. Before a cell runs again, what its last run made and still lives is disposed,
 * except what other cells' variables reach (the optimizer of a model made elsewhere): so a repeated run leaves as many
 * tensors as the first.
 */
import { engine, Tensor, Variable } from '@tensorflow/tfjs-core';

export interface Memory {
  /** Tensors made from now on belong to this cell; `null`: to none. */
  own(cell: string | null): void;
  /** Disposes what the cell made and nothing in `kept` reaches. */
  release(cell: string, kept: readonly unknown[]): void;
  /** Tensors alive, all cells together. */
  count(): number;
}

/** On the tensor itself: it is looked up for every tensor that is ever made. */
const owner = Symbol('owner');
type Owned = Tensor & { [owner]?: Set<Tensor> };

interface Tracking {
  trackTensor(tensor: Owned, backend: unknown): void;
  disposeTensor(tensor: Owned): void;
}

export function createMemory(): Memory {
  const owned = new Map<string, Set<Tensor>>();
  let current: Set<Tensor> | undefined;
  watch(
    (tensor) => {
      const owners = tensor[owner] ?? current;
      if (owners === undefined) return;
      owners.add(tensor);
      tensor[owner] = owners;
    },
    (tensor) => tensor[owner]?.delete(tensor),
  );
  return {
    own(cell) {
      if (cell === null) current = undefined;
      else owned.set(cell, (current = owned.get(cell) ?? new Set()));
    },
    release(cell, kept) {
      const tensors = owned.get(cell);
      if (tensors === undefined || tensors.size === 0) return;
      const reached = reach(kept);
      for (const tensor of [...tensors]) if (!reached.has(tensor)) dispose(tensor);
    },
    count: () => engine().state.numTensors,
  };
}

function dispose(tensor: Tensor): void {
  if (tensor.isDisposed) return;
  (tensor as { kept: boolean }).kept = false;
  tensor.dispose();
}

function watch(made: (tensor: Owned) => void, gone: (tensor: Owned) => void): void {
  const tracking = engine() as unknown as Tracking;
  const { trackTensor, disposeTensor } = tracking;
  tracking.trackTensor = function (tensor, backend) {
    made(tensor);
    trackTensor.call(this, tensor, backend);
  };
  tracking.disposeTensor = function (tensor) {
    gone(tensor);
    disposeTensor.call(this, tensor);
  };
}

/** Objects looked at before giving up; then everything counts as reached. */
const objectsLimit = 200_000;

/** Tensors that these values hold, through properties, arrays, maps and sets; getters are not called. */
function reach(values: readonly unknown[]): { has(tensor: Tensor): boolean } {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [...values];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value))
      continue;
    seen.add(value);
    if (seen.size > objectsLimit) return { has: () => true };
    try {
      if (value instanceof Tensor || value instanceof Variable || ArrayBuffer.isView(value)) continue;
      for (const part of partsOf(value)) waiting.push(part);
    } catch {
      // A Proxy that does not let itself be looked at holds what it holds.
    }
  }
  return seen;
}

function* partsOf(value: object): Iterable<unknown> {
  if (value instanceof Map) for (const [key, each] of value) yield* [key, each];
  if (value instanceof Set) yield* value;
  for (const key of Reflect.ownKeys(value)) yield Reflect.getOwnPropertyDescriptor(value, key)?.value;
}
