import * as z from 'zod/mini';
import { inputSpec, inputValue, type InputSpec, type InputValue } from '../kernel/protocol.ts';
import { check } from './display-check.ts';
import type { DisplayHost } from './display-host.ts';
import { accepts } from './display-input-accepts.ts';
import { toNumber } from './display-numbers.ts';
import type { Input } from './vocabulary.ts';

/** The value that stands in an input: what the reader entered where it fits the cell's own bounds, else its default. */
function ask(host: DisplayHost, spec: InputSpec): InputValue {
  const checked = check(`input.${spec.type}`, inputSpec as z.ZodMiniType<InputSpec>, spec);
  const entered = host.entered(checked);
  const parsed = inputValue.safeParse(entered);
  const value = parsed.success && accepts(checked, parsed.data) ? parsed.data : checked.value;
  const slots = slotsOf(host);
  const output = { kind: 'input' as const, spec: checked, value: withoutBytes(value) };
  slots.set(checked.name, host.put(output, slots.get(checked.name)));
  return value;
}

/** An input that is asked for twice in a run is one control. */
const asked = new WeakMap<DisplayHost, Map<string, number | null>>();

function slotsOf(host: DisplayHost): Map<string, number | null> {
  const slots = asked.get(host) ?? new Map<string, number | null>();
  asked.set(host, slots);
  return slots;
}

/** A file's bytes need not travel back to the page, which has them. */
function withoutBytes(value: InputValue): InputValue {
  const isFile = typeof value === 'object' && value !== null && 'bytes' in value;
  return isFile ? { name: value.name, bytes: new ArrayBuffer(0) } : value;
}

export function createInput(current: () => DisplayHost): Input {
  return {
    number(name, { min, max, value, step = (max - min) / 100 }) {
      for (const [key, given] of Object.entries({ min, max, value, step }))
        toNumber(`input.number: ${key}`, given);
      if (min >= max) throw new RangeError('input.number: min must be less than max.');
      if (value < min || value > max)
        throw new RangeError('input.number: value must lie between min and max.');
      return ask(current(), { type: 'number', name, min, max, step, value }) as number;
    },
    choice<const T extends string>(name: string, options: readonly T[], value = options[0]) {
      if (value === undefined || !options.includes(value))
        throw new RangeError('input.choice: the value must be one of the options.');
      return ask(current(), { type: 'choice', name, options: [...options], value }) as T;
    },
    answers<const T extends string>(name: string, options: readonly T[], { max = 100 } = {}) {
      const spec = { type: 'answers' as const, name, options: [...options], max, value: [] };
      return (ask(current(), spec) as number[]).flatMap((answer) => options[answer] ?? []);
    },
    text(name, { value = '', maxLength = 1_000 } = {}) {
      return ask(current(), { type: 'text', name, value, maxLength }) as string;
    },
    points(name, { x, y, classes = ['points'], max = 100, value = [] }) {
      const points = value.map((point) => ({ x: point.x, y: point.y, class: point.class ?? 0 }));
      const spec = { type: 'points' as const, name, x, y, classes, max, value: points };
      return structuredClone(ask(current(), spec) as typeof points);
    },
    drawing(name, { width = 28, height = 28 } = {}) {
      const value = new Array<number>(width * height).fill(0);
      const flat = ask(current(), { type: 'drawing', name, width, height, value }) as number[];
      return Array.from({ length: height }, (_, row) => flat.slice(row * width, (row + 1) * width));
    },
    file(name, { accept = '' } = {}) {
      const file = ask(current(), { type: 'file', name, accept, value: null });
      if (typeof file !== 'object' || file === null || !('bytes' in file)) return null;
      const bytes = new Uint8Array(file.bytes.slice(0));
      return { name: file.name, bytes, text: () => new TextDecoder().decode(bytes) };
    },
  };
}
