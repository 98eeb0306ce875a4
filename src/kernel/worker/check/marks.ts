import type { Mark } from '../../check/check-protocol.ts';
import type { Plain } from '../../plain.ts';
import { Unreadable } from '../to-plain.ts';
import type { TensorSide } from './tensor-side.ts';

interface Fillers {
  /** What a name of the learner's scope stands for. */
  variable(name: string): unknown;
  tensors: TensorSide | null;
}

/** The arguments of a call, with names and tensors where they are marked. */
export function fillMarks(args: Plain, marks: readonly Mark[], fillers: Fillers): unknown[] {
  const filled = [...(Array.isArray(args) ? args : [args])] as unknown[];
  for (const mark of marks) {
    const last = mark.at.at(-1);
    const holder = mark.at.slice(0, -1).reduce<unknown>((at, key) => own(at, key), filled);
    if (last === undefined || typeof holder !== 'object' || holder === null) continue;
    Object.defineProperty(holder, last, {
      ...{ writable: true, enumerable: true, configurable: true },
      value: valueOf(mark, own(holder, last), fillers),
    });
  }
  return filled;
}

const own = (holder: unknown, key: string | number): unknown =>
  typeof holder === 'object' && holder !== null
    ? Reflect.getOwnPropertyDescriptor(holder, key)?.value
    : undefined;

function valueOf(mark: Mark, values: unknown, { variable, tensors }: Fillers): unknown {
  if (mark.kind === 'name') return variable(mark.name);
  if (tensors === null) throw new Unreadable('A tensor was to be given to code that knows no tensors.');
  return tensors.make(values as Plain, mark.dtype);
}
