import type { InputSpec, InputValue, Output, Points, Value } from '../kernel/protocol.ts';

/** What the display vocabulary needs of whoever runs the cell. One for each run of a cell. */
export interface DisplayHost {
  /** Fills a new slot, or `slot` anew. `null` where a bound left the output out. */
  put(output: Output, slot?: number | null): number | null;
  append(slot: number | null, points: Points): void;
  /** The cell is not over before this has settled; its failure is the cell's. */
  hold(work: Promise<unknown>): void;
  inspect(value: unknown): Value;
  /** What the reader entered for an input of this cell, or `undefined`. */
  entered(spec: InputSpec): InputValue | undefined;
  readonly stopping: boolean;
  /** Throws once the reader pressed Stop. */
  checkStop(): void;
  /** Lets waiting messages in and goes on, without a throttled timer. */
  breathe(): Promise<void>;
  /** Resolves after so many milliseconds, or rejects as `checkStop` when Stop comes. */
  wait(ms: number): Promise<void>;
  /** Milliseconds. */
  now(): number;
  /** Tensors that are alive. */
  tensors(): number;
}
