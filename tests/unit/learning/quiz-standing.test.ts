import { expect, test } from 'vitest';
import { noProgress, withFact, type LessonProgress } from '../../../src/learning/progress.ts';
import { standing } from '../../../src/learning/quiz-words.ts';
import { dueQuestions, plannedReviews } from '../../../src/learning/review.ts';

const day = 86_400_000;
const answer = (progress: LessonProgress, question: string, right: boolean, now: number): LessonProgress =>
  withFact(progress, { type: 'answered', quiz: 'q', question, answer: right ? 'r' : 'w', right }, now);
const stands = (questions: string[], progress: LessonProgress) =>
  standing(questions, progress.quizzes['q'] ?? {});

test('a quiz is to do until all has been answered', () => {
  const none = noProgress(0);
  expect(stands(['a', 'b'], none)).toEqual({ state: 'todo', line: '2 questions.' });
  expect(stands(['a', 'b'], answer(none, 'a', true, 1))).toEqual({ state: 'todo', line: '1 of 2 answered.' });
});

test('the first answers are told beside what is right now', () => {
  const once = answer(answer(noProgress(0), 'a', true, 1), 'b', false, 2);
  expect(stands(['a', 'b'], once)).toEqual({ state: 'wrong', line: '1 of 2 right at the first answer.' });
  const again = answer(once, 'b', true, 3);
  expect(stands(['a', 'b'], again)).toEqual({
    state: 'right',
    line: '1 of 2 right at the first answer; all right now.',
  });
  expect(again.quizzes['q']?.['b']).toMatchObject({ first: 'w', firstRight: false, last: 'r', right: true });
  expect(stands(['a', 'b'], answer(again, 'a', false, 4)).state).toBe('wrong');
});

test('answers to questions that are gone do not count', () => {
  const old = answer(noProgress(0), 'gone', true, 1);
  expect(stands(['a'], old).state).toBe('todo');
  expect(stands(['constructor'], old).state).toBe('todo');
});

test('what once went wrong is due, the longest waiting first', () => {
  const one = answer(answer(noProgress(0), 'late', false, 5), 'never', true, 5);
  const two = answer(noProgress(0), 'early', false, 2);
  const all = new Map([
    ['one', one],
    ['two', two],
  ]);
  expect(dueQuestions(all, day)).toEqual([]);
  expect(dueQuestions(all, day + 2)).toEqual([{ lesson: 'two', quiz: 'q', question: 'early', due: day + 2 }]);
  expect(dueQuestions(all, 9 * day).map(({ question }) => question)).toEqual(['early', 'late']);
  expect(plannedReviews(all)).toHaveLength(2);
});

test('each review that goes well doubles the wait; repeating an answer at once does not', () => {
  let progress = answer(noProgress(0), 'a', false, 0);
  const waits = (): number | undefined => progress.quizzes['q']?.['a']?.review?.days;
  progress = answer(progress, 'a', true, 1000);
  progress = answer(progress, 'a', true, 2000);
  expect(waits()).toBe(1);
  progress = answer(progress, 'a', true, 1 * day + 1);
  expect(waits()).toBe(2);
  progress = answer(progress, 'a', true, 4 * day);
  expect(waits()).toBe(4);
  progress = answer(progress, 'a', false, 9 * day);
  expect(waits()).toBe(1);
});
