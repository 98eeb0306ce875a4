/**
 * Makes plain data of what a cell holds: own data properties alone, so that no getter runs and no prototype counts.
 * Nothing of the value's own is called.
 */
import { plainLimits, type Plain } from '../plain.ts';
import { className } from './class-name.ts';

/** What knows tensors, where TensorFlow.js is loaded. */
export interface TensorReader {
  isTensor(value: unknown): boolean;
  /** Nested lists along the shape; rejects with a sentence. */
  read(tensor: unknown): Promise<Plain>;
}

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { isArray } = Array;
const { isView } = ArrayBuffer;
const opaque = [Map, Set, WeakMap, WeakSet, Date, RegExp, DataView, ArrayBuffer];

/** Why a value cannot be had; the message is a sentence that names it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

interface Walk {
  tensors: TensorReader | null;
  parts: number;
  characters: number;
}

/** @param said what the value is called in a sentence: `losses[3]`, `What step(10) gave` */
export async function toPlain(value: unknown, said: string, tensors: TensorReader | null): Promise<Plain> {
  try {
    return await convert(value, said, 0, { tensors, parts: 0, characters: 0 });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`${said} does not let itself be read.`);
  }
}

async function convert(value: unknown, said: string, depth: number, walk: Walk): Promise<Plain> {
  count(said, depth, walk);
  switch (typeof value) {
    case 'number':
    case 'boolean':
      return value;
    case 'string':
      countText(value, said, walk);
      return value;
    case 'object':
      return value === null ? null : convertObject(value, said, depth, walk);
    default:
      throw new Unreadable(
        value === undefined ? `${said} is undefined.` : `${said} is a ${typeof value}, not data.`,
      );
  }
}

function count(said: string, depth: number, walk: Walk, parts = 1): void {
  walk.parts += parts;
  if (walk.parts > plainLimits.parts)
    throw new Unreadable(`${said} is too large: it has more than ${plainLimits.parts} parts.`);
  if (depth > plainLimits.depth)
    throw new Unreadable(`${said} lies deeper than ${plainLimits.depth} lists in lists.`);
}

function countText(text: string, said: string, walk: Walk): void {
  walk.characters += text.length;
  if (text.length > plainLimits.text || walk.characters > plainLimits.characters)
    throw new Unreadable(`${said} is too large: a text of ${text.length} characters.`);
}

async function convertObject(value: object, said: string, depth: number, walk: Walk): Promise<Plain> {
  if (walk.tensors?.isTensor(value) === true) return readTensor(value, said, depth, walk);
  if (value instanceof Promise) throw new Unreadable(`${said} is a promise: an await is missing before it.`);
  if (isView(value) && !(value instanceof DataView)) return viewNumbers(value, said, depth, walk);
  if (opaque.some((type) => value instanceof type))
    throw new Unreadable(`${said} is a ${className(value)}, not a list or an object of data.`);
  return isArray(value) ? convertList(value, said, depth, walk) : convertParts(value, said, depth, walk);
}

async function readTensor(value: object, said: string, depth: number, walk: Walk): Promise<Plain> {
  const read = (await walk.tensors?.read(value).catch((error: unknown) => {
    throw error instanceof Unreadable ? new Unreadable(`${said} ${error.message}`) : error;
  })) as Plain;
  const parts = countParts(read);
  count(said, depth, walk, parts);
  return read;
}

const countParts = (value: Plain): number =>
  isArray(value) ? value.reduce<number>((sum, each) => sum + countParts(each), 1) : 1;

function viewNumbers(view: ArrayBufferView, said: string, depth: number, walk: Walk): Plain {
  const length = viewLength(view);
  count(said, depth, walk, length);
  const numbers = Array.from({ length }, (_, index) => Reflect.get(view, index) as unknown);
  if (numbers.every((each) => typeof each === 'number')) return numbers;
  throw new Unreadable(`${said} is a ${className(view)}, not a list of numbers.`);
}

const lengthOfView = getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype) as object, 'length')
  ?.get as (this: object) => number;

/** Numbers in a typed array. */
export const viewLength = (view: ArrayBufferView): number => Reflect.apply(lengthOfView, view, []);

async function convertList(list: object, said: string, depth: number, walk: Walk): Promise<Plain> {
  const length = getOwnPropertyDescriptor(list, 'length')?.value as number;
  count(said, depth, walk, length);
  walk.parts -= length;
  const parts: Plain[] = [];
  for (let index = 0; index < length; index++) {
    const part = ownData(list, String(index), `${said}[${index}]`);
    // Most lists are of numbers, and awaiting each takes long.
    const plain = typeof part === 'number' ? part : await convert(part, `${said}[${index}]`, depth + 1, walk);
    if (typeof part === 'number') walk.parts += 1;
    parts.push(plain);
  }
  return parts;
}

async function convertParts(object: object, said: string, depth: number, walk: Walk): Promise<Plain> {
  const parts: [string, Plain][] = [];
  for (const key of ownKeys(object)) {
    if (typeof key !== 'string' || getOwnPropertyDescriptor(object, key)?.enumerable !== true) continue;
    const at = `${said}.${key.slice(0, 60)}`;
    countText(key, at, walk);
    parts.push([key, await convert(ownData(object, key, at), at, depth + 1, walk)]);
  }
  return Object.fromEntries(parts);
}

/** The value of an own data property. */
export function ownData(object: object, key: string, said: string): unknown {
  const found = getOwnPropertyDescriptor(object, key);
  if (found === undefined) throw new Unreadable(`${said} is not there.`);
  if ('value' in found) return found.value;
  throw new Unreadable(`${said} is computed when it is asked for, so it cannot be read from here.`);
}
