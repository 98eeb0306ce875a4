import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain, type Plain } from '../../../src/kernel/plain.ts';
import { questionKey, type QuestionKey } from '../../../src/learning/quiz-key.ts';
import { isWithin, markAnswer, rightAnswer } from '../../../src/learning/quiz-mark.ts';
import { outcome } from '../../../src/learning/quiz-words.ts';

const one: QuestionKey = { kind: 'one', choices: ['a', 'b', 'c'], right: 'b' };
const several: QuestionKey = { kind: 'several', choices: ['a', 'b', 'c', 'd'], right: ['b', 'd'] };
const number: QuestionKey = { kind: 'number', answer: 1.27, within: 0.01, unit: '', foreseen: [2.54, 2.55] };
const order: QuestionKey = { kind: 'order', right: ['a', 'b', 'c', 'd', 'e'] };
const pairs: QuestionKey = { kind: 'pairs', targets: ['x', 'y'], right: { a: 'x', b: 'y' } };
const groups: QuestionKey = { kind: 'groups', targets: ['x', 'y'], right: { a: 'x', b: 'y', c: 'x' } };
const all = [one, several, number, order, pairs, groups];

const said = (key: QuestionKey, answer: Plain): string | null => {
  const mark = markAnswer(key, answer);
  return mark && outcome(key.kind, mark);
};

test.each(all.map((key) => [key.kind, key] as const))('the right answer to %s is right', (_, key) => {
  expect(markAnswer(key, rightAnswer(key))).toMatchObject({ right: true });
  expect(said(key, rightAnswer(key))).toBe('Right.');
});

test.each(all.map((key) => [key.kind, key] as const))(
  'whatever else comes to %s is marked or refused',
  (_, key) => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const answer = plain.parse(value);
        const mark = markAnswer(key, answer);
        if (mark) expect(mark.found).toBeLessThanOrEqual(mark.of);
      }),
    );
  },
);

test('one: the choice that was made is marked, no other', () => {
  expect(markAnswer(one, 'a')).toMatchObject({ right: false, parts: { a: false } });
  expect(said(one, 'a')).toBe('Not right yet.');
  expect(markAnswer(one, 'z')).toBeNull();
  expect(markAnswer(one, ['b'])).toBeNull();
});

test('several: exactly the right ones are right', () => {
  expect(markAnswer(several, ['d', 'b'])).toMatchObject({ right: true });
  expect(markAnswer(several, ['b'])).toMatchObject({ right: false, found: 1, of: 2, parts: { b: true } });
  expect(markAnswer(several, ['a', 'b', 'd'])).toMatchObject({ right: false, found: 2, of: 2 });
  expect(said(several, ['b'])).toBe('Not right yet: 1 of 2 right answers chosen.');
  expect(said(several, ['a', 'b'])).toBe('Not right yet: 1 of 2 right answers chosen, and 1 that is wrong.');
  expect(said(several, ['a', 'c'])).toBe('Not right yet: 0 of 2 right answers chosen, and 2 that are wrong.');
  expect(markAnswer(several, ['b', 'b'])).toBeNull();
});

test('number: right within its tolerance, and foreseen numbers are known', () => {
  for (const value of [1.26, 1.27, 1.28]) expect(markAnswer(number, value)).toMatchObject({ right: true });
  for (const value of [1.259, 1.281, -1.27])
    expect(markAnswer(number, value)).toMatchObject({ right: false });
  expect(markAnswer(number, 2.541)).toMatchObject({ foreseen: 0 });
  expect(markAnswer(number, 2.546)).toMatchObject({ foreseen: 1 });
  expect(markAnswer(number, 9)).toMatchObject({ foreseen: null });
  expect(markAnswer(number, NaN)).toBeNull();
  expect(markAnswer(number, '1.27')).toBeNull();
});

test('the edge of a tolerance belongs to it, whatever binary makes of it', () => {
  const hundredths = fc.integer({ min: -100_000, max: 100_000 });
  fc.assert(
    fc.property(hundredths, fc.integer({ min: 0, max: 1000 }), (answer, within) => {
      expect(isWithin((answer + within) / 100, answer / 100, within / 100)).toBe(true);
      expect(isWithin((answer + within + 1) / 100, answer / 100, within / 100)).toBe(false);
    }),
  );
});

test('order: places are counted', () => {
  expect(said(order, ['b', 'a', 'c', 'd', 'e'])).toBe('Not right yet: 3 of 5 in the right place.');
  expect(markAnswer(order, ['a', 'b', 'c', 'd'])).toBeNull();
  expect(markAnswer(order, ['a', 'a', 'c', 'd', 'e'])).toBeNull();
  fc.assert(
    fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 }), (given) => {
      const mark = markAnswer(order, given);
      expect(mark?.right).toBe(given.join('') === 'abcde');
      expect(mark?.found).not.toBe(4);
    }),
  );
});

test('pairs and groups: rows are counted', () => {
  expect(said(pairs, { a: 'y', b: 'y' })).toBe('Not right yet: 1 of 2 pairs are right.');
  expect(said(groups, { a: 'x', b: 'x', c: 'x' })).toBe('Not right yet: 2 of 3 in the right group.');
  expect(markAnswer(pairs, { a: 'x' })).toBeNull();
  expect(markAnswer(pairs, { a: 'x', b: 'z' })).toBeNull();
  expect(markAnswer(pairs, { a: 'x', b: 'y', c: 'x' })).toBeNull();
});

test('a key is parsed into a fresh object, and refused where it is none', () => {
  for (const key of all) expect(questionKey.parse(JSON.parse(JSON.stringify(key)))).toEqual(key);
  for (const bad of [null, {}, { kind: 'essay' }, { kind: 'one', choices: 'abc', right: 'a' }])
    expect(questionKey.safeParse(bad).success).toBe(false);
});
