import type { InputSpec, InputType, InputValue } from '../../kernel/protocol.ts';

/** A control with its label. */
export interface Control {
  readonly element: HTMLElement;
  /** The cell asked again: what the reader is doing is not disturbed. */
  update(spec: InputSpec, value: InputValue): void;
}

export type SpecOf<T extends InputType> = Extract<InputSpec, { type: T }>;
export type Enter = (value: InputValue) => void;

/**
 * Tells of values at most once in `ms`, the last one always: a slider under the hand gives sixty a second.
 * `now` tells at once.
 */
export function pace<T>(
  enter: (value: T) => void,
  ms: number,
): { soon(value: T): void; now(value: T): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { value: T } | null = null;
  const flush = () => {
    timer = undefined;
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(flush, ms);
    enter(value);
  };
  return {
    soon: (value) => {
      waiting = { value };
      timer ??= setTimeout(flush, 0);
    },
    now: (value) => {
      clearTimeout(timer);
      timer = undefined;
      waiting = null;
      enter(value);
    },
  };
}
