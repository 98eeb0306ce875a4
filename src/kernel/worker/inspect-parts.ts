/** One part of a value: an element, a property, or an accessor that is not called. */
export type Part = { key: string } & ({ value: unknown } | { getter: string });

const { getOwnPropertyDescriptor, ownKeys } = Reflect;
const mapEntries = Map.prototype.entries;
const setValues = Set.prototype.values;
const mapSize = sizeOf(Map.prototype);
const setSize = sizeOf(Set.prototype);
const isView = ArrayBuffer.isView;
const isArray = Array.isArray;

function sizeOf(prototype: object): (this: object) => number {
  return getOwnPropertyDescriptor(prototype, 'size')?.get as (this: object) => number;
}

/** The first `most` parts, and how many there are in all. May throw where a Proxy does. */
export function partsOf(value: object, most: number): { parts: Part[]; count: number } {
  if (value instanceof Map) return mapParts(value, most);
  if (value instanceof Set) return setParts(value, most);
  if (isView(value) && !(value instanceof DataView)) return indexParts(value, most);
  if (isArray(value)) return indexParts(value, most);
  if (typeof value === 'function') return { parts: [], count: 0 };
  return propertyParts(value, most);
}

function mapParts(map: Map<unknown, unknown>, most: number): { parts: Part[]; count: number } {
  const parts: Part[] = [];
  for (const [key, value] of mapEntries.call(map)) {
    if (parts.length === most) break;
    parts.push({ key: keyText(key), value });
  }
  return { parts, count: mapSize.call(map) };
}

function setParts(set: Set<unknown>, most: number): { parts: Part[]; count: number } {
  const parts: Part[] = [];
  for (const value of setValues.call(set)) {
    if (parts.length === most) break;
    parts.push({ key: String(parts.length), value });
  }
  return { parts, count: setSize.call(set) };
}

function indexParts(list: object, most: number): { parts: Part[]; count: number } {
  const found: unknown = Reflect.get(list, 'length');
  const count = typeof found === 'number' ? found : 0;
  const parts: Part[] = [];
  for (let i = 0; i < Math.min(count, most); i++) parts.push(propertyPart(list, String(i)));
  return { parts: list instanceof Float32Array ? parts.map(shortened) : parts, count };
}

/** A float32 with as few digits as tell it from its neighbours: 0.1, not 0.10000000149011612. */
function shortened(part: Part): Part {
  if (!('value' in part) || typeof part.value !== 'number') return part;
  const { value } = part;
  const short = [7, 8, 9].map((digits) => Number(value.toPrecision(digits)));
  return { ...part, value: short.find((candidate) => Math.fround(candidate) === value) ?? value };
}

function propertyParts(object: object, most: number): { parts: Part[]; count: number } {
  const keys = ownKeys(object).filter((key) => getOwnPropertyDescriptor(object, key)?.enumerable !== false);
  return { parts: keys.slice(0, most).map((key) => propertyPart(object, key)), count: keys.length };
}

function propertyPart(object: object, key: string | symbol): Part {
  const found = getOwnPropertyDescriptor(object, key);
  const name = String(key);
  if (found === undefined || 'value' in found) return { key: name, value: found?.value };
  if (found.get === undefined) return { key: name, getter: '[Setter]' };
  return { key: name, getter: found.set === undefined ? '[Getter]' : '[Getter/Setter]' };
}

function keyText(key: unknown): string {
  if (typeof key === 'string') return key;
  if (typeof key === 'object' && key !== null) return '{…}';
  return typeof key === 'function' ? 'function' : String(key);
}
