/** What can be found besides the text of pages: lessons, terms, elements of lessons, topics. */
import * as z from 'zod/mini';

const entryGroups = ['lesson', 'term', 'part', 'topic'] as const;

const entry = z.object({
  group: z.enum(entryGroups),
  title: z.string().check(z.minLength(1), z.maxLength(300)),
  // An address on this site: one slash, for two would begin another host's.
  at: z.string().check(z.regex(/^\/(?![/\\])/u)),
  note: z.string().check(z.maxLength(600)),
  also: z.optional(z.array(z.string().check(z.maxLength(200)))),
});
export type Entry = z.infer<typeof entry>;

const record = z.object({ entries: z.array(entry).check(z.maxLength(20_000)) });

/** @throws when the data is not what the course's build writes */
export const parseEntries = (data: unknown): Entry[] => record.parse(data).entries;

export async function fetchEntries(address: string): Promise<Entry[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return parseEntries(await response.json());
}
