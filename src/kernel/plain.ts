/** Data that may cross between realms: no functions, no prototypes, bounded. */
import * as z from 'zod/mini';

export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/**
 * Bounds of one value: numbers and texts in all, characters of a text and of all texts, and how deep lists may stand in
 * lists.
 */
export const plainLimits = { parts: 100_000, text: 20_000, characters: 1_000_000, depth: 12 } as const;

const shape: z.ZodMiniType<Plain> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.custom<number>((value) => typeof value === 'number'),
    z.string().check(z.maxLength(plainLimits.text)),
    z.array(shape),
    z.record(z.string(), shape),
  ]),
);

/** A value from outside made into a fresh one, or refused. */
export const plain: z.ZodMiniType<Plain> = z.pipe(
  z.unknown().check(
    z.refine(isBounded, {
      error: `is too large: at most ${plainLimits.parts} parts, nested ${plainLimits.depth} deep`,
    }),
  ),
  shape,
);

function isBounded(value: unknown): boolean {
  let parts = 0;
  let characters = 0;
  const walk = (each: unknown, depth: number): boolean => {
    parts += 1;
    if (typeof each === 'string') characters += each.length;
    if (parts > plainLimits.parts || characters > plainLimits.characters) return false;
    if (depth > plainLimits.depth) return false;
    if (typeof each !== 'object' || each === null) return true;
    return Object.values(each).every((part) => walk(part, depth + 1));
  };
  return walk(value, 0);
}
