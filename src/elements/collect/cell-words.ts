/** What stands in one cell of the table: what was found, what the file says, and whose points they are. */
import { keyOf, type Item } from '../../teaching/assignment.ts';
import type { Row } from '../../teaching/collection.ts';
import { roundPoints } from '../../teaching/marks.ts';

export interface CellWords {
  /** `waiting`: not run again. `differs`: the file says something else. `gone`: there is nothing to run it against. */
  kind: 'none' | 'waiting' | 'ran' | 'differs' | 'gone';
  /** A mark for the eye beside the points. */
  sign: '' | '≠' | '✎';
  main: string;
  sub: string;
}

export function cellWords(row: Row, item: Item, i: number): CellWords {
  const mark = row.marks[i];
  const points = row.points[i] ?? null;
  const hand = row.entry.points.has(keyOf(item));
  if (!mark || mark.claimed === null)
    return hand
      ? { kind: 'none', sign: '✎', main: `${points ?? 0}`, sub: 'by hand; nothing handed in' }
      : { kind: 'none', sign: '', main: '–', sub: '' };
  const ran = row.entry.found.has(keyOf(item));
  const differs = mark.flags.some((flag) => flag === 'claimed more' || flag === 'claimed less');
  const said = `said ${saidWords(item, mark.claimed)}`;
  if (!ran)
    return hand
      ? { kind: 'waiting', sign: '✎', main: `${points ?? 0}`, sub: `by hand; ${said}` }
      : { kind: 'waiting', sign: '', main: said, sub: 'self-reported' };
  const kind = mark.found === null ? 'gone' : differs ? 'differs' : 'ran';
  if (hand) return { kind, sign: '✎', main: `${points ?? 0}`, sub: differs ? `by hand; ${said}` : 'by hand' };
  if (kind === 'gone') return { kind, sign: '', main: '?', sub: 'not in the course' };
  return { kind, sign: differs ? '≠' : '', main: `${points ?? 0}`, sub: differs ? said : '' };
}

/** What a file says of a part: an exercise is passed or not, a quiz has points. */
export function saidWords(item: Item, claimed: number): string {
  if (item.kind === 'exercise') return claimed === 1 ? 'passed' : 'not passed';
  return `${roundPoints(claimed * item.points)} of ${item.points}`;
}
