import { expect, test } from 'vitest';
import { remarkQuiz, type KeyedQuestion } from '../../../src/teaching/remark.ts';
import type { HandedQuiz } from '../../../src/teaching/submission.ts';

const asked: KeyedQuestion[] = [
  { question: 'one', key: { kind: 'one', choices: ['a', 'b'], right: 'b' } },
  { question: 'number', key: { kind: 'number', answer: 1.28, within: 0.01, unit: '', foreseen: [] } },
  { question: 'never', key: { kind: 'several', choices: ['a', 'b'], right: ['a'] } },
];
const handed: HandedQuiz = {
  ...{ kind: 'quiz', lesson: 'cost', part: 'rates', hash: 'abcdef' },
  questions: [
    // It says right of what is wrong.
    { question: 'one', tries: 2, first: 'a', firstRight: true, last: 'b', right: true },
    {
      question: 'number',
      tries: 1,
      first: 1.27,
      firstRight: false,
      last: { __proto__: null, x: 1 },
      right: true,
    },
    { question: 'no-longer', tries: 1, first: 'a', firstRight: true, last: 'a', right: true },
  ],
};

test('is marked by the key and not by what the file says', () => {
  expect(remarkQuiz(asked, handed)).toEqual({
    kind: 'quiz',
    questions: [
      { question: 'one', first: false, last: true },
      { question: 'number', first: true, last: null },
      { question: 'never', first: null, last: null },
    ],
  });
});
