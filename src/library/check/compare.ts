/** Numbers, or lists of them in lists, or a typed array. */
export type Nested = number | readonly Nested[] | Float32Array | Float64Array | Int32Array | Uint8Array;

export interface Difference {
  /** Where in the lists: `[1][0]`, or nothing for the whole. */
  at: string;
  got: unknown;
  expected: unknown;
  /** What is wrong where the two values do not say it. */
  message?: string;
}

/** |got − expected| ≤ within · max(1, |expected|): absolute below 1, relative above. NaN is near NaN alone. */
export function isNear(got: number, expected: number, within: number): boolean {
  if (Object.is(got, expected) || got === expected) return true;
  return Math.abs(got - expected) <= within * Math.max(1, Math.abs(expected)) && Number.isFinite(expected);
}

/** The first place where numbers lie further apart than allowed, or where the lists have other lengths. */
export function farApart(got: unknown, expected: Nested, within: number, at = ''): Difference | undefined {
  if (typeof expected === 'number') {
    if (typeof got === 'number') return isNear(got, expected, within) ? undefined : { at, got, expected };
    return { at, got, expected, message: `${at === '' ? 'It' : at} should be a number.` };
  }
  const wanted = Array.from(expected as ArrayLike<Nested>);
  return inLists(got, wanted, at, (part, other, deeper) => farApart(part, other, within, deeper));
}

/** The first place where two values are not the same. −0 is 0, and NaN is NaN. */
export function unequal(got: unknown, expected: unknown, at = ''): Difference | undefined {
  if (Object.is(got, expected) || got === expected) return undefined;
  if (isList(expected)) return inLists(got, Array.from(expected), at, unequal);
  if (!isRecord(expected) || !isRecord(got)) return { at, got, expected };
  const keys = new Set([...Object.keys(expected), ...Object.keys(got)]);
  for (const key of keys) {
    const place = `${at}.${key}`;
    if (!Object.hasOwn(got, key)) return { at, got, expected, message: `${place} is missing.` };
    if (!Object.hasOwn(expected, key)) return { at, got, expected, message: `${place} should not be there.` };
    const found = unequal(got[key], expected[key], place);
    if (found) return found;
  }
  return undefined;
}

function inLists<T>(
  got: unknown,
  expected: readonly T[],
  at: string,
  compare: (got: unknown, expected: T, at: string) => Difference | undefined,
): Difference | undefined {
  const it = at === '' ? 'It' : at;
  if (!isList(got)) return { at, got, expected, message: `${it} should be a list.` };
  if (got.length !== expected.length)
    return {
      ...{ at, got, expected },
      message: `${it} should be a list of length ${expected.length}; its length is ${got.length}.`,
    };
  for (const [index, other] of expected.entries()) {
    const found = compare(got[index], other, `${at}[${index}]`);
    if (found) return found;
  }
  return undefined;
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isList(value);
