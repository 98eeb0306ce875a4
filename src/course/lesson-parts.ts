/** What a lesson has to do, so that a reader's progress has a whole to be a part of. */
import { partsOf, type Lesson } from './lesson.ts';
import { exercise } from './vocabulary/exercise.ts';
import { quiz } from './vocabulary/quiz.ts';

export interface LessonParts {
  /** Ids of the cells that stand in the text for themselves. */
  cells: string[];
  exercises: string[];
  /** As `quiz/question`. */
  questions: string[];
}

export const toLessonParts = (lesson: Lesson): LessonParts => ({
  cells: lesson.cells.flatMap(({ id, role }) => (role === undefined ? [id] : [])),
  exercises: partsOf(lesson, exercise).map(({ spec }) => spec.id),
  questions: partsOf(lesson, quiz).flatMap(({ spec }) => spec.questions.map(({ id }) => `${spec.id}/${id}`)),
});
