import { limits } from '../kernel/protocol.ts';
import type { DisplayHost } from './display-host.ts';

/** Shows figures; the same `slot` again moves the figure that is there. One for each run of a cell. */
export function createFigures(
  host: DisplayHost,
): (name: string, data: object, options?: { caption?: string; slot?: string }) => void {
  const slots = new Map<string, number | null>();
  return (name, data, { caption, slot } = {}) => {
    if (!/^[a-z][a-z0-9-]{0,63}$/.test(name))
      throw new RangeError(`show.figure: there is no figure "${name}".`);
    const plain = toPlain(data, { nodes: 4 * limits.numbers }, 0) as Record<string, unknown>;
    const output = {
      kind: 'figure' as const,
      name,
      data: plain,
      ...(caption === undefined ? {} : { caption }),
    };
    const at = host.put(output, slot === undefined ? undefined : slots.get(slot));
    if (slot !== undefined) slots.set(slot, at);
  };
}

/** A copy of plain data: numbers, text, true and false, null, arrays, typed arrays, objects. */
function toPlain(value: unknown, budget: { nodes: number }, depth: number): unknown {
  if (--budget.nodes < 0 || depth > 12) throw new RangeError('show.figure: the data is too large.');
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'string') return value.slice(0, limits.text);
  if (ArrayBuffer.isView(value) && 'length' in value) {
    budget.nodes -= Number(value.length);
    return Array.from(value as unknown as ArrayLike<number>, Number);
  }
  if (Array.isArray(value)) return value.map((each) => toPlain(each, budget, depth + 1));
  if (typeof value !== 'object') throw new TypeError(`show.figure: a ${typeof value} cannot be drawn.`);
  const entries = Object.entries(value).map(
    ([key, each]) => [key, toPlain(each, budget, depth + 1)] as const,
  );
  return Object.fromEntries(entries.filter(([key]) => key !== '__proto__'));
}
