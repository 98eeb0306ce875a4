/** What a class has handed in for one assignment, what running it again showed, and what the teacher made of it. */
import { keyOf, type Assignment, type Item } from './assignment.ts';
import { dueFor } from './dates.ts';
import { markItem, roundPoints, type Found, type Mark } from './marks.ts';
import type { StudentMarks } from './gradebook.ts';
import { fold } from './names.ts';
import { ownerOf } from './owner.ts';
import type { Handed, ReadSubmission, Submission } from './submission.ts';

/** One file that was taken in. */
export interface Entry {
  /** Name of the file, with its folders where it came with them: the only name there is where students type none. */
  file: string;
  submission: Submission;
  intact: boolean | null;
  /** By item, as `keyOf` names it. */
  found: ReadonlyMap<string, Found>;
  /** Points by the teacher's hand. */
  points: ReadonlyMap<string, number>;
  /** To the student, by item; that to the whole has the key ''. */
  comments: ReadonlyMap<string, string>;
  /** The teacher has chosen it: it counts, whatever else came under this name. */
  chosen?: true | undefined;
}

export interface Collection {
  assignment: Assignment;
  entries: readonly Entry[];
}

/** Files of one class. */
export const mostEntries = 1_000;

/** @returns the collection with this file in it, or why it was not taken; `again` where nothing is wrong with it */
export function takeIn(
  { assignment, entries }: Collection,
  file: string,
  { submission, intact }: ReadSubmission,
): Collection | { fault: string; again?: true } {
  if (submission.assignment.id !== assignment.id)
    return { fault: `It answers another assignment: “${submission.assignment.title}”.` };
  if (entries.length >= mostEntries)
    return { fault: `There are ${mostEntries} files already. Take the rest in on a page of its own.` };
  const same = entries.find((entry) => isSame(entry, { file, submission }));
  if (same) return { fault: hereAs(same.file), again: true };
  const none = { found: new Map(), points: new Map(), comments: new Map() };
  return { assignment, entries: [...entries, { file, submission, intact, ...none }] };
}

export const hereAs = (file: string): string => `It is here already, as “${file}”.`;

type Handing = Pick<Entry, 'file' | 'submission'>;

/** The same work of the same student; a copy that another one handed in is that one's. */
export function isSame(a: Handing, b: Handing): boolean {
  const [one, other] = [a.submission, b.submission];
  if (one.made !== other.made || one.student !== other.student) return false;
  const [owner, second] = [ownerOf(a.file), ownerOf(b.file)];
  if (one.student.trim() === '' && owner && second && owner.id !== second.id) return false;
  return JSON.stringify(one.items) === JSON.stringify(other.items);
}

/** Who handed in: as typed, or else as the learning platform or the student has called the file. */
export const nameOf = ({ file, submission }: Handing): string =>
  submission.student.trim() || ownerOf(file)?.name || baseOf(file);

const baseOf = (path: string): string =>
  (path.split('/').at(-1) ?? path).replace(/\.descent(\.json)?(\.gz)?$|\.json(\.gz)?$|\.gz$/u, '');

export const handedIn = ({ submission }: Entry, item: Item): Handed | undefined =>
  submission.items.find((each) => keyOf(each) === keyOf(item));

/** One student's row: one file counts, the newest or the one that was chosen; others are kept beside it. */
export interface Row {
  student: string;
  entry: Entry;
  /** The newest first. */
  others: readonly Entry[];
  /** By the clock of the student's machine, against the date that the teacher keeps. */
  late: boolean;
  /** By item, in the assignment's order. */
  marks: readonly Mark[];
  /** As the teacher has them, or else as they were found. */
  points: readonly (number | null)[];
  total: number;
}

/** @param now the hash of a part as the course has it now; `undefined` where it has it no longer */
export const rowsOf = ({ assignment, entries }: Collection, now: (item: Item) => string | undefined): Row[] =>
  groupEntries(entries).flatMap(([entry, ...others]) =>
    entry ? [toRow(assignment, entry, others, now)] : [],
  );

/** Each student's files: first the one that counts, then the newest. */
export function groupEntries(entries: readonly Entry[]): Entry[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = fold(nameOf(entry));
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return [...groups.values()].map((group) => group.sort(byRank));
}

const byRank = (a: Entry, b: Entry): number =>
  Number(b.chosen ?? false) - Number(a.chosen ?? false) || b.submission.made - a.submission.made;

/** @param others files of the same student, which do not count */
export function toRow(
  assignment: Assignment,
  entry: Entry,
  others: readonly Entry[],
  now: (item: Item) => string | undefined,
): Row {
  const student = nameOf(entry);
  const due = dueFor(assignment, student);
  // Of a part that stands in the file twice the first counts, here as everywhere.
  const handed = new Map(entry.submission.items.toReversed().map((each) => [keyOf(each), each]));
  const marks = assignment.items.map((item) =>
    markItem(item, assignment.policy, {
      handed: handed.get(keyOf(item)),
      found: entry.found.get(keyOf(item)),
      now: now(item),
    }),
  );
  const points = assignment.items.map((item, i) => entry.points.get(keyOf(item)) ?? marks[i]?.points ?? null);
  const total = roundPoints(points.reduce<number>((sum, each) => sum + (each ?? 0), 0));
  const late = due !== null && entry.submission.made > due;
  return { student, entry, others, late, marks, points, total };
}

/**
 * A row as gradebooks take it.
 *
 * @param titles of the parts, by `keyOf`, in their order: each comment to a part begins with its title
 */
export function toMarks(
  { student, entry, points, total, late }: Row,
  titles: ReadonlyMap<string, string>,
): StudentMarks {
  const comments = ['', ...titles.keys()].flatMap((key) => {
    const text = entry.comments.get(key)?.trim() ?? '';
    const title = titles.get(key);
    return text === '' ? [] : [title === undefined ? text : `${title}: ${text}`];
  });
  return {
    ...{ student, key: entry.submission.student.trim(), points, total, late },
    comment: comments.join('\n'),
  };
}

/** The entries with this one counting for its student; the newest needs no choice. */
export function chooseEntry(entries: readonly Entry[], chosen: Entry): Entry[] {
  const name = fold(nameOf(chosen));
  const group = entries.filter((entry) => fold(nameOf(entry)) === name);
  const isNewest = group.every(({ submission }) => submission.made <= chosen.submission.made);
  return entries.map((entry) => {
    if (!group.includes(entry)) return entry;
    const rest = { ...entry };
    delete rest.chosen;
    return entry === chosen && !isNewest ? { ...rest, chosen: true } : rest;
  });
}

/** The collection with one entry changed. */
export const withEntry = (
  { assignment, entries }: Collection,
  of: Entry,
  change: Partial<Pick<Entry, 'found' | 'points' | 'comments'>>,
): Collection => ({
  assignment,
  entries: entries.map((entry) => (entry === of ? { ...entry, ...change } : entry)),
});
