import { describe, expect, test } from 'vitest';
import { assignment, sameContent, totalPoints, type Assignment } from '../../../src/teaching/assignment.ts';
import { dateInWords, dueFor, phaseAt, shiftDates, shiftDueTo } from '../../../src/teaching/dates.ts';
import { readFragment, toFragment } from '../../../src/teaching/link.ts';
import { pack, unpack } from '../../../src/teaching/packing.ts';

const day = 86_400_000;
const due = Date.UTC(2026, 11, 4, 17);
const week: Assignment = {
  id: 'k3v9x2m1q8',
  title: 'Week 3: “gradients” & <b>more</b>',
  note: 'Bring questions.\n=HYPERLINK("x")',
  opens: due - 7 * day,
  due,
  zone: 'Europe/Zurich',
  asks: 'name',
  policy: { tries: 5, hints: true, solutions: 'due', exercises: 'tests', answers: 'first' },
  items: [
    { kind: 'exercise', lesson: 'cost', part: 'one-step', hash: '1x8f0qk2z7a', points: 4 },
    { kind: 'quiz', lesson: 'cost', part: 'rates', hash: '0123456789abcdef', points: 2.5 },
    { kind: 'exercise', lesson: 'optimisers', part: 'adam-step', hash: 'zz9f0qk2z7b', points: 3 },
    { kind: 'exercise', lesson: 'cost', part: 'batches', hash: 'aa9f0qk2z7c', points: 0 },
  ],
  extensions: [
    { student: 'Ada Lovelace', due: due + 3 * day },
    { student: 'Bo', due: due + day },
  ],
};

const faultOf = async (fragment: string) => {
  const read = await readFragment(fragment);
  return read && 'fault' in read ? read.fault : read;
};

describe('the link', () => {
  test('holds the assignment, with short hashes and nobody’s extension', async () => {
    const read = (await readFragment(await toFragment(week))) as Assignment;
    expect(read.items.map(({ hash }) => hash)).toEqual(['qk2z7a', 'abcdef', 'qk2z7b', 'qk2z7c']);
    expect(read.items.every(({ hash }, i) => sameContent(hash, week.items[i]!.hash))).toBe(true);
    expect({ ...read, items: week.items }).toEqual({ ...week, extensions: [] });
    const unhashed = ({ items }: Assignment) => items.map((each) => ({ ...each, hash: '' }));
    expect(unhashed(read)).toEqual(unhashed(week));
  });

  test('of one student holds that one’s extension alone', async () => {
    const read = (await readFragment(await toFragment(week, 'Bo'))) as Assignment;
    expect(read.extensions).toEqual([{ student: 'Bo', due: due + day }]);
    expect(dueFor(read, ' bo ')).toBe(due + day);
    expect(dueFor(read, 'Ada Lovelace')).toBe(due);
    const extensions = [{ student: 'bo', due: due + 5 * day }, ...week.extensions];
    const twice = (await readFragment(await toFragment({ ...week, extensions }, 'Bo'))) as Assignment;
    expect(twice.extensions).toEqual([{ student: 'bo', due: due + 5 * day }]);
  });

  test('of forty items is short enough for a picture that cameras read', async () => {
    const items = Array.from({ length: 40 }, (_, i) => ({
      ...week.items[0]!,
      lesson: `lesson-${i >> 2}`,
      part: `exercise-${i}`,
      hash: (i * 7919 * 104_729).toString(36).padStart(8, '0'),
    }));
    expect((await toFragment({ ...week, items })).length).toBeLessThan(1_500);
  });

  test('is no assignment where it has another name', async () => {
    expect(await readFragment('')).toBeNull();
    expect(await readFragment('#the-recap')).toBeNull();
  });

  test('that was cut or changed is refused, and says what to do', async () => {
    const whole = await toFragment(week);
    const tries = [
      ...[1, 3, 4, 5, 20, whole.length >> 1, whole.length - 1].map((end) => whole.slice(0, Math.max(3, end))),
      `${whole}%20`,
      whole.replace('#a=1.', '#a=1.AAAA'),
      `#a=1.${'A'.repeat(70_000)}`,
      `#a=1.${await pack('null')}`,
      `#a=1.${await pack('[1,2')}`,
      `#a=1.${await pack('{"__proto__":{"polluted":true}}')}`,
      `#a=1.${await pack('"\u0000"'.repeat(1000))}`,
    ];
    for (const fragment of tries) expect(await faultOf(fragment), fragment.slice(0, 60)).toMatch(/teacher/);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  test('of a later version asks to reload', async () => {
    expect(await faultOf((await toFragment(week)).replace('#a=1.', '#a=2.'))).toMatch(/newer version/);
  });

  test('that unpacks to gigabytes is read no further than its bound', async () => {
    const bomb = await pack(`[${' '.repeat(30_000_000)}]`);
    expect(bomb.length).toBeLessThan(60_000);
    expect(await faultOf(`#a=1.${bomb}`)).toMatch(/more than 200 kB/);
    await expect(unpack(bomb, 1_000)).rejects.toThrow(/1 kB/);
  });

  test('with a part more or less, or another kind of thing, is refused', async () => {
    const packed = async (change: (data: unknown[]) => void) => {
      const code = (await toFragment(week)).slice('#a=1.'.length);
      const data = JSON.parse(await unpack(code, 1e6)) as unknown[];
      change(data);
      return faultOf(`#a=1.${await pack(JSON.stringify(data))}`);
    };
    expect(await packed(() => undefined)).toHaveProperty('title');
    expect(await packed((data) => data.push(1))).toMatch(/something else/);
    expect(await packed((data) => data.pop())).toMatch(/something else/);
    expect(await packed((data) => (data[0] = '../../x'))).toMatch(/something else/);
    expect(await packed((data) => (data[5] = 'Europe/Zürich<script>'))).toMatch(/something else/);
    expect(await packed((data) => (data[8] = []))).toMatch(/something else/);
    expect(await packed((data) => (data[8] = [['cost', []]]))).toMatch(/more than an assignment/);
    const many = Array.from({ length: 201 }, (_, i) => ['e', `part-${i}`, 'abcdef', 1]);
    expect(await packed((data) => (data[8] = [['cost', many]]))).toMatch(/more than an assignment/);
  });
});

describe('dates', () => {
  test('an extension moves one student’s date, and the latest of two counts', () => {
    expect(dueFor(week, 'ADA  lovelace')).toBe(due + 3 * day);
    expect(dueFor(week, 'Grace')).toBe(due);
    const twice = { ...week, extensions: [...week.extensions, { student: 'Bo', due: due + 9 * day }] };
    expect(dueFor(twice, 'Bo')).toBe(due + 9 * day);
  });

  test('before, open, late', () => {
    expect(phaseAt(week, 'Grace', due - 8 * day)).toBe('before');
    expect(phaseAt(week, 'Grace', due)).toBe('open');
    expect(phaseAt(week, 'Grace', due + 1)).toBe('late');
    expect(phaseAt(week, 'Bo', due + 1)).toBe('open');
    expect(phaseAt({ ...week, opens: null, due: null, extensions: [] }, '', 0)).toBe('open');
  });

  test('all are moved at once, and nothing else is', () => {
    const next = shiftDates(week, { days: 7 });
    expect(next).toEqual({
      ...week,
      opens: due,
      due: due + 7 * day,
      extensions: week.extensions.map((each) => ({ ...each, due: each.due + 7 * day })),
    });
    expect(shiftDates({ ...week, opens: null, due: null }, { days: 1 })).toMatchObject({
      opens: null,
      due: null,
    });
  });

  test('moved by days keep what the clock shows, also where it changes in between; by hours they do not', () => {
    // Zurich's clocks go back on 25 October 2026.
    const utc = (text: string) => Date.parse(`${text}Z`);
    const autumn = {
      ...week,
      opens: utc('2026-10-12T06:00'),
      due: utc('2026-10-23T16:00'),
      extensions: [{ student: 'Bo', due: utc('2026-10-27T17:00') }],
    };
    expect(shiftDates(autumn, { days: 7 })).toMatchObject({
      opens: utc('2026-10-19T06:00'),
      due: utc('2026-10-30T17:00'),
      extensions: [{ due: utc('2026-11-03T17:00') }],
    });
    expect(shiftDates(autumn, { days: -7 }).extensions[0]?.due).toBe(utc('2026-10-20T16:00'));
    expect(shiftDates(autumn, { hours: 7 * 24 }).due).toBe(utc('2026-10-30T16:00'));
    expect(shiftDates(autumn, { days: -1, hours: 2 }).due).toBe(utc('2026-10-22T18:00'));
  });

  test('moved so that it is due on a day: the others go with it', () => {
    const utc = (text: string) => Date.parse(`${text}Z`);
    const moved = shiftDueTo(
      { ...week, opens: utc('2026-10-12T06:00'), due: utc('2026-10-23T16:00'), extensions: [] },
      utc('2026-11-06T16:30'),
    );
    // Two weeks less half an hour on the clock.
    expect(moved).toMatchObject({ opens: utc('2026-10-26T06:30'), due: utc('2026-11-06T16:30') });
    expect(shiftDueTo({ ...week, due: null }, due)).toEqual({ ...week, due });
  });

  test('moved far stay dates', () => {
    expect(shiftDates(week, { days: -1e9 })).toMatchObject({ opens: 0, due: 0 });
    expect(assignment.safeParse(shiftDates(week, { days: 1e12 })).success).toBe(true);
    expect(assignment.safeParse(shiftDates({ ...week, due: 8.64e15 }, { hours: 5 })).success).toBe(true);
  });

  test('are told in the teacher’s zone, and in UTC where the browser does not know it', () => {
    expect(dateInWords(due, 'Europe/Zurich')).toMatch(
      /^Friday,? 4 December 2026.* 18:00 \(Europe\/Zurich\)$/u,
    );
    expect(dateInWords(due, 'Middle/Earth')).toMatch(/^Friday,? 4 December 2026.* 17:00 \(UTC\)$/u);
  });
});

test('points add up', () => {
  expect(totalPoints(week)).toBe(9.5);
});

test('an assignment has bounds', () => {
  expect(assignment.safeParse(week).success).toBe(true);
  for (const wrong of [
    { title: '' },
    { title: 'x'.repeat(201) },
    { due: NaN },
    { due: 8.64e15 + 1 },
    { items: [] },
    { items: [{ ...week.items[0], points: -1 }] },
    { items: [{ ...week.items[0], points: Infinity }] },
    { policy: { ...week.policy, tries: 0 } },
    { policy: { ...week.policy, answers: 'best' } },
    { more: 1 },
  ])
    expect(assignment.safeParse({ ...week, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
});
