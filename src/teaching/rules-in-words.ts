/** The rules of an assignment in plain words: for whoever makes it, and for those who work by it. */
import type { Policy } from './assignment.ts';

const hints = { true: 'hints allowed', false: 'no hints' } as const;

const solutions: Readonly<Record<Policy['solutions'], { brief: string; whole: string }>> = {
  always: {
    brief: 'solutions at any time',
    whole: 'Solutions, and the answers of quizzes, can be opened at any time.',
  },
  passed: {
    brief: 'a solution once its exercise is passed',
    whole:
      'A solution can be opened once its exercise is passed, and an answer of a quiz once your own is right.',
  },
  due: {
    brief: 'solutions after the due date',
    whole: 'Solutions, and the answers of quizzes, can be opened after the due date.',
  },
  never: { brief: 'no solutions', whole: 'Solutions, and the answers of quizzes, are not shown.' },
};

const exercises: Readonly<Record<Policy['exercises'], { brief: string; whole: string }>> = {
  whole: {
    brief: 'an exercise earns its points when all its tests pass',
    whole: 'An exercise earns its points when all its tests pass.',
  },
  tests: {
    brief: 'an exercise earns a share of its points for each test that passes',
    whole: 'An exercise earns a share of its points for each test that passes.',
  },
};

/** One sentence: `Any number of tries, hints allowed, …; in a quiz the first answer counts.` */
export function rulesInWords(policy: Policy): string {
  const tries = policy.tries === null ? 'Any number of tries' : triesInWords(policy.tries);
  const first = [tries, hints[`${policy.hints}`], solutions[policy.solutions].brief].join(', ');
  return `${first}; ${exercises[policy.exercises].brief}; in a quiz the ${policy.answers} answer counts.`;
}

const triesInWords = (tries: number): string => `${tries} ${tries === 1 ? 'try' : 'tries'} at each exercise`;

/** The same as sentences to a student, one for each rule. */
export const ruleSentences = (policy: Policy): string[] => [
  policy.tries === null
    ? 'An exercise may be checked as often as you like.'
    : `You have ${triesInWords(policy.tries)}; more are possible, and are noted in your file.`,
  policy.hints ? 'Hints may be opened.' : 'Hints are not allowed; opening one is noted in your file.',
  solutions[policy.solutions].whole,
  exercises[policy.exercises].whole,
  `In a quiz your ${policy.answers} answer to a question counts.`,
];
