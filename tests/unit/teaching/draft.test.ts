import { describe, expect, test } from 'vitest';
import type { Assignable } from '../../../src/teaching/assignable.ts';
import type { Assignment } from '../../../src/teaching/assignment.ts';
import { shiftDates, shiftDueTo } from '../../../src/teaching/dates.ts';
import {
  draft as schema,
  emptyDraft,
  freshId,
  isEmpty,
  moveDraft,
  toAssignment,
  toDraft,
  type Draft,
} from '../../../src/teaching/draft.ts';
import { indexCourse } from '../../../src/teaching/selection.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);
const course: Assignable = {
  chapters: [
    {
      ...{ number: 4, title: 'Learning as descent' },
      lessons: [
        {
          ...{ id: 'cost', number: '4.2', title: 'Cost', minutes: 45 },
          parts: [{ kind: 'exercise', id: 'one-step', title: 'One step', hash: 'long00abcdef', keys: [] }],
        },
      ],
    },
  ],
};
const index = indexCourse(course);
const now = utc('2026-11-22T00:00');
const filled: Draft = {
  ...emptyDraft('Europe/Zurich'),
  ...{ id: 'k3v9x2m1q8zz', note: ' Bring questions. ', opens: '2026-11-23T08:00', due: '2026-12-04T18:00' },
  items: [{ kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'long00abcdef', points: '2.5' }],
  extensions: [
    { student: ' Ada ', due: '2026-12-07T18:00' },
    { student: '', due: '2026-12-07T18:00' },
    { student: 'Bo', due: '' },
  ],
};
const make = (change: Partial<Draft>) => toAssignment({ ...filled, ...change }, course, now);
const faults = (change: Partial<Draft>) =>
  make(change).faults.map(({ at, stops }) => `${at}${stops ? ' stops' : ''}`);
const alone = { extensions: [] };

test('an id is new each time, and of letters and digits', () => {
  const ids = Array.from({ length: 500 }, freshId);
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) expect(id).toMatch(/^[0-9a-z]{12,14}$/);
});

describe('what was typed becomes an assignment', () => {
  test('with dates in the zone, points as numbers, and the extensions that are whole', () => {
    expect(make({}).assignment).toEqual({
      ...{ id: 'k3v9x2m1q8zz', title: 'Cost: One step', note: 'Bring questions.', asks: 'name' },
      ...{ opens: utc('2026-11-23T07:00'), due: utc('2026-12-04T17:00'), zone: 'Europe/Zurich' },
      policy: { tries: null, hints: true, solutions: 'passed', exercises: 'whole', answers: 'first' },
      items: [{ kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'long00abcdef', points: 2.5 }],
      extensions: [{ student: 'Ada', due: utc('2026-12-07T17:00') }],
    });
  });

  test('the clock stays when the zone changes', () => {
    expect(make({ zone: 'America/New_York' }).assignment?.due).toBe(utc('2026-12-04T23:00'));
  });

  test('a title that somebody typed stays; an empty one is what is chosen', () => {
    expect(make({ title: ' Week 3 ' }).assignment?.title).toBe('Week 3');
    expect(make({ title: '  ' }).assignment?.title).toBe('Cost: One step');
  });

  test('nothing chosen is nothing, and no fault', () => {
    expect(make({ items: [], ...alone })).toEqual({ assignment: null, title: '', faults: [] });
  });
});

describe('faults', () => {
  test('that leave the link as it is', () => {
    expect(make({}).faults.map(({ at }) => at)).toEqual(['extension 2']);
    // A line that was just added.
    expect(faults({ extensions: [{ student: ' ', due: '' }] })).toEqual([]);
    expect(faults({ ...alone, opens: '', due: '2026-11-21T18:00' })).toEqual(['due']);
    expect(faults({ ...alone, due: '', policy: { ...filled.policy, solutions: 'due' } })).toEqual([
      'solutions',
    ]);
    expect(faults({ asks: 'nothing', extensions: [{ student: 'Bo', due: '2026-12-05T18:00' }] })).toEqual([
      'student 0',
    ]);
    expect(faults({ extensions: [{ student: 'Bo', due: '2026-12-01T18:00' }] })).toEqual(['extension 0']);
    const twice = [
      { student: 'Bo', due: '2026-12-05T18:00' },
      { student: ' bo', due: '2026-12-06T18:00' },
    ];
    expect(faults({ extensions: twice })).toEqual(['student 1']);
  });

  test('that stop it', () => {
    const stopped = (change: Partial<Draft>) => {
      expect(make({ ...alone, ...change }).assignment).toBeNull();
      return faults({ ...alone, ...change });
    };
    expect(stopped({ opens: filled.due })).toEqual(['due stops']);
    expect(stopped({ due: '0002-12-04T18:00' })).toEqual(['due stops']);
    expect(stopped({ opens: 'soon' })).toEqual(['opens stops']);
    expect(stopped({ items: [{ ...filled.items[0]!, points: 'five' }] })).toEqual([
      'points exercise:cost/one-step stops',
    ]);
    for (const tries of ['0', '100', '1.5', 'many'])
      expect(stopped({ policy: { ...filled.policy, tries } })).toEqual(['tries stops']);
    const many = Array.from({ length: 201 }, (_, i) => ({ ...filled.items[0]!, part: `part-${i}` }));
    expect(stopped({ items: many })).toEqual(['items stops']);
  });

  test('a zone that nobody knows is UTC', () => {
    expect(make({ zone: 'Middle/Earth' }).assignment?.due).toBe(utc('2026-12-04T18:00'));
  });
});

test('an assignment that is opened again is the same assignment', () => {
  const { assignment } = make({ policy: { ...filled.policy, tries: '3' } });
  const again = toDraft(assignment as Assignment, index);
  expect(toAssignment(again, course, now).assignment).toEqual(assignment);
  expect(again).toMatchObject({ due: '2026-12-04T18:00', policy: { tries: '3' }, given: null });
});

describe('moving dates', () => {
  test('moves what is a date and leaves the rest as it was typed', () => {
    const moved = moveDraft({ ...filled, opens: '' }, (dates) => shiftDates(dates, { days: 7 }));
    expect(moved).toEqual({
      ...filled,
      ...{ opens: '', due: '2026-12-11T18:00' },
      extensions: [
        { student: ' Ada ', due: '2026-12-14T18:00' },
        { student: '', due: '2026-12-14T18:00' },
        { student: 'Bo', due: '' },
      ],
    });
  });

  test('to a day moves the others as far, and gives a date where there was none', () => {
    const to = utc('2027-04-02T16:00');
    const moved = moveDraft(filled, (dates) => shiftDueTo(dates, to));
    // In April the clocks of Zurich are an hour ahead.
    expect(moved).toMatchObject({ opens: '2027-03-22T08:00', due: '2027-04-02T18:00' });
    expect(moved.extensions[0]?.due).toBe('2027-04-05T18:00');
    expect(moveDraft({ ...filled, due: '' }, (dates) => shiftDueTo(dates, to)).due).toBe('2027-04-02T18:00');
  });
});

test('a draft that was kept is read with bounds', () => {
  expect(schema.safeParse(JSON.parse(JSON.stringify(filled))).data).toEqual(filled);
  for (const wrong of [
    { id: '<b>' },
    { title: 'x'.repeat(201) },
    { zone: '' },
    { more: 1 },
    { items: [{ ...filled.items[0], lesson: '../x' }] },
    { policy: { ...filled.policy, tries: 3 } },
    { given: 'x'.repeat(70_001) },
  ])
    expect(schema.safeParse({ ...filled, ...wrong }).success, JSON.stringify(wrong).slice(0, 60)).toBe(false);
});

test('a draft in which nothing stands is empty', () => {
  expect(isEmpty(emptyDraft('UTC'))).toBe(true);
  expect(isEmpty(filled)).toBe(false);
  expect(isEmpty({ ...emptyDraft('UTC'), note: 'x' })).toBe(false);
});
