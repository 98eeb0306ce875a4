/** What the build knows of a lesson's cells; fetched at the first run or edit. */
import * as z from 'zod/mini';
import { compiledCell } from '../../kernel/protocol.ts';

const exerciseRecord = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['complete', 'fix', 'shape', 'write', 'score', 'order']),
  hash: z.string(),
  cell: z.string(),
  solution: z.string(),
  check: z.object({ source: z.string(), compiled: compiledCell }),
  given: z.nullable(
    z.object({
      cell: z.string(),
      sets: z
        .array(
          z.object({
            source: z.string(),
            compiled: compiledCell,
            numbers: z.record(z.string(), z.string()),
          }),
        )
        .check(z.minLength(1)),
    }),
  ),
});
export type ExerciseRecord = z.infer<typeof exerciseRecord>;

const lessonRecord = z.object({
  lesson: z.string(),
  seed: z.int(),
  cells: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      live: z.boolean(),
      compiled: z.nullable(compiledCell),
    }),
  ),
  exercises: z.array(exerciseRecord),
});
export type LessonRecord = z.infer<typeof lessonRecord>;

/** Rejects with a sentence for the reader. */
export async function fetchRecord(lesson: string): Promise<LessonRecord> {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const response = await fetch(`${base}/data/lesson/${encodeURIComponent(lesson)}.json`).catch(() => null);
  if (!response?.ok)
    throw new Error(
      response
        ? `The server answered ${response.status}.`
        : 'The server could not be reached; are you offline?',
    );
  const parsed = lessonRecord.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new Error('What the server sent is not this lesson.');
  return parsed.data;
}
