/** Which questions are worth asking again, spaced as `progress.ts` says: those that once went wrong. */
import type { LessonProgress } from './progress.ts';

export interface DueQuestion {
  lesson: string;
  quiz: string;
  question: string;
  /** Milliseconds since 1970, UTC. */
  due: number;
}

/** Questions that will be due some day, the earliest first. */
export function plannedReviews(all: ReadonlyMap<string, LessonProgress>): DueQuestion[] {
  const planned = [...all].flatMap(([lesson, { quizzes }]) =>
    Object.entries(quizzes).flatMap(([quiz, questions]) =>
      Object.entries(questions).flatMap(([question, { review }]) =>
        review ? [{ lesson, quiz, question, due: review.due }] : [],
      ),
    ),
  );
  return planned.sort((a, b) => a.due - b.due || (addressOf(a) < addressOf(b) ? -1 : 1));
}

/** Questions that are due, the one that has waited longest first. */
export const dueQuestions = (all: ReadonlyMap<string, LessonProgress>, now: number): DueQuestion[] =>
  plannedReviews(all).filter(({ due }) => due <= now);

const addressOf = ({ lesson, quiz, question }: DueQuestion): string => `${lesson}/${quiz}/${question}`;
