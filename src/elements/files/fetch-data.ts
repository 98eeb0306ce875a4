/** What the build wrote for scripts to read, from below `/data/`. */
import type * as z from 'zod/mini';

/**
 * Rejects with a sentence for the reader.
 *
 * @param what it is, as in “this is not …”
 */
export async function fetchData<T extends z.ZodMiniType>(
  name: string,
  schema: T,
  what: string,
): Promise<z.infer<T>> {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const response = await fetch(`${base}/data/${name}.json`).catch(() => null);
  if (!response?.ok)
    throw new Error(
      response
        ? `The server answered ${response.status}.`
        : 'The server could not be reached; are you offline?',
    );
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new Error(`What the server sent is not ${what}.`);
  return parsed.data;
}
