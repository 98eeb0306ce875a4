import { limits } from '../kernel/protocol.ts';
import type { Numbers } from './vocabulary.ts';

type Reals =
  Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/**
 * Numbers as they are sent, at most as many as one output may hold.
 *
 * @throws TypeError naming the call when they are not numbers.
 */
export function toReals(call: string, numbers: Numbers): Reals {
  if (
    numbers instanceof Float32Array ||
    numbers instanceof Float64Array ||
    numbers instanceof Int32Array ||
    numbers instanceof Uint8Array
  )
    return numbers.slice(0, limits.numbers);
  if (!Array.isArray(numbers)) throw new TypeError(`${call}: expected an array of numbers.`);
  const wrong = numbers.findIndex((value) => typeof value !== 'number');
  if (wrong >= 0) throw new TypeError(`${call}: element ${wrong} is not a number.`);
  return Float64Array.from(numbers.slice(0, limits.numbers));
}

/** @throws TypeError naming the call when it is not a finite number. */
export function toNumber(call: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new TypeError(`${call} must be a finite number.`);
  return value;
}
