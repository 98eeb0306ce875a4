import { expect, test } from 'vitest';
import type { Assignment } from '../../../src/teaching/assignment.ts';
import { rowsOf, takeIn, withEntry, type Collection } from '../../../src/teaching/collection.ts';
import { feedbackFor, type FeedbackWords } from '../../../src/teaching/feedback.ts';
import type { Submission } from '../../../src/teaching/submission.ts';

const assignment: Assignment = {
  ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: null, due: 1, zone: 'UTC', asks: 'name' },
  policy: { tries: 1, hints: true, solutions: 'always', exercises: 'tests', answers: 'last' },
  items: [
    { kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a', points: 4 },
    { kind: 'quiz', lesson: 'cost', part: 'rates', hash: 'qk2z7b', points: 1 },
  ],
  extensions: [],
};
const submission: Submission = {
  ...{ format: 'descent-submission', version: 1, says: '', course: '', checksum: null, lessons: [] },
  ...{ assignment: { id: assignment.id, title: 'Week 3' }, student: 'Ada', made: 2 },
  items: [
    {
      ...{ kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a', source: '', others: [] },
      ...{ numbers: null, tries: 3, hints: 0, solution: false, passed: true, score: null, output: '' },
    },
  ],
};

const words: FeedbackWords = {
  titleOf: ({ part }) => part,
  askedIn: ({ part }, question) => `What of ${question} in ${part}?`,
};

test('says points, what was found, flags and comments', () => {
  let all = takeIn({ assignment, entries: [] }, 'a', { submission, intact: true }) as Collection;
  all = withEntry(all, all.entries[0]!, {
    found: new Map([
      [
        'exercise:cost/one-step',
        { kind: 'exercise', passed: 1, tests: 2, score: null, problem: 'two: got 3' },
      ],
    ]),
    comments: new Map([
      ['', 'Nearly there.'],
      ['exercise:cost/one-step', 'Look at the sign.'],
    ]),
  });
  const [row] = rowsOf(all, ({ hash }) => hash);
  expect(feedbackFor(row!, assignment, words)).toBe(
    `Week 3
Ada: 2 of 5 points, handed in late
Nearly there.

one-step: 2 of 4 points
  1 of 2 tests passed when it was run again.
  two: got 3
  The file says more than was found when it was run again.
  More checks were made than count, by the file’s own account.
  Look at the sign.

rates: nothing handed in
`,
  );
  // What counts is what the policy counts.
  const questions = [{ question: 'a', first: false, last: true }];
  const answered = withEntry(all, all.entries[0]!, {
    found: new Map([['quiz:cost/rates', { kind: 'quiz', questions }]]),
  });
  for (const [answers, right] of [
    ['first', 0],
    ['last', 1],
  ] as const) {
    const asked = { ...assignment, policy: { ...assignment.policy, answers } };
    const [quizzed] = rowsOf({ ...answered, assignment: asked }, ({ hash }) => hash);
    expect(feedbackFor(quizzed!, asked, words)).toContain(
      `${right} of 1 questions right, by the ${answers} answer.`,
    );
  }
  const wrong = withEntry(all, all.entries[0]!, {
    found: new Map([
      [
        'quiz:cost/rates',
        {
          kind: 'quiz',
          questions: [
            { question: 'a', first: true, last: true },
            { question: 'b', first: true, last: false },
            { question: 'c', first: null, last: null },
          ],
        },
      ],
    ]),
    points: new Map([
      ['exercise:cost/one-step', 3],
      ['quiz:cost/rates', 0.5],
    ]),
  });
  const [marked] = rowsOf(
    { ...wrong, assignment: { ...assignment, policy: { ...assignment.policy, answers: 'last' } } },
    ({ hash }) => hash,
  );
  const told = feedbackFor(marked!, assignment, words);
  expect(told).toContain('one-step: 3 of 4 points, set by your teacher\n');
  expect(told).toContain(
    `rates: 0.5 of 1 point, set by your teacher
  1 of 3 questions right, by the last answer.
  Not right: What of b in rates?
  Not answered: What of c in rates?
`,
  );
  // Before it is run again.
  const [fresh] = rowsOf(withEntry(all, all.entries[0]!, { found: new Map() }), ({ hash }) => hash);
  expect(feedbackFor(fresh!, assignment, words)).toContain('one-step: not marked\n');
});
