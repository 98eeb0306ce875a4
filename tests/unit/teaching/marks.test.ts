import { describe, expect, test } from 'vitest';
import type { Item, Policy } from '../../../src/teaching/assignment.ts';
import { markItem, type Found } from '../../../src/teaching/marks.ts';
import type { HandedExercise, HandedQuiz } from '../../../src/teaching/submission.ts';

const policy: Policy = {
  tries: null,
  hints: true,
  solutions: 'always',
  exercises: 'tests',
  answers: 'first',
};
const item: Item = { kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a', points: 4 };
const now = '1x8f0qk2z7a';
const exercise: HandedExercise = {
  ...{ kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a' },
  ...{ source: null, others: [], numbers: null, output: '' },
  ...{ tries: 3, hints: 1, solution: true, passed: true, score: null },
};
const ran = (passed: number, tests: number): Found => ({
  ...{ kind: 'exercise', passed, tests, score: null },
  problem: passed === tests && tests > 0 ? null : 'goes downhill: failed',
});

describe('an exercise', () => {
  test('earns by the share of its tests, or only whole', () => {
    const mark = (passed: number, exercises: Policy['exercises']) =>
      markItem(item, { ...policy, exercises }, { handed: exercise, found: ran(passed, 3), now }).points;
    expect([mark(3, 'tests'), mark(2, 'tests'), mark(0, 'tests')]).toEqual([4, 2.67, 0]);
    expect([mark(3, 'whole'), mark(2, 'whole')]).toEqual([4, 0]);
  });

  test('that claims what does not come again is flagged, and so is the reverse', () => {
    const flags = (passed: boolean, found: Found) =>
      markItem(item, policy, { handed: { ...exercise, passed }, found, now }).flags;
    expect(flags(true, ran(2, 3))).toEqual(['claimed more']);
    expect(flags(false, ran(3, 3))).toEqual(['claimed less']);
    expect(flags(false, ran(2, 3))).toEqual([]);
    expect(flags(true, ran(3, 3))).toEqual([]);
    // It did not run at all.
    expect(flags(true, ran(0, 0))).toEqual(['claimed more']);
  });

  test('has no points before it was run again, and none where nothing was handed in', () => {
    expect(markItem(item, policy, { handed: exercise, now })).toMatchObject({
      points: null,
      claimed: 1,
      found: null,
    });
    expect(markItem(item, policy, { found: ran(3, 3), now })).toEqual({
      ...{ points: null, claimed: null, found: null, flags: [] },
    });
  });

  test('whose lesson has changed since is marked by the present check, and flagged', () => {
    const changed = { points: 4, flags: ['lesson changed'] };
    const found = ran(3, 3);
    expect(markItem(item, policy, { handed: exercise, found, now: '1x8f0qk2z7b' })).toMatchObject(changed);
    expect(markItem(item, policy, { handed: { ...exercise, hash: 'zzzzzz' }, found, now })).toMatchObject(
      changed,
    );
    expect(markItem(item, policy, { handed: exercise, found: { kind: 'gone' } })).toMatchObject({
      points: null,
      flags: ['not comparable', 'lesson changed'],
    });
  });

  test('that broke a rule is flagged and keeps its points', () => {
    const strict: Policy = { ...policy, tries: 2, hints: false, solutions: 'due' };
    expect(markItem(item, strict, { handed: exercise, found: ran(3, 3), now })).toMatchObject({
      points: 4,
      flags: ['tries', 'hints', 'solution seen'],
    });
    const good = { ...exercise, tries: 2, hints: 0, solution: false };
    expect(markItem(item, strict, { handed: good, found: ran(3, 3), now }).flags).toEqual([]);
  });
});

describe('a quiz', () => {
  const asked: Item = { ...item, kind: 'quiz', part: 'rates', points: 2 };
  const answer = (question: string, firstRight: boolean, right: boolean) => ({
    ...{ question, first: 'a', firstRight, last: 'b', right, tries: 2 },
  });
  const handed: HandedQuiz = {
    ...{ kind: 'quiz', lesson: 'cost', part: 'rates', hash: 'qk2z7a' },
    questions: [answer('one', true, true), answer('two', false, true), answer('three', false, false)],
  };
  const found: Found = {
    kind: 'quiz',
    questions: [
      { question: 'one', first: true, last: true },
      { question: 'two', first: false, last: true },
      { question: 'three', first: false, last: false },
      { question: 'four', first: null, last: null },
    ],
  };

  test('counts the first answers or the last, of all that it asks', () => {
    const mark = (answers: Policy['answers']) =>
      markItem(asked, { ...policy, answers }, { handed, found, now });
    expect(mark('first')).toEqual({ points: 0.5, claimed: 0.25, found: 0.25, flags: [] });
    expect(mark('last')).toEqual({ points: 1, claimed: 0.5, found: 0.5, flags: [] });
  });

  test('that says right of what is wrong is flagged', () => {
    const forged = { ...handed, questions: handed.questions.map((each) => ({ ...each, firstRight: true })) };
    const mark = markItem(asked, policy, { handed: forged, found, now });
    expect(mark).toEqual({ points: 0.5, claimed: 0.75, found: 0.25, flags: ['claimed more'] });
  });
});
