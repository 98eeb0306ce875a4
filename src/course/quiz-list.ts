/** The questions of all lessons, for pages that speak of them elsewhere: what to review, what was assigned. */
import { lessonAddress } from './address.ts';
import { partsOf, type Lesson } from './lesson.ts';
import { quiz } from './vocabulary/quiz.ts';

export interface ListedQuestion {
  lesson: string;
  /** Ids of the quiz and of the question in it. */
  quiz: string;
  question: string;
  /** What is asked, in plain words: 200 characters at most. */
  text: string;
  /** Where it stands, from the site's root. */
  address: string;
}

export const listQuestions = (lessons: readonly Lesson[]): ListedQuestion[] =>
  lessons.flatMap((lesson) =>
    partsOf(lesson, quiz).flatMap(({ spec }) =>
      spec.questions.map(({ id, title, address }) => ({
        lesson: lesson.id,
        quiz: spec.id,
        question: id,
        text: title,
        address: `${lessonAddress(lesson.id)}#${address}`,
      })),
    ),
  );
