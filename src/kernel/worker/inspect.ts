/**
 * Makes any JavaScript value plain for a reader, as a developer console prints it. Never calls a getter, survives every
 * Proxy, and keeps to the bounds of the protocol however large, deep or cyclic the value is.
 */
import { limits, type Value } from '../protocol.ts';
import { describe } from './inspect-kinds.ts';
import { partsOf, type Part } from './inspect-parts.ts';
import { withPreview } from './inspect-preview.ts';

const depthLimit = 6;
const entriesLimit = 100;
/** Characters of one string inside a larger value. */
const innerText = 2_000;

interface Budget {
  nodes: number;
  characters: number;
}

/** Bounded in nodes, depth and characters. Never throws. */
export function inspect(value: unknown): Value {
  return withPreview(toValue(value, [], { nodes: limits.nodes, characters: 4 * limits.text }));
}

/** Several values, as one call of `console.log` prints them, within the bounds of one. */
export function inspectAll(values: readonly unknown[]): Value[] {
  const budget = { nodes: limits.nodes, characters: 4 * limits.text };
  return values.slice(0, 100).map((value) => withPreview(toValue(value, [], budget)));
}

function toValue(value: unknown, above: readonly object[], budget: Budget): Value {
  budget.nodes -= 1;
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (isObject && above.includes(value)) return { type: 'circular', text: '[Circular]' };
  try {
    const { type, text } = describe(value);
    const shown = clip(text, above.length === 0 ? limits.text : innerText, budget);
    if (!isObject || type === 'tensor') return { type, text: shown };
    return { type, text: shown, ...entriesOf(value, [...above, value], budget) };
  } catch {
    return { type: 'object', text: '[An object that does not let itself be looked at]' };
  }
}

function entriesOf(value: object, above: readonly object[], budget: Budget): Partial<Value> {
  const { parts, count } = partsOf(value, entriesLimit);
  if (count === 0) return {};
  if (above.length > depthLimit) return { more: count };
  const entries: { key: string; value: Value }[] = [];
  for (const part of parts) {
    if (budget.nodes <= 0 || budget.characters <= 0) break;
    entries.push({ key: clip(part.key, 200, budget), value: partValue(part, above, budget) });
  }
  const more = count - entries.length;
  return { entries, ...(more > 0 ? { more } : {}) };
}

function partValue(part: Part, above: readonly object[], budget: Budget): Value {
  if ('value' in part) return toValue(part.value, above, budget);
  budget.nodes -= 1;
  return { type: 'getter', text: part.getter };
}

function clip(text: string, most: number, budget: Budget): string {
  const room = Math.max(0, Math.min(most, budget.characters));
  budget.characters -= Math.min(text.length, room);
  if (text.length <= room) return text;
  const tail = `… (${text.length.toLocaleString('en')} characters)`;
  return text.slice(0, Math.max(0, room - tail.length)) + tail;
}
