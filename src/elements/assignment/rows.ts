/** The parts of an assignment as a page lists them: by lesson, in the teacher's order. */
import { findPart, type Assignable } from '../../teaching/assignable.ts';
import { keyOf, sameContent, type Assignment, type Item } from '../../teaching/assignment.ts';
import { standingOf, type Standing } from '../../teaching/handover.ts';
import { siteAddress } from '../files/address.ts';
import type { WorkOf } from './work.ts';

export interface Row {
  item: Item;
  title: string;
  address: string;
  /** `null` while it is not known. */
  standing: Standing | null;
  /** Something that a reader should know of it. */
  note: string | null;
}

export interface Group {
  lesson: string;
  title: string;
  address: string;
  rows: Row[];
}

/** @param course `null` where it could not be fetched: then ids stand for titles */
export function groupsOf(assignment: Assignment, course: Assignable | null, work: WorkOf | null): Group[] {
  const standings = work ? standingsOf(assignment, course, work) : null;
  const groups: Group[] = [];
  for (const item of assignment.items) {
    const found = course ? findPart(course, item) : undefined;
    const address = siteAddress(`${item.lesson}/`);
    if (groups.at(-1)?.lesson !== item.lesson)
      groups.push({ lesson: item.lesson, title: lessonTitle(course, item.lesson), address, rows: [] });
    groups.at(-1)?.rows.push({
      item,
      title: found?.part.title ?? item.part,
      address: `${address}#${item.part}`,
      standing: standings?.get(keyOf(item)) ?? null,
      note: noteOf(item, course, found?.part.hash),
    });
  }
  return groups;
}

function noteOf(item: Item, course: Assignable | null, hash: string | undefined): string | null {
  if (!course) return null;
  if (hash === undefined) return 'The course does not list it now.';
  return sameContent(hash, item.hash) ? null : 'The lesson’s text has changed since it was given out.';
}

const standingsOf = (assignment: Assignment, course: Assignable | null, work: WorkOf) =>
  standingOf(assignment, work, (item) => {
    const found = course ? findPart(course, item) : undefined;
    // Unknown: some of it was done, and nobody can tell whether it was all.
    return found?.part.keys.length ?? Infinity;
  });

export const lessonTitle = (course: Assignable | null, lesson: string): string =>
  course?.chapters.flatMap(({ lessons }) => lessons).find(({ id }) => id === lesson)?.title ?? lesson;

export const itemTitle = (course: Assignable | null, item: Item): string =>
  (course && findPart(course, item)?.part.title) ?? item.part;

export interface Count {
  done: number;
  of: number;
}

export const countOf = (groups: readonly Group[]): Count => {
  const rows = groups.flatMap(({ rows }) => rows);
  return { done: rows.filter(({ standing }) => standing === 'done').length, of: rows.length };
};
