import { expect, test } from 'vitest';
import type { Policy } from '../../../src/teaching/assignment.ts';
import { ruleSentences, rulesInWords } from '../../../src/teaching/rules-in-words.ts';

const open: Policy = {
  ...{ tries: null, hints: true, solutions: 'passed', exercises: 'whole', answers: 'first' },
};
const strict: Policy = { tries: 5, hints: false, solutions: 'due', exercises: 'tests', answers: 'last' };

test('rules are one sentence', () => {
  expect(rulesInWords(open)).toBe(
    'Any number of tries, hints allowed, a solution once its exercise is passed; an exercise earns its points when all its tests pass; in a quiz the first answer counts.',
  );
  expect(rulesInWords(strict)).toBe(
    '5 tries at each exercise, no hints, solutions after the due date; an exercise earns a share of its points for each test that passes; in a quiz the last answer counts.',
  );
  expect(rulesInWords({ ...open, tries: 1 })).toMatch(/^1 try at each exercise, /);
});

test('a student is told each rule in a sentence of its own', () => {
  expect(ruleSentences(open)).toHaveLength(5);
  expect(ruleSentences(strict).join(' ')).toBe(
    'You have 5 tries at each exercise; more are possible, and are noted in your file. Hints are not allowed; opening one is noted in your file. Solutions, and the answers of quizzes, can be opened after the due date. An exercise earns a share of its points for each test that passes. In a quiz your last answer to a question counts.',
  );
});
