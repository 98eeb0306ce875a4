import { describe, expect, test } from 'vitest';
import {
  dueOf,
  mostAdopted,
  isOtherName,
  phaseOf,
  readAdopted,
  withAdopted,
  withChange,
  whoseLink,
  without,
  writeAdopted,
  type Adopted,
} from '../../../src/teaching/adopted.ts';
import type { Assignment } from '../../../src/teaching/assignment.ts';
import { differencesOf } from '../../../src/teaching/differences.ts';

const day = 86_400_000;
const due = Date.UTC(2026, 11, 4, 17);
const week: Assignment = {
  ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: due - 7 * day, due, zone: 'UTC', asks: 'name' },
  policy: { tries: 3, hints: true, solutions: 'always', exercises: 'whole', answers: 'last' },
  items: [{ kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a', points: 4 }],
  extensions: [],
};
const entry = (id: string): Adopted => ({
  assignment: { ...week, id },
  ...{ student: 'Ada', adopted: 5, handed: null },
});
const many = (count: number): Adopted[] =>
  Array.from({ length: count }, (_, i) => entry(`aaaaaaaa${i.toString(36)}`));

describe('what a browser keeps', () => {
  test('comes back as it was', () => {
    const list = [entry('aaaaaaaa'), { ...entry('bbbbbbbb'), handed: 7 }];
    expect(readAdopted(writeAdopted(list))).toEqual(list);
  });

  test('is read with suspicion: broken entries are left out one by one', () => {
    const sound = entry('aaaaaaaa');
    const broken = [
      ...[null, 7, [], {}, { ...sound, more: 1 }, { ...sound, adopted: 9e15 }],
      { ...sound, student: 'x'.repeat(121) },
      { ...sound, assignment: { ...week, title: '' } },
      JSON.parse('{"__proto__":{"assignment":1}}') as unknown,
    ];
    expect(readAdopted(JSON.stringify([...broken, sound, sound]))).toEqual([sound]);
    for (const text of [null, '', '{', '7', 'null', '{"length":3}', `"${'x'.repeat(5_000_000)}"`])
      expect(readAdopted(text)).toEqual([]);
    expect(readAdopted(JSON.stringify(many(40)))).toHaveLength(mostAdopted);
  });
});

describe('taking an assignment', () => {
  test('puts it first; as many as a browser keeps and no more', () => {
    const list = withAdopted([entry('aaaaaaaa')], week, 9);
    expect(list?.[0]).toEqual({ assignment: week, student: '', adopted: 9, handed: null });
    expect(list).toHaveLength(2);
    expect(withAdopted(many(mostAdopted), week, 9)).toBeNull();
  });

  test('of the same id takes the new one and loses nothing of the reader’s', () => {
    const known = { ...entry(week.id), handed: 8 };
    const later = { ...week, due: due + day };
    expect(withAdopted([...many(mostAdopted - 1), known], later, 9)?.at(-1)).toEqual({
      ...known,
      assignment: later,
    });
  });

  test('that was made for one student knows the name', () => {
    const own = { ...week, extensions: [{ student: 'Bo', due: due + day }] };
    const [taken] = withAdopted([], own, 9) ?? [];
    expect(taken?.student).toBe('Bo');
    // The other date is the reader's, whatever they type.
    expect(dueOf(own)).toBe(due + day);
    expect(phaseOf(own, due + 1)).toBe('open');
    expect(phaseOf(week, due + 1)).toBe('late');
  });

  test('and changing or removing it leaves the others', () => {
    const list = [entry('aaaaaaaa'), entry('bbbbbbbb')];
    expect(withChange(list, 'bbbbbbbb', { handed: 3 }).map(({ handed }) => handed)).toEqual([null, 3]);
    expect(without(list, 'aaaaaaaa')).toEqual([list[1]]);
  });
});

describe('a link that was made for one student', () => {
  const mias: Assignment = { ...week, extensions: [{ student: 'Mia', due: due + day }] };
  const taken = (assignment: Assignment, student: string): Adopted => ({
    ...entry(week.id),
    ...{ assignment, student },
  });

  test('is of use under that name alone', () => {
    expect(isOtherName(taken(mias, 'Mia Schmidt'))).toBe(true);
    for (const same of ['Mia', ' mia ', '', '  ']) expect(isOtherName(taken(mias, same))).toBe(false);
    expect(isOtherName(taken(week, 'Mia Schmidt'))).toBe(false);
  });

  test('is another’s, or takes one’s own date away, where somebody has the assignment already', () => {
    expect(whoseLink(taken(week, 'Noah'), mias)).toBe('another');
    expect(whoseLink(taken(week, ''), mias)).toBe('another');
    expect(whoseLink(taken(week, 'mia'), mias)).toBe('own');
    expect(whoseLink(taken(mias, 'Mia'), { ...mias, due: due + 2 * day })).toBe('own');
    expect(whoseLink(taken(mias, 'Mia'), week)).toBe('everybody');
    expect(whoseLink(taken(week, 'Noah'), { ...week, due: null })).toBe('own');
  });
});

describe('what a teacher has changed', () => {
  const titleOf = ({ part }: Assignment['items'][number]) => part;
  const differences = (change: Partial<Assignment>) => differencesOf(week, { ...week, ...change }, titleOf);
  const [item] = week.items;
  const other = { ...item!, part: 'batches' };

  test('is nothing where nothing differs', () => {
    expect(differences({})).toEqual([]);
  });

  test.each<[string, Partial<Assignment>, string]>([
    ['title', { title: 'Week 4' }, 'It is called “Week 4” now.'],
    ['due', { due: due + day }, 'It is due on Saturday, 5 December 2026 at 17:00 (UTC).'],
    [
      'due for one',
      { extensions: [{ student: 'Bo', due: due + day }] },
      'It is due on Saturday, 5 December 2026 at 17:00 (UTC).',
    ],
    ['no due', { due: null }, 'It has no due date any more.'],
    ['opens', { opens: null }, 'It has no opening date any more.'],
    ['note', { note: 'New' }, 'There is a new note from your teacher.'],
    [
      'rules',
      { policy: { ...week.policy, hints: false } },
      'Another rule: Hints are not allowed; opening one is noted in your file.',
    ],
    ['asks', { asks: 'code' }, 'You are asked for your code.'],
    ['points', { items: [{ ...item!, points: 5 }] }, 'Other points for “one-step”.'],
    ['text', { items: [{ ...item!, hash: 'zzzzzz' }] }, 'It was made from a newer text of the lessons.'],
    ['more', { items: [item!, other] }, 'Also asked for: “batches”.'],
  ])('%s', (_, change, sentence) => {
    expect(differences(change)).toEqual([sentence]);
  });

  test('a note that was there before', () => {
    const noted = (before: string, after: string) =>
      differencesOf({ ...week, note: before }, { ...week, note: after }, titleOf);
    expect(noted('Old', 'New')).toEqual(['The note from your teacher has changed.']);
    expect(noted('Old', '')).toEqual(['The note from your teacher is gone.']);
  });

  test('items that went', () => {
    expect(differences({ items: [other] })).toEqual([
      'Also asked for: “batches”.',
      'No longer asked for: “one-step”.',
    ]);
  });
});
