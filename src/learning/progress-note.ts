/**
 * A note beside the database, so that a page can show where its reader stands without opening it: how much of each
 * lesson is done, where the reader was last, and whether anything is to be kept at all.
 */
import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(200));

const note = z.object({
  /** Of each lesson the part that is done, from 0 to 1. */
  done: z.record(z.string().check(z.maxLength(80)), z.number().check(z.minimum(0), z.maximum(1))),
  /** Where the reader was last: the lesson's id and title, and the part of it with its address in the page. */
  last: z.optional(z.object({ lesson: text, title: text, anchor: text, label: text })),
  off: z.optional(z.boolean()),
});
export type ProgressNote = z.infer<typeof note>;

export const noteKey = 'descent.progress';

/** @param stored what was found; anything that is no note counts as none */
export function readNote(stored: string | null): ProgressNote {
  try {
    const parsed = note.safeParse(JSON.parse(stored ?? 'null'));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON.
  }
  return { done: {} };
}
