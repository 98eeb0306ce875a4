/** How long it is until an assignment opens or is due, in words. */
import { dueOf, phaseOf } from './adopted.ts';
import type { Assignment } from './assignment.ts';
import { ownZone, toLocal, toWall } from './zoned.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/**
 * `Due in 5 days`, `Opens tomorrow`, `Due today at 18:00`, `Was due 5 minutes ago`, `No due date`. Days are those of the
 * calendar in the assignment's zone: on a Sunday, Friday is in five days at any hour.
 *
 * @param own the reader's zone: where its clocks show another hour, the last two days are counted in hours
 */
export function dueInWords(of: Assignment, now: number, own = ownZone()): string {
  const due = dueOf(of);
  const from = (at: number): string => fromNow(at, now, of.zone, own);
  switch (phaseOf(of, now)) {
    case 'before':
      return `Opens ${from(of.opens ?? now)}`;
    case 'late':
      return `Was due ${from(due ?? now)}`;
    case 'open':
      return due === null ? 'No due date' : `Due ${from(due)}`;
  }
}

function fromNow(at: number, now: number, zone: string, own: string): string {
  const words = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
  const ms = at - now;
  if (Math.abs(ms) < hour) return words.format(Math.trunc(ms / minute), 'minute');
  // “Today at 18:00” would be read on the reader's own clock.
  if (Math.abs(ms) < 2 * day && toWall(at, zone) !== toWall(at, own))
    return words.format(Math.round(ms / hour), 'hour');
  const days = Math.floor(toWall(at, zone) / day) - Math.floor(toWall(now, zone) / day);
  if (days === 0) return `today at ${toLocal(at, zone).slice(-5)}`;
  // Where dates end, a clock may show none.
  return words.format(Number.isFinite(days) ? days : Math.round(ms / day), 'day');
}
