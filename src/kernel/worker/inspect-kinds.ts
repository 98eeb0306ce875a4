import type { Value } from '../protocol.ts';
import { className, ownText } from './class-name.ts';
import { tensorText } from './tensor-kind.ts';

interface Description {
  type: Value['type'];
  text: string;
}

const dateText = Date.prototype.toISOString;
const dateTime = Date.prototype.getTime;
const patternText = RegExp.prototype.toString;
const functionText = Function.prototype.toString;
const { isArray } = Array;
const { isView } = ArrayBuffer;

/** One line for a value. Calls nothing of the value's own. */
export function describe(value: unknown): Description {
  switch (typeof value) {
    case 'string':
      return { type: 'string', text: value };
    case 'number':
      return { type: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
    case 'bigint':
      return { type: 'bigint', text: `${value}n` };
    case 'boolean':
      return { type: 'boolean', text: String(value) };
    case 'undefined':
      return { type: 'undefined', text: 'undefined' };
    case 'symbol':
      return { type: 'symbol', text: String(value) };
    case 'function':
      return { type: 'function', text: describeFunction(value) };
    default:
      return value === null ? { type: 'null', text: 'null' } : describeObject(value as object);
  }
}

function describeFunction(value: object): string {
  const name = ownText(value, 'name');
  if (functionText.call(value as () => void).startsWith('class')) return `class ${name ?? '(anonymous)'}`;
  return `ƒ ${name === undefined || name === '' ? '(anonymous)' : name}()`;
}

function describeObject(value: object): Description {
  if (isArray(value)) return { type: 'array', text: `Array(${value.length})` };
  if (isView(value)) return { type: 'typed array', text: `${className(value)}(${viewLength(value)})` };
  if (value instanceof Error) return { type: 'error', text: describeError(value) };
  const tensor = tensorText(value);
  if (tensor !== undefined) return { type: 'tensor', text: tensor };
  return describeBuiltIn(value) ?? { type: 'object', text: className(value) };
}

function describeBuiltIn(value: object): Description | undefined {
  if (value instanceof Map) return { type: 'map', text: `Map(${value.size})` };
  if (value instanceof Set) return { type: 'set', text: `Set(${value.size})` };
  if (value instanceof Promise) return { type: 'promise', text: 'Promise' };
  if (value instanceof RegExp) return { type: 'regexp', text: patternText.call(value) };
  if (value instanceof Date)
    return {
      type: 'date',
      text: Number.isNaN(dateTime.call(value)) ? 'Invalid Date' : dateText.call(value),
    };
  return undefined;
}

function viewLength(view: ArrayBufferView): number {
  return 'length' in view ? Number(view.length) : view.byteLength;
}

function describeError(error: Error): string {
  const message = ownText(error, 'message') ?? '';
  const name = className(error);
  return message === '' ? name : `${name}: ${message}`;
}
