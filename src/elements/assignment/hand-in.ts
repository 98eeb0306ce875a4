/** The file that a student hands in, made from what this browser keeps. */
import { courseVersion, findPart, type Assignable } from '../../teaching/assignable.ts';
import type { Adopted } from '../../teaching/adopted.ts';
import type { Item } from '../../teaching/assignment.ts';
import { toHandover } from '../../teaching/handover.ts';
import { slug } from '../../teaching/names.ts';
import { gunzip } from '../../teaching/packing.ts';
import { largest, readSubmission, writeSubmission, type Handed } from '../../teaching/submission.ts';
import { fetchCourse } from '../files/course.ts';
import { fetchRecord } from '../session/record.ts';
import { loadWork, type WorkOf } from './work.ts';

/** What of the work would be in the file. */
export const handedOf = (entry: Adopted, work: WorkOf, course: Assignable | null): Handed[] =>
  handover(entry, work, course).items;

const handover = ({ assignment, student }: Adopted, work: WorkOf, course: Assignable | null) =>
  toHandover({
    ...{ assignment, student, work, now: Date.now() },
    course: course ? courseVersion(course) : '',
    hash: (item: Item) => (course ? findPart(course, item)?.part.hash : undefined),
  });

/**
 * Reads afresh what is kept. What cannot be fetched is done without: the file then says less of the course and no less of
 * the work. Rejects with a sentence where no file can be made.
 */
export async function makeFile(entry: Adopted): Promise<Uint8Array<ArrayBuffer>> {
  const { assignment } = entry;
  const lessons = [...new Set(assignment.items.map(({ lesson }) => lesson))];
  const [course, ...records] = await Promise.all([
    fetchCourse().catch(() => null),
    ...lessons.map((lesson) => fetchRecord(lesson).catch(() => null)),
  ]);
  const { work } = await loadWork([assignment], (lesson) =>
    records[lessons.indexOf(lesson)]?.exercises.map(({ id, cell, given }) => ({
      ...{ id, cell, given: given?.cell ?? null },
    })),
  );
  const bytes = await writeSubmission(handover(entry, work, course));
  // A teacher's page would say it too late.
  const read = await readSubmission(bytes);
  if ('fault' in read) throw new Error(`The file would not be readable, so it was not saved. ${read.fault}`);
  return bytes;
}

/** Characters of the file that are shown. */
const shown = 200_000;

/** The file as text, to be looked at. */
export async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const text = JSON.stringify(JSON.parse(await gunzip(bytes, largest.text)), null, 2);
  return text.length <= shown
    ? text
    : `${text.slice(0, shown)}\n… and ${text.length - shown} more characters.`;
}

/** `ada-lovelace-week-3.descent.gz` */
export const fileName = ({ assignment, student }: Adopted): string =>
  `${slug(student, 'work')}-${slug(assignment.title, 'assignment')}.descent.gz`;
