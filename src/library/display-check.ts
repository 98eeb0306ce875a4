import type * as z from 'zod/mini';

/**
 * The value as the schema has it.
 *
 * @throws TypeError that names the call, the part that is wrong and what it should be.
 */
export function check<T>(call: string, schema: z.ZodMiniType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const where = path?.replace(/^\./, '') ?? '';
  throw new TypeError(`${call}: ${where === '' ? '' : `${where}: `}${issue?.message ?? 'cannot be shown.'}`);
}
