import { describe, expect, test } from 'vitest';
import type { CheckReport, CheckResult } from '../../../src/kernel/check/check.ts';
import {
  exerciseState,
  inBrief,
  isPassed,
  passedOtherNumbers,
  summary,
} from '../../../src/learning/exercise.ts';
import { moved, orderIn } from '../../../src/learning/exercise-order.ts';
import { noProgress, withFact, type Fact } from '../../../src/learning/progress.ts';

const results = (...statuses: CheckResult['status'][]): CheckResult[] =>
  statuses.map((status, index) => ({ name: `test ${index}`, status }));
const score = (value: number, better: 'higher' | 'lower') => ({ name: 's', value, goal: 1, better });
const error = { name: 'TypeError', message: 'no', places: [] };

const reports: [string, CheckReport, boolean, RegExp][] = [
  ['all pass', { results: results('passed', 'passed', 'passed') }, true, /^All 3 tests pass\.$/],
  ['one passes', { results: results('passed') }, true, /^The test passes\.$/],
  ['one fails', { results: results('failed') }, false, /^The test does not pass yet\.$/],
  ['some fail', { results: results('passed', 'failed', 'passed') }, false, /^2 of 3 tests pass\.$/],
  ['not all reached', { results: results('passed', 'not reached') }, false, /^1 of 2 tests pass\.$/],
  ['nothing reached', { results: [] }, false, /^No test was reached\.$/],
  ['an error', { results: results('not reached'), error }, false, /^Your code stopped with an error\./],
  ['a loop', { results: [], stoppedAfter: 10_000 }, false, /still running after 10 seconds .* never ends\?$/],
  ['a goal reached', { results: results('passed'), score: score(2, 'higher') }, true, /^The goal is reached/],
  [
    'a goal missed',
    { results: results('passed', 'failed'), score: score(2, 'lower') },
    false,
    /^The goal is not/,
  ],
  ['passed and then an error', { results: results('passed'), error }, false, /error/],
];

test.each(reports)('%s', (_, report, passed, words) => {
  expect(isPassed(report)).toBe(passed);
  expect(summary(report)).toMatch(words);
});

test('in brief, a report is a line for each test, with what went wrong', () => {
  const failed = { name: 'uphill', status: 'failed', expected: '8', got: '12\n13' } as const;
  const report: CheckReport = {
    results: [...results('passed', 'not reached'), failed, { ...failed, name: 'far', message: 'It threw.' }],
    score: score(2, 'lower'),
  };
  expect(inBrief(report).split('\n')).toEqual([
    'passed: test 0',
    'not reached: test 1',
    'failed: uphill: expected 8, got 12 13',
    'failed: far: It threw.',
    's: 2 (goal: 1 or less)',
  ]);
  expect(inBrief({ results: [], error, stoppedAfter: 10_000 })).toBe(
    'stopped after 10 seconds\nerror: TypeError: no',
  );
  const long = { ...failed, expected: 'x'.repeat(5_000) };
  expect(inBrief({ results: [long, long] }).length).toBeLessThan(500);
});

describe('where an exercise stands', () => {
  const after = (...facts: Fact[]) =>
    facts.reduce((progress, fact) => withFact(progress, fact, 1), noProgress(0)).exercises['e'];
  const checked = (passed: boolean, numbers?: string): Fact => ({
    ...{ type: 'checked', exercise: 'e', passed },
    ...(numbers !== undefined && { numbers }),
  });

  test('a hint alone is no try', () => {
    expect(exerciseState(after(), null)).toBe('todo');
    expect(exerciseState(after({ type: 'hint', exercise: 'e', hints: 1 }), null)).toBe('todo');
    expect(exerciseState(after(checked(false)), null)).toBe('tried');
  });

  test('passed stays passed, whatever is tried later', () => {
    expect(exerciseState(after(checked(true), checked(false)), null)).toBe('passed');
  });

  test('it is to do again with other numbers, and passed with its own', () => {
    const progress = after(checked(true, 'first'), checked(false, 'second'));
    expect(exerciseState(progress, 'first')).toBe('passed');
    expect(exerciseState(progress, 'second')).toBe('todo');
    expect(passedOtherNumbers(progress, 'second')).toBe(true);
    expect(passedOtherNumbers(progress, 'first')).toBe(false);
  });
});

describe('lines to put in order', () => {
  const lines = ['a', 'b', 'a', 'c'];

  test('a text is an order of them, or it is not', () => {
    expect(orderIn('c\na\nb\na', lines)).toEqual(['c', 'a', 'b', 'a']);
    for (const text of ['a\nb\nc', 'a\nb\nb\nc', 'a\nb\na\nc\n', '']) expect(orderIn(text, lines)).toBeNull();
  });

  test('a line moves by steps, and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['c', 'a', 'b']);
  });
});
