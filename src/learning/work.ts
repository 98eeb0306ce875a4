/** What a reader keeps of one cell: the text, what was entered, and versions that another tab wrote. */
import * as z from 'zod/mini';
import { inputValue, limits } from '../kernel/protocol.ts';

const source = z.string().check(z.maxLength(limits.source));
const name = z.string().check(z.maxLength(200));

/** A text that was not chosen but must not be lost. */
const version = z.strictObject({ writer: z.string().check(z.maxLength(64)), source, at: z.number() });
export type Version = z.infer<typeof version>;

export const work = z.strictObject({
  format: z.literal(1),
  /** `null` where the text is the lesson's own. */
  source: z.nullable(source),
  /** Hash of the lesson's text that the reader started from. */
  base: z.string().check(z.maxLength(64)),
  inputs: z.array(z.strictObject({ name, value: inputValue })).check(z.maxLength(100)),
  /** Milliseconds since 1970, UTC. */
  at: z.number(),
  /** Grows by one with each write, so that a tab sees that another has written. */
  revision: z.int().check(z.minimum(1)),
  /** Which page wrote it. */
  writer: z.string().check(z.maxLength(64)),
  others: z.array(version).check(z.maxLength(8)),
});
export type Work = z.infer<typeof work>;
export type Entered = Work['inputs'][number];

/** A stored record made into a fresh object; `null` where it is not one. */
export function toWork(raw: unknown): Work | null {
  const parsed = work.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

/** What a page wants written, before it is joined with what is there. */
export interface Draft {
  /** Whether this page's reader has changed the text; if not, the stored one stands. */
  typed: boolean;
  source: string | null;
  base: string;
  inputs: Entered[];
  at: number;
  writer: string;
  /** The revision that this page last saw, 0 for none. */
  seen: number;
  others: Version[];
}

/**
 * Joins a draft with what is stored. Where another page has written since, its text goes into `others`, one for
 * each page, the newest eight: two tabs never overwrite each other in silence.
 */
export function join(draft: Draft, found: Work | null): Work {
  const { seen, typed, ...own } = draft;
  const unseen = found !== null && found.revision !== seen && found.writer !== draft.writer;
  const text = typed || !found ? own : { ...own, source: found.source, base: found.base };
  const versions = unseen ? [...draft.others, ...found.others, ...asVersion(found)] : draft.others;
  return {
    ...text,
    format: 1,
    revision: (found?.revision ?? 0) + 1,
    others: distinct(versions, text.source),
  };
}

function asVersion(found: Work): Version[] {
  return found.source === null ? [] : [{ writer: found.writer, source: found.source, at: found.at }];
}

function distinct(versions: readonly Version[], source: string | null): Version[] {
  const byWriter = new Map<string, Version>();
  for (const version of versions)
    if (version.source !== source && (byWriter.get(version.writer)?.at ?? -Infinity) <= version.at)
      byWriter.set(version.writer, version);
  const bySource = new Map([...byWriter.values()].map((version) => [version.source, version]));
  return [...bySource.values()].sort((a, b) => b.at - a.at).slice(0, 8);
}
