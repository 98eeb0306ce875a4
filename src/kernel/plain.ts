/** Data that may cross between realms: no functions, no prototypes, bounded. */
import * as z from 'zod/mini';

export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/**
 * Bounds of one value: numbers and texts in all, characters of a text and of all texts, and how deep lists may stand in
 * lists.
 */
export const plainLimits = { parts: 100_000, text: 20_000, characters: 1_000_000, depth: 12 } as const;

/**
 * A value from outside made into a fresh one, or refused. Written out, because a schema goes through all of a list before
 * it refuses it, and a list of a billion holes takes no room in a message.
 */
export const plain: z.ZodMiniType<Plain> = z.pipe(
  z.unknown(),
  z.transform((value, { issues }) => {
    const copied = copy(value);
    if (copied !== undefined) return copied;
    const { parts, depth } = plainLimits;
    const message = `is no plain data, or too large: at most ${parts} parts, nested ${depth} deep`;
    issues.push({ code: 'custom', message, input: value });
    return null;
  }),
);

/** `undefined` where it is not plain or too large; ends at the first part that is not. */
function copy(value: unknown): Plain | undefined {
  let parts = 0;
  let characters = 0;

  function isShort(text: string): boolean {
    characters += text.length;
    return text.length <= plainLimits.text && characters <= plainLimits.characters;
  }

  function walk(each: unknown, depth: number): Plain | undefined {
    parts += 1;
    if (parts > plainLimits.parts || depth > plainLimits.depth) return undefined;
    if (each === null || typeof each === 'number' || typeof each === 'boolean') return each;
    if (typeof each === 'string') return isShort(each) ? each : undefined;
    if (Array.isArray(each)) return walkList(each, depth + 1);
    return isRecord(each) ? walkRecord(each, depth + 1) : undefined;
  }

  function walkList(list: readonly unknown[], depth: number): Plain | undefined {
    const copies: Plain[] = [];
    for (const each of list) {
      const copied = walk(each, depth);
      if (copied === undefined) return undefined;
      copies.push(copied);
    }
    return copies;
  }

  function walkRecord(record: object, depth: number): Plain | undefined {
    const copies: [string, Plain][] = [];
    for (const [key, each] of Object.entries(record)) {
      const copied = isShort(key) ? walk(each, depth) : undefined;
      if (copied === undefined) return undefined;
      copies.push([key, copied]);
    }
    return Object.fromEntries(copies);
  }

  return walk(value, 0);
}

function isRecord(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
