/** How long it is until an assignment opens or is due, in words. */
import { dueOf, phaseOf } from './adopted.ts';
import type { Assignment } from './assignment.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** `Due in 3 days`, `Opens tomorrow`, `Was due 2 hours ago`, `No due date`. */
export function dueInWords(of: Assignment, now: number): string {
  const due = dueOf(of);
  switch (phaseOf(of, now)) {
    case 'before':
      return `Opens ${fromNow((of.opens ?? now) - now)}`;
    case 'late':
      return `Was due ${fromNow((due ?? now) - now)}`;
    case 'open':
      return due === null ? 'No due date' : `Due ${fromNow(due - now)}`;
  }
}

function fromNow(ms: number): string {
  const words = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
  const size = Math.abs(ms);
  if (size >= 2 * day) return words.format(Math.round(ms / day), 'day');
  if (size >= 2 * hour) return words.format(Math.round(ms / hour), 'hour');
  return words.format(Math.trunc(ms / minute), 'minute');
}
