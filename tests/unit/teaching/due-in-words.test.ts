import { expect, test } from 'vitest';
import type { Assignment } from '../../../src/teaching/assignment.ts';
import { dueInWords } from '../../../src/teaching/due-in-words.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
// Friday at 18:00 in Zurich.
const due = Date.UTC(2026, 10, 27, 17);
const week: Assignment = {
  ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: due - 7 * day, due, asks: 'name' },
  zone: 'Europe/Zurich',
  policy: { tries: 3, hints: true, solutions: 'always', exercises: 'whole', answers: 'last' },
  items: [{ kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a', points: 4 }],
  extensions: [],
};
const words = (now: number, of: Partial<Assignment> = {}, own = 'Europe/Zurich') =>
  dueInWords({ ...week, ...of }, now, own);

test('days are those of the calendar in the zone of the assignment', () => {
  // Sunday, at 2 and at 23:30.
  expect(words(Date.UTC(2026, 10, 22, 1))).toBe('Due in 5 days');
  expect(words(Date.UTC(2026, 10, 22, 22, 30))).toBe('Due in 5 days');
  // In Zurich it is Monday by then.
  expect(words(Date.UTC(2026, 10, 22, 23, 30))).toBe('Due in 4 days');
  expect(words(due - 18 * hour - minute)).toBe('Due tomorrow');
  expect(words(due - 41 * hour)).toBe('Due tomorrow');
  expect(words(due - 43 * hour)).toBe('Due in 2 days');
  expect(words(due - 8 * day)).toBe('Opens tomorrow');
  expect(words(due + 6 * hour)).toBe('Was due yesterday');
  expect(words(due + 2.4 * day)).toBe('Was due 3 days ago');
});

test('on the day itself the hour is said, and the minutes at the end', () => {
  expect(words(due - 18 * hour)).toBe('Due today at 18:00');
  expect(words(due - hour)).toBe('Due today at 18:00');
  expect(words(due - 59 * minute)).toBe('Due in 59 minutes');
  // Past midnight, too.
  expect(words(due - 10 * minute, { due: due + 6 * hour })).toBe('Due tomorrow');
  expect(words(due + 5.5 * hour, { due: due + 6 * hour })).toBe('Due in 30 minutes');
  expect(words(due + 5 * minute)).toBe('Was due 5 minutes ago');
  expect(words(due + 2 * hour)).toBe('Was due today at 18:00');
});

test('a day with a change of clocks is one day', () => {
  // Clocks in Zurich go forward in the night to 28 March 2027.
  const sunday = Date.UTC(2027, 2, 28, 16);
  expect(words(Date.UTC(2027, 2, 27, 17), { due: sunday })).toBe('Due tomorrow');
  expect(words(Date.UTC(2027, 2, 23, 17), { due: sunday })).toBe('Due in 5 days');
});

test('where the reader’s clock shows another hour, the last two days are counted in hours', () => {
  expect(words(due - 5 * hour, {}, 'America/New_York')).toBe('Due in 5 hours');
  expect(words(due - 30 * hour, {}, 'America/New_York')).toBe('Due in 30 hours');
  expect(words(due - 5 * day, {}, 'America/New_York')).toBe('Due in 5 days');
  expect(words(due - 5 * hour, { zone: 'No/Where' }, 'UTC')).toBe('Due today at 17:00');
});

test('no date, and dates at the edge of what dates can be', () => {
  expect(words(due, { due: null })).toBe('No due date');
  expect(words(due, { due: 8.64e15, zone: 'Pacific/Kiritimati' })).toMatch(/^Due in [\d,]+ days$/);
  expect(words(due, { opens: null, due: 0 })).toMatch(/^Was due [\d,]+ days ago$/);
});
