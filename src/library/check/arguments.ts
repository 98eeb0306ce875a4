/** Arguments of a call: plain data, with marks where names and tensors stand. */
import type { CheckMark, Data } from './check-host.ts';

/** A name of the learner's code, in the place of what it stands for. */
export class NamedArgument {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Numbers that are made into a tensor where the learner's code is. */
export class TensorArgument {
  readonly values: unknown;
  readonly dtype: 'float32' | 'int32' | 'bool';
  constructor(values: unknown, dtype: 'float32' | 'int32' | 'bool') {
    this.values = values;
    this.dtype = dtype;
  }
}

const depthLimit = 12;

/** @throws TypeError on what cannot be handed over, with what to do instead. */
export function toArguments(args: readonly unknown[]): { args: Data; marks: CheckMark[] } {
  const marks: CheckMark[] = [];
  const convert = (value: unknown, at: (string | number)[]): Data => {
    if (at.length > depthLimit) throw new TypeError('An argument nests too deep.');
    if (
      value === null ||
      typeof value === 'boolean' ||
      typeof value === 'number' ||
      typeof value === 'string'
    )
      return value;
    if (value instanceof NamedArgument) {
      marks.push({ kind: 'name', at, name: value.name });
      return null;
    }
    if (value instanceof TensorArgument) {
      const { values, dtype } = value;
      marks.push({ kind: 'tensor', at, dtype });
      return convert(values, at);
    }
    if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView)))
      return Array.from(value as ArrayLike<unknown>, (part, index) => convert(part, [...at, index]));
    if (typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([key, part]) => [key, convert(part, [...at, key])]),
      );
    throw new TypeError(
      typeof value === 'function'
        ? `A function cannot be given to the work; give one that the lesson defines by its name: work.name('slope').`
        : `A value that is ${typeof value} cannot be given to the work: give numbers, texts, lists and objects of these.`,
    );
  };
  return { args: args.map((each, index) => convert(each, [index])), marks };
}
