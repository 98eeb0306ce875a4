/** The files that leave the page: gradebooks, feedback, and the work to go on with. */
import { strToU8, zipSync } from 'fflate';
import { keyOf, type Assignment, type Item } from '../../teaching/assignment.ts';
import { toMarks } from '../../teaching/collection.ts';
import { readCsv } from '../../teaching/csv.ts';
import { feedbackFor } from '../../teaching/feedback.ts';
import { nameFeedback } from '../../teaching/feedback-files.ts';
import { readCollection, writeCollection } from '../../teaching/files.ts';
import { canvasCsv } from '../../teaching/gradebook-canvas.ts';
import { moodleCsv } from '../../teaching/gradebook-moodle.ts';
import { plainCsv, type LeftOut, type MarkedAssignment } from '../../teaching/gradebook.ts';
import { slug } from '../../teaching/names.ts';
import type { Desk } from './desk.ts';
import { arrange, type Line } from './ledger.ts';

/** How the teacher wants the files. */
export interface Handing {
  separator: ',' | ';';
  bom: boolean;
  by: 'username' | 'email' | 'idnumber';
  /** Feedback in the folders in which Moodle gave the work out. */
  folders: boolean;
}

export interface CanvasRosterFile {
  name: string;
  rows: readonly (readonly string[])[];
}

/** What was given out, and what the teacher should know of it. */
export interface Taken {
  name: string;
  leftOut: readonly LeftOut[];
  /** Students whose row was found by their name alone. */
  byName: readonly string[];
  warnings: readonly string[];
}

export interface Given extends Taken {
  content: string | Uint8Array<ArrayBuffer>;
  type: string;
}

interface Books {
  assignment: Assignment;
  lines: readonly Line[];
  titleOf(item: Item): string;
  askedIn(item: Item, question: string): string;
}

const nothing = { leftOut: [], byName: [], warnings: [] } as const;
const text = (name: string, content: string, more: Partial<Taken> = {}): Given => ({
  ...{ ...nothing, ...more, name, content },
  type: 'text/csv;charset=utf-8',
});
const nameOf = ({ title }: Assignment, ending: string): string => `${slug(title, 'assignment')}${ending}`;

const inOrder = (lines: readonly Line[]): Line[] =>
  arrange(lines, { order: 'name', turned: false, only: 'all' });

function marked({ assignment, lines, titleOf }: Books): MarkedAssignment {
  const titles = new Map(assignment.items.map((item) => [keyOf(item), titleOf(item)]));
  return {
    title: assignment.title,
    items: assignment.items.map((item) => ({ title: titleOf(item), points: item.points })),
    students: inOrder(lines).map(({ row }) => toMarks(row, titles)),
  };
}

export const toPlain = (books: Books, { separator, bom }: Handing): Given =>
  text(nameOf(books.assignment, '.csv'), plainCsv(marked(books), { separator, bom }));

export function toCanvas(books: Books, roster: CanvasRosterFile | null): Given | { fault: string } {
  const file = canvasCsv(marked(books), roster?.rows);
  return 'fault' in file ? file : text(nameOf(books.assignment, '-canvas.csv'), file.text, file);
}

export function toMoodle(books: Books, { by }: Handing): Given {
  const file = moodleCsv(marked(books), { by });
  return text(nameOf(books.assignment, '-moodle.csv'), file.text, file);
}

export function toFeedback({ assignment, lines, titleOf, askedIn }: Books, { folders }: Handing): Given {
  const rows = inOrder(lines).map(({ row }) => row);
  const files = nameFeedback(rows, { moodle: folders }).map(
    ({ row, path }) => [path, strToU8(feedbackFor(row, assignment, { titleOf, askedIn }))] as const,
  );
  return {
    ...nothing,
    name: nameOf(assignment, '-feedback.zip'),
    content: Uint8Array.from(zipSync(Object.fromEntries(files))),
    type: 'application/zip',
  };
}

export async function toWork(assignment: Assignment, { entries }: Desk): Promise<Given> {
  const content = await writeCollection({ assignment, entries });
  // Tomorrow would be too late to say it.
  const read = await readCollection(content);
  if ('fault' in read)
    throw new Error(
      `The work was not saved: the file could not be opened again. ${read.fault} The largest of what was handed in: ${largestOf(entries).join(', ')}. Take the class in in two halves.`,
    );
  return {
    ...nothing,
    name: nameOf(assignment, '.collection.descent.gz'),
    content,
    type: 'application/gzip',
  };
}

/** `“ada.gz” (1.2 MB)`: of texts, because they are what can be much. */
const largestOf = (entries: Desk['entries']): string[] =>
  entries
    .map(({ file, submission }) => ({ file, size: JSON.stringify(submission).length }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 3)
    .map(
      ({ file, size }) =>
        `“${file}” (${size < 1e6 ? `${Math.ceil(size / 1e3)} kB` : `${(size / 1e6).toFixed(1)} MB`})`,
    );

/** @returns a gradebook that Canvas gave out, or why it is none */
export function readRosterFile(name: string, content: string): CanvasRosterFile | { fault: string } {
  const read = readCsv(content);
  if ('fault' in read) return read;
  const probe = canvasCsv({ title: '', items: [], students: [] }, read.rows);
  return 'fault' in probe ? probe : { name, rows: read.rows };
}

export const whyLeftOut: Readonly<Record<LeftOut['why'], string>> = {
  'no key': 'typed nothing that identifies a user',
  'not in the roster': 'is not in the gradebook that you opened',
  'several rows fit': 'fits several rows of the gradebook',
  'several students claim it': 'has the same identifier as somebody else',
  'nothing handed in': 'has no points yet: nothing was run again, or nothing handed in',
};
