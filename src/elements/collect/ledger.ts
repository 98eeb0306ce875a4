/** The rows of the table: worked out again only for those whose files changed. */
import { findPart, type Assignable } from '../../teaching/assignable.ts';
import { keyOf, type Assignment, type Item } from '../../teaching/assignment.ts';
import { groupEntries, toRow, type Entry, type Row } from '../../teaching/collection.ts';
import { nearExtensions } from '../../teaching/dates.ts';
import type { Flag } from '../../teaching/marks.ts';
import { fold } from '../../teaching/names.ts';
import { ownerOf } from '../../teaching/owner.ts';

/** A fact for the teacher's eye, and in how many parts it is so. */
export interface Fact {
  words: string;
  count: number;
}

export interface Line {
  /** The student, as names are compared. */
  key: string;
  /** Of the file that counts, among all. */
  place: number;
  row: Row;
  /** Parts handed in, and how many of them were run or marked again. */
  handed: number;
  ran: number;
  /** Parts in which the file says something else than was found. */
  differ: number;
  facts: readonly Fact[];
}

const short: Record<Flag, string> = {
  'claimed more': 'says more than was found',
  'claimed less': 'says less than was found',
  'lesson changed': 'lesson changed since',
  tries: 'more tries than count',
  hints: 'hints opened',
  'solution seen': 'solution opened',
  'not comparable': 'not in the course any more',
};

export interface Ledger {
  lines(assignment: Assignment, entries: readonly Entry[]): readonly Line[];
}

/** @param course while it is not there, nothing has changed */
export function createLedger(course: Assignable | null): Ledger {
  const hashes = new Map<string, string | undefined>();
  const now = (item: Item): string | undefined => {
    if (!course) return item.hash;
    const key = keyOf(item);
    if (!hashes.has(key)) hashes.set(key, findPart(course, item)?.part.hash);
    return hashes.get(key);
  };
  let of: Assignment | undefined;
  let known = new Map<Entry, Line>();
  return {
    lines(assignment, entries) {
      if (of !== assignment) known = new Map();
      of = assignment;
      const places = new Map(entries.map((entry, place) => [entry, place]));
      const lines = groupEntries(entries).flatMap(([entry, ...others]): Line[] => {
        if (!entry) return [];
        const before = known.get(entry);
        const place = places.get(entry) ?? -1;
        if (before?.place === place && sameFiles(before.row.others, others)) return [before];
        return [toLine(assignment, toRow(assignment, entry, others, now), place)];
      });
      known = new Map(lines.map((line) => [line.row.entry, line]));
      return lines;
    },
  };
}

const sameFiles = (a: readonly Entry[], b: readonly Entry[]): boolean =>
  a.length === b.length && a.every((entry, i) => entry === b[i]);

function toLine(assignment: Assignment, row: Row, place: number): Line {
  const { items } = assignment;
  const { marks, entry } = row;
  const there = items.filter((_, i) => (marks[i]?.claimed ?? null) !== null);
  const handed = there.length;
  const ran = there.filter((item) => entry.found.has(keyOf(item))).length;
  const differ = marks.filter(({ flags }) =>
    flags.some((flag) => flag === 'claimed more' || flag === 'claimed less'),
  ).length;
  return { key: fold(row.student), place, row, handed, ran, differ, facts: factsOf(row, assignment) };
}

function factsOf({ student, late, marks, entry, others }: Row, assignment: Assignment): Fact[] {
  const counts = new Map<Flag, number>();
  for (const { flags } of marks) for (const flag of flags) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  const facts = [...counts].map(([flag, count]) => ({ words: short[flag], count }));
  if (entry.intact === false) facts.push({ words: 'file changed after it was made', count: 1 });
  const near = late ? nearExtensions(assignment, student) : [];
  if (near.length > 0) {
    const named = near.slice(0, 3).map((each) => `“${each.student}”`);
    facts.push({ words: `late; there is another date for ${named.join(', ')}`, count: 1 });
  }
  if (others.length > 0) facts.push({ words: 'several files under this name', count: 1 });
  if (others.some(({ submission }) => submission.made > entry.submission.made))
    facts.push({ words: 'a newer file does not count', count: 1 });
  const accounts = new Set([entry, ...others].flatMap(({ file }) => ownerOf(file)?.id ?? []));
  if (accounts.size > 1) facts.push({ words: 'handed in from different accounts', count: accounts.size });
  return facts;
}

export type Order = 'name' | 'total' | 'facts';
export type Only = 'all' | 'facts' | 'late';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Names from A to Z; the most points, or facts, first. `turned` is the other way round. */
export function arrange(
  lines: readonly Line[],
  { order, turned, only }: { order: Order; turned: boolean; only: Only },
): Line[] {
  const byName = (a: Line, b: Line): number => collator.compare(a.row.student, b.row.student);
  const sum = ({ facts }: Line): number => facts.reduce((all, { count }) => all + count, 0);
  const by = {
    name: byName,
    total: (a: Line, b: Line) => b.row.total - a.row.total,
    facts: (a: Line, b: Line) => sum(b) - sum(a),
  }[order];
  const sign = turned ? -1 : 1;
  return lines
    .filter((line) => only === 'all' || (only === 'late' ? line.row.late : line.facts.length > 0))
    .sort((a, b) => sign * by(a, b) || byName(a, b));
}

export interface Sums {
  students: number;
  /** Students all of whose parts were run again. */
  whole: number;
  /** Parts handed in, and run again. */
  handed: number;
  ran: number;
  /** Students whose file says something else than was found. */
  differ: number;
}

export const sumUp = (lines: readonly Line[]): Sums => ({
  students: lines.length,
  whole: lines.filter(({ handed, ran }) => ran === handed).length,
  handed: lines.reduce((sum, { handed }) => sum + handed, 0),
  ran: lines.reduce((sum, { ran }) => sum + ran, 0),
  differ: lines.filter(({ differ }) => differ > 0).length,
});
