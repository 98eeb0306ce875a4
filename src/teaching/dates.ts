/** When an assignment is due, and for whom. What counts is what the teacher keeps, never what a file says. */
import type { Assignment } from './assignment.ts';
import { fold } from './names.ts';
import { fromWall, ownZone, toWall } from './zoned.ts';

/** Milliseconds since 1970, UTC; `null` where there is no date. Of several extensions the latest counts. */
export function dueFor(
  { due, extensions }: Pick<Assignment, 'due' | 'extensions'>,
  student: string,
): number | null {
  const own = extensions.filter((each) => fold(each.student) === fold(student)).map((each) => each.due);
  return own.length > 0 ? Math.max(...own) : due;
}

/**
 * Extensions under a name that is part of this one, or the other way round, as “Mia” and “Mia Schmidt”: whose they are is
 * for the teacher to say.
 */
export function nearExtensions(
  { extensions }: Pick<Assignment, 'extensions'>,
  student: string,
): Assignment['extensions'] {
  const own = wordsOf(student);
  return extensions.filter((each) => {
    const words = wordsOf(each.student);
    const [fewer, more] = words.size < own.size ? [words, own] : [own, words];
    return (
      fold(each.student) !== fold(student) && fewer.size > 0 && [...fewer].every((word) => more.has(word))
    );
  });
}

const wordsOf = (name: string): ReadonlySet<string> => new Set(fold(name).match(/[\p{L}\p{M}\p{N}]+/gu));

/** What has dates: they are meant in the days and hours of the zone. */
export type Dated = Pick<Assignment, 'opens' | 'due' | 'zone'> & {
  extensions: readonly Assignment['extensions'][number][];
};

/** Days are those of the calendar: 18:00 stays 18:00 where the clocks change in between. Hours are sixty minutes. */
export interface Shift {
  days?: number;
  hours?: number;
}

/** All dates of it moved; those that would lie outside what dates can be stay at its edge. */
export function shiftDates<T extends Dated>(of: T, { days = 0, hours = 0 }: Shift): T {
  const byDays = (at: number): number =>
    days === 0 ? at : fromWall(bounded(toWall(at, of.zone) + days * day), of.zone);
  return moveDates(of, (at) => byDays(at) + hours * hour);
}

/** All dates moved by the same days and hours of the calendar, so that it is due then. */
export function shiftDueTo<T extends Dated>(of: T, due: number): T {
  if (of.due === null) return { ...of, due };
  const by = toWall(due, of.zone) - toWall(of.due, of.zone);
  const moved = moveDates(of, (at) => fromWall(bounded(toWall(at, of.zone) + by), of.zone));
  return { ...moved, due };
}

const [day, hour] = [86_400_000, 3_600_000];
/** A year from where dates end: a clock there is a day off at the most. */
const latest = 8.64e15 - 366 * day;
const bounded = (ms: number): number => Math.min(Math.max(0, ms), latest);

function moveDates<T extends Dated>(of: T, move: (at: number) => number): T {
  const moved = (at: number): number => bounded(move(at));
  return {
    ...of,
    opens: of.opens === null ? null : moved(of.opens),
    due: of.due === null ? null : moved(of.due),
    extensions: of.extensions.map((each) => ({ ...each, due: moved(each.due) })),
  };
}

export type Phase = 'before' | 'open' | 'late';

/** Where a student stands at a moment. */
export function phaseAt(assignment: Assignment, student: string, now: number): Phase {
  if (assignment.opens !== null && now < assignment.opens) return 'before';
  const due = dueFor(assignment, student);
  return due !== null && now > due ? 'late' : 'open';
}

/** `Friday, 4 December 2026 at 18:00 (Europe/Zurich)`: in the teacher's days and hours. */
export function dateInWords(at: number, zone: string, locale = 'en-GB'): string {
  const options = { dateStyle: 'full', timeStyle: 'short' } as const;
  try {
    return `${new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(at)} (${zone})`;
  } catch {
    // A zone that this browser does not know.
    return `${new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at)} (UTC)`;
  }
}

/** The same moment in the reader's own days and hours; `null` where their clocks show what the teacher's show. */
export function ownDateInWords(at: number, zone: string, own = ownZone()): string | null {
  return toWall(at, zone) === toWall(at, own) ? null : dateInWords(at, own);
}
