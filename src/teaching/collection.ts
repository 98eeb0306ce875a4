/** What a class has handed in for one assignment, what running it again showed, and what the teacher made of it. */
import { keyOf, type Assignment, type Item } from './assignment.ts';
import { dueFor } from './dates.ts';
import { markItem, roundPoints, type Found, type Mark } from './marks.ts';
import type { StudentMarks } from './gradebook.ts';
import { fold } from './names.ts';
import type { Handed, ReadSubmission, Submission } from './submission.ts';

/** One file that was taken in. */
export interface Entry {
  /** Name of the file: the only name there is where students type none. */
  file: string;
  submission: Submission;
  intact: boolean | null;
  /** By item, as `keyOf` names it. */
  found: ReadonlyMap<string, Found>;
  /** Points by the teacher's hand. */
  points: ReadonlyMap<string, number>;
  /** To the student, by item; that to the whole has the key ''. */
  comments: ReadonlyMap<string, string>;
}

export interface Collection {
  assignment: Assignment;
  entries: readonly Entry[];
}

/** Files of one class. */
export const mostEntries = 1_000;

/** @returns the collection with this file in it, or why it was not taken */
export function takeIn(
  { assignment, entries }: Collection,
  file: string,
  { submission, intact }: ReadSubmission,
): Collection | { fault: string } {
  if (submission.assignment.id !== assignment.id)
    return { fault: `It answers another assignment: “${submission.assignment.title}”.` };
  if (entries.length >= mostEntries)
    return { fault: `There are ${mostEntries} files already. Take the rest in on a page of its own.` };
  const same = entries.find((entry) => isSame(entry.submission, submission));
  if (same) return { fault: `It is the same as “${same.file}”.` };
  const none = { found: new Map(), points: new Map(), comments: new Map() };
  return { assignment, entries: [...entries, { file, submission, intact, ...none }] };
}

const isSame = (a: Submission, b: Submission): boolean =>
  a.made === b.made && a.student === b.student && JSON.stringify(a.items) === JSON.stringify(b.items);

/** Who handed in: as typed, or else as the file is called. */
export const nameOf = ({ file, submission }: Entry): string =>
  submission.student.trim() || file.replace(/\.descent(\.json)?(\.gz)?$|\.json(\.gz)?$|\.gz$/u, '');

export const handedIn = ({ submission }: Entry, item: Item): Handed | undefined =>
  submission.items.find((each) => keyOf(each) === keyOf(item));

/** One student's row: the newest file counts, older ones are kept beside it. */
export interface Row {
  student: string;
  entry: Entry;
  older: readonly Entry[];
  /** By the clock of the student's machine, against the date that the teacher keeps. */
  late: boolean;
  /** By item, in the assignment's order. */
  marks: readonly Mark[];
  /** As the teacher has them, or else as they were found. */
  points: readonly (number | null)[];
  total: number;
}

/** @param now the hash of a part as the course has it now; `undefined` where it has it no longer */
export function rowsOf({ assignment, entries }: Collection, now: (item: Item) => string | undefined): Row[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = fold(nameOf(entry));
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const [entry, ...older] = [...group].sort((a, b) => b.submission.made - a.submission.made);
    return entry ? [toRow(assignment, entry, older, now)] : [];
  });
}

function toRow(
  assignment: Assignment,
  entry: Entry,
  older: readonly Entry[],
  now: (item: Item) => string | undefined,
): Row {
  const student = nameOf(entry);
  const due = dueFor(assignment, student);
  const marks = assignment.items.map((item) =>
    markItem(item, assignment.policy, {
      handed: handedIn(entry, item),
      found: entry.found.get(keyOf(item)),
      now: now(item),
    }),
  );
  const points = assignment.items.map((item, i) => entry.points.get(keyOf(item)) ?? marks[i]?.points ?? null);
  const total = roundPoints(points.reduce<number>((sum, each) => sum + (each ?? 0), 0));
  const late = due !== null && entry.submission.made > due;
  return { student, entry, older, late, marks, points, total };
}

/** A row as gradebooks take it. */
export const toMarks = ({ student, entry, points, total, late }: Row): StudentMarks => ({
  ...{ student, key: entry.submission.student.trim(), points, total, late },
  comment: [...entry.comments.values()].filter((text) => text.trim() !== '').join('\n'),
});

/** The collection with one entry changed. */
export const withEntry = (
  { assignment, entries }: Collection,
  of: Entry,
  change: Partial<Pick<Entry, 'found' | 'points' | 'comments'>>,
): Collection => ({
  assignment,
  entries: entries.map((entry) => (entry === of ? { ...entry, ...change } : entry)),
});
