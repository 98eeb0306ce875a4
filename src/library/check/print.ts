/** Values as one writes them in code, cut where they are long. */
import { NamedArgument, TensorArgument } from './arguments.ts';

const room = 160;

/** @param digits significant digits of a number that is not whole */
export function print(value: unknown, digits = 6, most = room): string {
  const text = write(value, digits, most * 2);
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Two values that differ, with as many digits as it takes to see it. */
export function printBoth(first: unknown, second: unknown): [string, string] {
  for (const digits of [6, 9, 12]) {
    const both = [print(first, digits), print(second, digits)] as const;
    if (both[0] !== both[1]) return [...both];
  }
  return [print(first, 17), print(second, 17)];
}

function write(value: unknown, digits: number, left: number): string {
  if (typeof value === 'number') return writeNumber(value, digits);
  if (typeof value === 'string') return JSON.stringify(value.slice(0, room)).slice(0, room + 2);
  if (value instanceof NamedArgument) return value.name;
  if (value instanceof TensorArgument) return `tensor(${write(value.values, digits, left)})`;
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return `[${join(Array.from(value as ArrayLike<unknown>), (part) => write(part, digits, left / 2), left)}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' ? 'a function' : String(value);
  const parts = join(
    Object.entries(value),
    ([key, part]) => `${key}: ${write(part, digits, left / 2)}`,
    left,
  );
  return parts === '' ? '{}' : `{ ${parts} }`;
}

/** As many parts as there is room for. */
function join<T>(parts: readonly T[], write: (part: T) => string, left: number): string {
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (text.length > left) return `${text}, …`;
    text += (index === 0 ? '' : ', ') + write(part);
  }
  return text;
}

const writeNumber = (value: number, digits: number): string =>
  String(Number.isFinite(value) && !Number.isInteger(value) ? Number(value.toPrecision(digits)) : value + 0);
