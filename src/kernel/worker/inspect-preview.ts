import { limits, type Value } from '../protocol.ts';

/** Characters of what stands between the brackets. */
const room = 80;

/**
 * Puts the first parts of a value on its one line, as a developer console does: `Array(3) [1, 2, 3]`,
 * `{loss: 0.5, step: 3}`. Parts that have parts of their own stand there by name only.
 */
export function withPreview(value: Value): Value {
  const { entries, more } = value;
  if (entries === undefined) return more === undefined ? { ...value, text: ofNothing(value) } : value;
  const parts = entries.map(({ key, value }) => ({ key, value: withPreview(value) }));
  return { ...value, text: line(value).slice(0, limits.text), entries: parts };
}

function ofNothing({ type, text }: Value): string {
  if (type === 'array') return '[]';
  return type === 'object' && text === 'Object' ? '{}' : text;
}

function line(value: Value): string {
  const inside = preview(value);
  if (inside === null) return value.text;
  const isList = value.type === 'array' || value.type === 'typed array';
  const brackets = isList ? `[${inside}]` : `{${inside}}`;
  return value.type === 'object' && value.text === 'Object' ? brackets : `${value.text} ${brackets}`;
}

function preview({ type, entries = [], more = 0 }: Value): string | null {
  if (type === 'error' || type === 'function') return null;
  const shown: string[] = [];
  let length = 0;
  for (const { key, value } of entries) {
    const text = isKeyed(type) ? `${key}${type === 'map' ? ' => ' : ': '}${brief(value)}` : brief(value);
    length += text.length + 2;
    if (length > room && shown.length > 0) break;
    shown.push(text);
  }
  return [...shown, ...(shown.length < entries.length || more > 0 ? ['…'] : [])].join(', ');
}

const isKeyed = (type: Value['type']): boolean => type === 'object' || type === 'map';

function brief({ type, text, entries }: Value): string {
  if (type === 'string') return `'${text.length > 40 ? `${text.slice(0, 39)}…` : text}'`;
  if (type === 'object' && text === 'Object' && entries !== undefined) return '{…}';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
