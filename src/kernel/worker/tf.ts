/**
 * TensorFlow.js as cells see it: core and layers in one frozen object, and what Stop, reading and printing need put into it.
 */
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { BackendName } from '../protocol.ts';
import { natives } from './realm.ts';
import type { StopFlag } from './stop.ts';

export interface TfHooks {
  stop: StopFlag;
  /** Shows a tensor, for `tensor.print()`. */
  print(tensor: core.Tensor): void;
  backend(): BackendName | undefined;
}

export interface Tf {
  /** What cells get as `tf`. */
  readonly tf: object;
  /** Epochs of the `fit` that was given these callbacks. */
  epochsOf(callbacks: layers.CustomCallbackArgs): number;
  /** Whether a `fit` is under way. */
  isFitting(): boolean;
}

export function createTf({ stop, print, backend }: TfHooks): Tf {
  const fitting = installStoppableFit(stop);
  core.Tensor.prototype.print = function (this: core.Tensor) {
    print(this);
  };
  installReads(stop, fitting.active, backend);
  const nextFrame = async (): Promise<void> => {
    stop.checkLate();
    await core.nextFrame();
    stop.checkLate();
  };
  return {
    tf: Object.freeze({ ...core, ...layers, nextFrame }),
    epochsOf: fitting.epochsOf,
    isFitting: () => fitting.active.size > 0,
  };
}

type Fit = (this: layers.LayersModel, ...rest: never[]) => Promise<layers.History>;

/** Milliseconds between two moments at which `fit` lets messages in. */
const breath = 8;

interface Fitting {
  active: ReadonlySet<layers.LayersModel>;
  epochsOf(callbacks: layers.CustomCallbackArgs): number;
}

/** Makes `fit` let messages in between batches and end after the batch under way when Stop comes. */
function installStoppableFit(stop: StopFlag): Fitting {
  const active = new Set<layers.LayersModel>();
  const epochs = new WeakMap<object, number>();
  const prototype = layers.LayersModel.prototype as unknown as { fit: Fit; fitDataset: Fit };
  const stoppable = (fit: Fit, at: number) =>
    async function (this: layers.LayersModel, ...rest: [...unknown[]]): Promise<layers.History> {
      stop.checkLate();
      const args = (rest[at] ?? {}) as layers.ModelFitArgs;
      const callbacks = asList(args.callbacks);
      for (const each of callbacks) epochs.set(each, args.epochs ?? 1);
      const custom = callbacks.map((each) => toCallback(each, args.yieldEvery));
      const ours = new Breath(() => {
        if (stop.requested) this.stopTraining = true;
      });
      rest[at] = { ...args, callbacks: [...custom, ours] };
      active.add(this);
      try {
        return await fit.apply(this, rest as never[]);
      } finally {
        active.delete(this);
      }
    };
  prototype.fit = stoppable(prototype.fit, 2);
  prototype.fitDataset = stoppable(prototype.fitDataset, 1);
  return { active, epochsOf: (callbacks) => epochs.get(callbacks) ?? 1 };
}

/** Not a plain record of functions: for those `fit` reads the loss after each batch, which makes a GPU wait. */
class Breath extends layers.Callback {
  private last = natives.now();
  private readonly check: () => void;

  constructor(check: () => void) {
    super();
    this.check = check;
  }

  override async onBatchEnd(): Promise<void> {
    if (natives.now() - this.last >= breath) {
      await core.nextFrame();
      this.last = natives.now();
    }
    this.check();
  }
}

type FitCallback = layers.CustomCallbackArgs | layers.Callback;

function asList(callbacks: layers.ModelFitArgs['callbacks']): FitCallback[] {
  if (callbacks === undefined) return [];
  return Array.isArray(callbacks) ? callbacks : [callbacks];
}

/** `fit` takes records of functions or callbacks, not both. */
function toCallback(
  callback: FitCallback,
  yieldEvery: layers.ModelFitArgs['yieldEvery'],
): layers.Callback | layers.CustomCallback {
  if ('setModel' in callback) return callback;
  return new layers.CustomCallback(callback, yieldEvery ?? 'auto');
}

/** Reading is a moment at which a stopped cell may end; reading without waiting is refused where it gives wrong numbers. */
function installReads(
  stop: StopFlag,
  active: ReadonlySet<unknown>,
  backend: () => BackendName | undefined,
): void {
  const prototype = core.Tensor.prototype as unknown as Record<
    'data' | 'dataSync',
    (this: core.Tensor) => unknown
  >;
  const { data, dataSync } = prototype;
  prototype.data = function (this: core.Tensor) {
    if (active.size === 0) stop.checkLate();
    return data.call(this);
  };
  prototype.dataSync = function (this: core.Tensor) {
    if (backend() === 'webgpu' && !onCpu(this))
      throw new Error('On WebGPU a tensor cannot be read without waiting.');
    return dataSync.call(this);
  };
}

/** Whether webgpu still holds the numbers that the tensor was made from. */
function onCpu(tensor: core.Tensor): boolean {
  const { tensorMap } = core.backend() as unknown as {
    tensorMap?: { get(id: object): { values?: unknown } | undefined };
  };
  return tensorMap?.get(tensor.dataId)?.values != null;
}
