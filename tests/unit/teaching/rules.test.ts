import { describe, expect, test } from 'vitest';
import type { Adopted } from '../../../src/teaching/adopted.ts';
import type { Assignment, Policy } from '../../../src/teaching/assignment.ts';
import { rulesFor, type Stand } from '../../../src/teaching/rules.ts';

const due = Date.UTC(2026, 11, 4, 17);
const free: Policy = { tries: null, hints: true, solutions: 'always', exercises: 'whole', answers: 'last' };
const adopted = (policy: Partial<Policy>, more: Partial<Assignment> = {}): Adopted => ({
  assignment: {
    ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: null, due, zone: 'UTC', asks: 'name' },
    policy: { ...free, ...policy },
    items: [
      { kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a', points: 4 },
      { kind: 'quiz', lesson: 'cost', part: 'rates', hash: 'qk2z7a', points: 4 },
    ],
    extensions: [],
    ...more,
  },
  ...{ student: '', adopted: 0, handed: null },
});
const untried: Stand = { passed: false, tries: 0 };
const rules = (list: Adopted[], { now = due - 1, part = 'one-step', stand = untried } = {}) =>
  rulesFor(list, 'cost', part, now, stand);
const hintsUntil = (title: string) =>
  `Your assignment “${title}” allows no hints until Friday, 4 December 2026 at 17:00 (UTC).`;
const none = { hints: null, solution: null, tries: null, answers: null };

describe('the rules of an assignment', () => {
  test('are none where it allows all, or asks for another part', () => {
    expect(rules([])).toEqual(none);
    expect(rules([adopted({})])).toEqual(none);
    expect(rules([adopted({ hints: false, tries: 1, solutions: 'never' })], { part: 'batches' })).toEqual(
      none,
    );
  });

  test('no hints before it is due', () => {
    expect(rules([adopted({ hints: false })]).hints).toBe(hintsUntil('Week 3'));
    expect(rules([adopted({ hints: false })], { now: due + 1 }).hints).toBeNull();
    const ever = rules([adopted({ hints: false }, { due: null })], { now: due * 2 });
    expect(ever.hints).toBe('Your assignment “Week 3” allows no hints.');
  });

  test('hold before it opens, too', () => {
    const later = adopted({ hints: false, tries: 3 }, { opens: due - 5 });
    expect(rules([later], { now: due - 9 })).toMatchObject({
      hints: hintsUntil('Week 3'),
      tries: '0 of 3 tries that count are used.',
    });
  });

  test('a solution once it has passed, once it is due, or never', () => {
    const passed = { passed: true, tries: 1 };
    expect(rules([adopted({ solutions: 'passed' })]).solution).toBe(
      'Your assignment “Week 3” shows the solution once your own has passed.',
    );
    expect(rules([adopted({ solutions: 'passed' })], { stand: passed }).solution).toBeNull();
    expect(rules([adopted({ solutions: 'passed' })], { now: due + 1 }).solution).toBeNull();
    const onceDue =
      'Your assignment “Week 3” shows the solution once it is due: Friday, 4 December 2026 at 17:00 (UTC).';
    expect(rules([adopted({ solutions: 'due' })], { stand: passed }).solution).toBe(onceDue);
    expect(rules([adopted({ solutions: 'due' })], { now: due + 1 }).solution).toBeNull();
    expect(rules([adopted({ solutions: 'due' }, { due: null })]).solution).toContain('no date yet');
    for (const now of [due - 1, due + 1])
      expect(rules([adopted({ solutions: 'never' })], { now, stand: passed }).solution).toBe(
        'Your assignment “Week 3” shows no solution.',
      );
  });

  test('hold until the reader’s own date', () => {
    const extended = adopted(
      { hints: false, solutions: 'due' },
      { extensions: [{ student: 'Bo', due: due + 9 }] },
    );
    expect(rules([extended], { now: due + 5 }).hints).not.toBeNull();
    expect(rules([extended], { now: due + 10 })).toEqual(none);
  });

  test('tries that count', () => {
    const after = (tries: number, most: number) =>
      rules([adopted({ tries: most })], { stand: { passed: false, tries } }).tries;
    expect(after(2, 3)).toBe('2 of 3 tries that count are used.');
    expect(after(3, 3)).toBe(
      'All 3 tries that count are used: you can check on, and your file says how often.',
    );
    expect(after(9, 3)).toBe(after(3, 3));
    expect(after(0, 1)).toBe('One try counts.');
    expect(after(1, 1)).toContain('The one try that counts is used');
    expect(rules([adopted({ tries: 3 })], { now: due + 1 }).tries).toBeNull();
  });

  test('of a quiz: which answer counts, and whether answers are shown', () => {
    expect(rules([adopted({ answers: 'first', solutions: 'never' })], { part: 'rates' })).toMatchObject({
      answers: 'In your assignment “Week 3” your first answer to each question counts.',
      solution: 'Your assignment “Week 3” shows no answers.',
    });
  });
});

test('of several assignments the strictest rule holds', () => {
  const list = [
    adopted({ hints: false, tries: 5, solutions: 'passed' }, { id: 'aaaaaaaa', title: 'A' }),
    adopted({ tries: 2, solutions: 'due' }, { id: 'bbbbbbbb', title: 'B', due: due + 9 }),
    adopted({ hints: false }, { id: 'cccccccc', title: 'C', due: due + 5 }),
  ];
  const found = rules(list);
  expect(found.hints).toBe(
    'Your assignment “C” allows no hints until Friday, 4 December 2026 at 17:00 (UTC).',
  );
  expect(found.solution).toContain('Your assignment “B” shows the solution once it is due');
  expect(found.tries).toBe('0 of 2 tries that count are used.');
  const never = adopted({ solutions: 'never' }, { id: 'dddddddd', title: 'D' });
  expect(rules([...list, never], { now: due * 2 }).solution).toBe('Your assignment “D” shows no solution.');
});
