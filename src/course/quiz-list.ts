/** The questions of all lessons, for pages that speak of them elsewhere: what to review, what was assigned. */
import { lessonAddress } from './address.ts';
import { partsOf, type Lesson } from './lesson.ts';
import { quiz } from './vocabulary/quiz.ts';
import type { Asked } from './vocabulary/quiz-spec.ts';

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

/** Characters of a choice, item, row or target that are given out. */
const longest = 120;

/** Choices, items, rows and targets of all quizzes in plain words, by the keys that answers hold. */
export const listAnswers = (lessons: readonly Lesson[]): Record<string, string> =>
  Object.fromEntries(
    lessons
      .flatMap((lesson) => partsOf(lesson, quiz).flatMap(({ spec }) => spec.questions))
      .flatMap(({ asks }) => answersTo(asks))
      .map(({ key, text }) => [key, text.length > longest ? `${text.slice(0, longest)}…` : text]),
  );

function answersTo(asks: Asked): { key: string; text: string }[] {
  switch (asks.kind) {
    case 'one':
    case 'several':
      return asks.choices;
    case 'number':
      return [];
    case 'order':
      return asks.items;
    default:
      return [...asks.rows, ...asks.targets];
  }
}
