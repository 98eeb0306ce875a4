/** The answers to a quiz, marked again by the key that the course has now. */
import type { Plain } from '../kernel/plain.ts';
import { markAnswer } from '../learning/quiz-mark.ts';
import type { QuestionKey } from '../learning/quiz-key.ts';
import type { Remark } from './marks.ts';
import type { HandedQuiz } from './submission.ts';

export interface KeyedQuestion {
  /** Its id in the quiz. */
  question: string;
  key: QuestionKey;
}

/** All questions of the quiz, in its order; one that nobody answered, or not in its form, has `null`. */
export function remarkQuiz(asked: readonly KeyedQuestion[], { questions }: HandedQuiz): Remark {
  return {
    kind: 'quiz',
    questions: asked.map(({ question, key }) => {
      const answer = questions.find((each) => each.question === question);
      const isRight = (given: Plain | undefined): boolean | null =>
        given === undefined ? null : (markAnswer(key, given)?.right ?? null);
      return { question, first: isRight(answer?.first), last: isRight(answer?.last) };
    }),
  };
}
