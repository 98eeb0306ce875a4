import { expect, test } from 'vitest';
import type { Plain } from '../../../src/kernel/plain.ts';
import { answerInWords } from '../../../src/teaching/answer-words.ts';

const words = new Map([
  ['aa', 'uphill'],
  ['bb', 'downhill'],
  ['cc', '<b>'],
]);

test.each<[Plain | undefined, string]>([
  [2.5, '2.5'],
  ['aa', 'uphill'],
  ['zz', '…'],
  [['bb', 'aa'], 'downhill; uphill'],
  [[], 'none'],
  [{ aa: 'cc', bb: 'zz' }, 'uphill → <b>; downhill → …'],
  [null, ''],
  [undefined, ''],
  [true, ''],
])('%j is %j', (answer, said) => {
  expect(answerInWords(answer, words)).toBe(said);
});

test('of a file that holds anything, only so much is shown', () => {
  const many = Array.from({ length: 90_000 }, () => 'aa');
  expect(answerInWords(many, words).split('; ')).toHaveLength(20);
  expect(answerInWords('aa', new Map([['aa', 'x'.repeat(5_000)]])).length).toBe(401);
});
