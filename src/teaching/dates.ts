/** When an assignment is due, and for whom. What counts is what the teacher keeps, never what a file says. */
import type { Assignment } from './assignment.ts';
import { fold } from './names.ts';

/** Milliseconds since 1970, UTC; `null` where there is no date. Of several extensions the latest counts. */
export function dueFor(
  { due, extensions }: Pick<Assignment, 'due' | 'extensions'>,
  student: string,
): number | null {
  const own = extensions.filter((each) => fold(each.student) === fold(student)).map((each) => each.due);
  return own.length > 0 ? Math.max(...own) : due;
}

/** All dates of it moved by so many milliseconds; those that would lie before 1970 stay there. */
export function shiftDates(assignment: Assignment, ms: number): Assignment {
  const moved = (at: number): number => Math.max(0, at + ms);
  const { opens, due, extensions } = assignment;
  return {
    ...assignment,
    opens: opens === null ? null : moved(opens),
    due: due === null ? null : moved(due),
    extensions: extensions.map((each) => ({ ...each, due: moved(each.due) })),
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
