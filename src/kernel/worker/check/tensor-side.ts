import type { Mark } from '../../check/check-protocol.ts';
import type { Plain } from '../../plain.ts';
import type { BackendName } from '../../protocol.ts';
import type { Assets } from '../assets.ts';
import type { TensorReader } from '../to-plain.ts';

export type TensorType = Extract<Mark, { kind: 'tensor' }>['dtype'];

/** TensorFlow.js, as the workers of a check know it. The lighter of them have none. */
export interface TensorSide {
  /** What cells get as `tf`. */
  readonly tf: object;
  readonly reader: TensorReader;
  start(backends: readonly BackendName[], assets: Assets): Promise<void>;
  make(values: Plain, dtype: TensorType): unknown;
  /** Tensors that are made from now on belong to a question, or to nobody. */
  own(question: boolean): void;
  /** Disposes what the last question made, but for what these values reach. */
  release(kept: readonly unknown[]): void;
}
