/** What the build tells a page of a lesson: its cells and exercises. */
import * as z from 'zod/mini';
import { compiledCell } from '../kernel/protocol.ts';

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

export const lessonRecord = z.object({
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
