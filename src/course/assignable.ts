/** What of the course can be given out and marked: chapters, lessons, their exercises and quizzes. */
import type { PlannedChapter } from './curriculum.ts';
import { partsOf, type Lesson } from './lesson.ts';
import { exercise } from './vocabulary/exercise.ts';
import { toExerciseRecord } from './vocabulary/exercise-record.ts';
import { quiz } from './vocabulary/quiz.ts';
import { keyOf } from './vocabulary/quiz-spec.ts';

/** In page order. `keys` mark the answers to a quiz's questions, as the lesson's page does. */
export interface AssignablePart {
  kind: 'exercise' | 'quiz';
  id: string;
  title: string;
  hash: string;
  keys: { question: string; key: ReturnType<typeof keyOf> }[];
}

export interface AssignableChapter {
  number: number;
  title: string;
  lessons: { id: string; number: string; title: string; minutes: number; parts: AssignablePart[] }[];
}

/** Lessons that are not written, or have nothing to mark, are left out, and so are chapters without any. */
export function listAssignable(
  chapters: readonly PlannedChapter[],
  written: readonly Lesson[],
): AssignableChapter[] {
  const byId = new Map(written.map((lesson) => [lesson.id, lesson]));
  return chapters
    .map(({ number, title, lessons }) => ({
      ...{ number, title },
      lessons: lessons.flatMap((planned) => {
        const lesson = byId.get(planned.id);
        const parts = lesson ? partsIn(lesson) : [];
        const { id, number, title, minutes } = planned;
        return parts.length > 0 ? [{ id, number, title, minutes, parts }] : [];
      }),
    }))
    .filter(({ lessons }) => lessons.length > 0);
}

function partsIn(lesson: Lesson): AssignablePart[] {
  const parts = new Map<object, AssignablePart>();
  for (const found of partsOf(lesson, exercise)) {
    const { id, title, hash } = toExerciseRecord(lesson.file, found.spec);
    parts.set(found, { kind: 'exercise', id, title, hash, keys: [] });
  }
  for (const found of partsOf(lesson, quiz)) {
    const { id, title, hash, questions } = found.spec;
    const keys = questions.map((question) => ({ question: question.id, key: keyOf(question) }));
    parts.set(found, { kind: 'quiz', id, title, hash, keys });
  }
  return lesson.parts.flatMap((each) => parts.get(each) ?? []);
}
