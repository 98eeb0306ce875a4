/** How much of a lesson is done. */
import * as z from 'zod/mini';
import type { LessonProgress } from './progress.ts';

const ids = z.array(z.string().check(z.maxLength(200))).check(z.maxLength(2_000));

/** What a lesson has to do, as the build found it. */
const lessonParts = z.object({
  cells: ids,
  exercises: ids,
  /** As `quiz/question`. */
  questions: ids,
});
export type LessonParts = z.infer<typeof lessonParts>;

export interface Count {
  done: number;
  of: number;
}

/** @param text JSON */
export function toLessonParts(text: string): LessonParts {
  try {
    const parsed = lessonParts.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON.
  }
  return { cells: [], exercises: [], questions: [] };
}

/** Cells run, exercises passed, questions answered, of those that the lesson has now. */
export function countDone(parts: LessonParts, progress: LessonProgress): Record<keyof LessonParts, Count> {
  const cells = new Set(progress.cells);
  const passed = new Set(
    Object.entries(progress.exercises).flatMap(([id, { state }]) => (state === 'passed' ? [id] : [])),
  );
  const answered = new Set(
    Object.entries(progress.quizzes).flatMap(([quiz, questions]) =>
      Object.keys(questions).map((question) => `${quiz}/${question}`),
    ),
  );
  return {
    cells: count(parts.cells, cells),
    exercises: count(parts.exercises, passed),
    questions: count(parts.questions, answered),
  };
}

const count = (all: readonly string[], done: ReadonlySet<string>): Count => ({
  done: all.filter((id) => done.has(id)).length,
  of: all.length,
});

/** From 0 to 1; 0 of a lesson that has nothing to do. */
export function partDone(parts: LessonParts, progress: LessonProgress): number {
  const counts = Object.values(countDone(parts, progress));
  const of = counts.reduce((sum, each) => sum + each.of, 0);
  return of === 0 ? 0 : counts.reduce((sum, each) => sum + each.done, 0) / of;
}
