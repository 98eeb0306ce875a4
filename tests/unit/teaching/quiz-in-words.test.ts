import { expect, test } from 'vitest';
import { quizInWords } from '../../../src/teaching/quiz-in-words.ts';

const answers = (...marks: string[]) =>
  marks.map((mark) => ({ firstRight: mark.startsWith('+'), right: mark.endsWith('+') }));

test('where first answers count, they are named first', () => {
  const six = answers('++', '++', '++', '-+', '+-', '--');
  expect(quizInWords(six, 6, 'first')).toBe('4 of 6 right by first answers (these count); 4 right now');
  expect(quizInWords(answers('-+', '++'), 6, 'first')).toBe(
    '2 of 6 answered; 1 right by first answers (these count); 2 right now',
  );
});

test('where last answers count, what is right now', () => {
  expect(quizInWords(answers('-+', '--'), 2, 'last')).toBe('1 of 2 right now');
  expect(quizInWords(answers('-+', '--'), 5, 'last')).toBe('2 of 5 answered; 1 right now');
});

test('a quiz whose length is not known, or which has fewer questions now', () => {
  expect(quizInWords(answers('-+', '++'), undefined, 'first')).toBe(
    '2 answered; 1 right by first answers (these count); 2 right now',
  );
  expect(quizInWords(answers('++', '++'), 1, 'last')).toBe('2 answered; 2 right now');
});
