import { expect, test } from 'vitest';
import { noProgress, withFact, type Fact } from '../../../src/learning/progress.ts';
import type { Assignment, Item } from '../../../src/teaching/assignment.ts';
import { standingOf, toHandover, type LessonWork } from '../../../src/teaching/handover.ts';
import { readSubmission, writeSubmission } from '../../../src/teaching/submission.ts';

const itemOf = (kind: Item['kind'], part: string, lesson = 'cost'): Item => ({
  ...{ kind, lesson, part, hash: 'qk2z7a', points: 1 },
});
const assignment: Assignment = {
  ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: null, due: null, zone: 'UTC', asks: 'name' },
  policy: { tries: null, hints: true, solutions: 'always', exercises: 'whole', answers: 'last' },
  items: [
    itemOf('exercise', 'one-step'),
    itemOf('exercise', 'batches'),
    itemOf('quiz', 'rates'),
    itemOf('exercise', 'constructor'),
    itemOf('exercise', 'edges', 'convolution'),
  ],
  extensions: [],
};
const facts: Fact[] = [
  { type: 'hint', exercise: 'one-step', hints: 2 },
  { type: 'checked', exercise: 'one-step', passed: false, said: 'failed: uphill' },
  {
    ...{ type: 'checked', exercise: 'one-step', passed: true },
    score: { value: 0.02, better: 'lower' },
    said: 'passed: downhill\npassed: uphill',
  },
  { type: 'answered', quiz: 'rates', question: 'largest', answer: 'a', right: false },
  { type: 'answered', quiz: 'rates', question: 'largest', answer: 'b', right: true },
  { type: 'spent', ms: 1234.4 },
];
const work: LessonWork = {
  progress: facts.reduce((all, fact, i) => withFact(all, fact, 10 + i), noProgress(10)),
  texts: new Map([
    ['one-step-work', 'const step = 1;'],
    ['one-step-given', 'const rate = 0.2;'],
    ['batches-work', 'const begun = true;'],
    ['line', 'const line = 2;'],
  ]),
  exercises: [
    { id: 'one-step', cell: 'one-step-work', given: 'one-step-given' },
    { id: 'batches', cell: 'batches-work', given: null },
    { id: 'constructor', cell: 'constructor-work', given: null },
  ],
};
const workOf = (lesson: string) => (lesson === 'cost' ? work : undefined);
const handover = () =>
  toHandover({
    ...{ assignment, student: ' Ada ', now: 99, course: '0.1.0', work: workOf },
    hash: (item) => (item.part === 'one-step' ? '1x8f0qk2z7b' : undefined),
  });

test('holds what was done, and nothing for what was not begun', () => {
  const { student, items, lessons } = handover();
  expect(student).toBe('Ada');
  expect(items.map(({ part }) => part)).toEqual(['one-step', 'batches', 'rates']);
  expect(items[0]).toEqual({
    ...{ kind: 'exercise', lesson: 'cost', part: 'one-step', hash: '1x8f0qk2z7b' },
    ...{ source: 'const step = 1;', others: [{ cell: 'line', source: 'const line = 2;' }] },
    ...{ numbers: 'const rate = 0.2;', tries: 2, hints: 2, solution: false, passed: true, score: 0.02 },
    output: 'passed: downhill\npassed: uphill',
  });
  // Typed and never checked.
  expect(items[1]).toMatchObject({ source: 'const begun = true;', tries: 0, passed: false, hash: 'qk2z7a' });
  expect(items[2]).toEqual({
    ...{ kind: 'quiz', lesson: 'cost', part: 'rates', hash: 'qk2z7a' },
    questions: [{ question: 'largest', tries: 2, first: 'a', firstRight: false, last: 'b', right: true }],
  });
  expect(lessons).toEqual([{ lesson: 'cost', ms: 1234, first: 10, last: 15 }]);
});

test('is what a teacher’s page reads', async () => {
  const read = await readSubmission(await writeSubmission(handover()));
  expect(read).toMatchObject({ intact: true, submission: handover() });
});

test('leaves out what no lesson can have: a teacher’s page would refuse the whole file', async () => {
  const odd: LessonWork = {
    ...work,
    texts: new Map([...work.texts, ['<b>', 'x'], ['', 'y']]),
    progress: {
      ...work.progress,
      quizzes: {
        rates: {
          ...work.progress.quizzes['rates'],
          'Not an id': work.progress.quizzes['rates']!['largest']!,
        },
      },
    },
  };
  const made = toHandover({
    ...{ assignment, student: '', now: 99, course: '', work: () => odd, hash: () => undefined },
  });
  expect(await readSubmission(await writeSubmission(made))).toMatchObject({ intact: true });
});

test('says where the student stands', () => {
  const questions = (count: number) => () => count;
  expect([...standingOf(assignment, workOf, questions(1)).values()]).toEqual([
    ...['done', 'begun', 'done', 'todo', 'todo'],
  ]);
  expect(standingOf(assignment, workOf, questions(2)).get('quiz:cost/rates')).toBe('begun');
});
