/** What lies on the teacher's desk, and how it changes: no page, no files, no clock. */
import { keyOf, type Assignment, type Item } from '../../teaching/assignment.ts';
import {
  chooseEntry,
  hereAs,
  isSame,
  mostEntries,
  takeIn,
  type Collection,
  type Entry,
} from '../../teaching/collection.ts';
import type { Found } from '../../teaching/marks.ts';
import { mergeCollections } from '../../teaching/merge.ts';
import { ownerOf } from '../../teaching/owner.ts';
import type { ReadSubmission } from '../../teaching/submission.ts';
import type { Brought } from '../../teaching/brought.ts';

export interface Waiting {
  file: string;
  read: ReadSubmission;
}

export interface Refused {
  file: string;
  why: string;
  /** Nothing is wrong with it: it is here already. */
  again?: true;
}

/** Something that is not done without the teacher's yes. */
export type Question =
  | { kind: 'assignment'; file: string; assignment: Assignment }
  | { kind: 'collection'; file: string; collection: Collection };

export interface Desk {
  assignment: Assignment | null;
  /** Where the assignment is from; a link does not hold the extensions of others. */
  from: { kind: 'file' | 'link' | 'saved'; name: string } | null;
  /** Only ever made longer: the place of an entry stays, until another assignment is taken. */
  entries: readonly Entry[];
  /** Handed in before the assignment was there. */
  waiting: readonly Waiting[];
  refused: readonly Refused[];
  questions: readonly Question[];
  /** Changes when places do not mean what they meant. */
  era: number;
}

export const emptyDesk: Desk = {
  ...{ assignment: null, from: null, entries: [], waiting: [], refused: [], questions: [], era: 0 },
};

/** Files that are listed as not taken. */
const mostRefused = 2_000;

export interface Bringing {
  file: string;
  what: Brought;
  /** What it came in: nothing that lies where students' files do speaks for the teacher. */
  inside: 'folder' | 'zip' | 'others' | null;
}

/** The desk with one more file on it. */
export function bring(desk: Desk, { file, what, inside }: Bringing): Desk {
  switch (what.kind) {
    case 'fault':
      return refuse(desk, file, what.fault);
    case 'submission':
      return submit(desk, { file, read: what.read });
    case 'assignment':
    case 'collection':
      if (inside === 'zip' || ownerOf(file)) return refuse(desk, file, among[what.kind]);
      // Results in it would be believed: among a class's files it may be anybody's.
      if (inside === 'folder' || (inside === 'others' && what.kind === 'collection'))
        return ask(desk, { ...what, file });
      return what.kind === 'assignment'
        ? bringAssignment(desk, file, what.assignment)
        : bringCollection(desk, file, what.collection);
  }
}

const among = {
  assignment: 'It is an assignment, and lay among what was handed in. If it is yours, bring it by itself.',
  collection:
    'It is a class’s work as this page saves it, and lay among what was handed in. If it is yours, bring it by itself.',
} as const;

export const refuse = (desk: Desk, file: string, why: string): Desk => list(desk, { file, why });

const list = (desk: Desk, one: Refused): Desk => ({
  ...desk,
  refused: [...desk.refused, one].slice(-mostRefused),
});

function submit(desk: Desk, { file, read }: Waiting): Desk {
  if (desk.assignment) {
    const next = takeIn({ assignment: desk.assignment, entries: desk.entries }, file, read);
    if ('entries' in next) return { ...desk, entries: next.entries };
    const { fault, again } = next;
    return list(desk, { file, why: fault, ...(again && { again }) });
  }
  const same = desk.waiting.find((each) => isSame(toHanding(each), { file, submission: read.submission }));
  if (same) return list(desk, { file, why: hereAs(same.file), again: true });
  if (desk.waiting.length >= mostEntries)
    return refuse(desk, file, `${mostEntries} files wait for their assignment already.`);
  return { ...desk, waiting: [...desk.waiting, { file, read }] };
}

const toHanding = ({ file, read }: Waiting) => ({ file, submission: read.submission });

function bringAssignment(desk: Desk, file: string, assignment: Assignment): Desk {
  const { assignment: now, from } = desk;
  if (now && JSON.stringify(now) === JSON.stringify(assignment))
    return from?.kind === 'file' ? desk : { ...desk, from: { kind: 'file', name: file } };
  // What was taken from a link waits for the teacher's own file.
  if (!now || (now.id === assignment.id && from?.kind !== 'file'))
    return putAssignment(desk, assignment, { kind: 'file', name: file });
  return ask(desk, { kind: 'assignment', file, assignment });
}

/** A link, which somebody pasted. */
export function bringLink(desk: Desk, assignment: Assignment): Desk {
  if (!desk.assignment) return putAssignment(desk, assignment, { kind: 'link', name: '' });
  if (desk.assignment.id === assignment.id) return desk;
  return ask(desk, { kind: 'assignment', file: 'the link', assignment });
}

function bringCollection(desk: Desk, file: string, collection: Collection): Desk {
  const empty = !desk.assignment && desk.entries.length === 0 && desk.waiting.length === 0;
  return empty ? putCollection(desk, file, collection) : ask(desk, { kind: 'collection', file, collection });
}

const ask = (desk: Desk, question: Question): Desk => ({
  ...desk,
  questions: [...desk.questions, question].slice(-20),
});

/** The teacher's answer. */
export function settle(desk: Desk, question: Question, yes: boolean): Desk {
  const rest = { ...desk, questions: desk.questions.filter((each) => each !== question) };
  if (!yes) return refuse(rest, question.file, 'It was left aside.');
  return question.kind === 'assignment'
    ? putAssignment(rest, question.assignment, {
        kind: question.file === 'the link' ? 'link' : 'file',
        name: question.file,
      })
    : putCollection(rest, question.file, question.collection);
}

/** From now on it counts; what was handed in for another one is told apart again. */
function putAssignment(desk: Desk, assignment: Assignment, from: NonNullable<Desk['from']>): Desk {
  if (desk.assignment?.id === assignment.id) return { ...desk, assignment, from };
  const again = [
    ...desk.entries.map(({ file, submission, intact }) => ({ file, read: { submission, intact } })),
    ...desk.waiting,
  ];
  const fresh: Desk = { ...desk, assignment, from, entries: [], waiting: [], era: desk.era + 1 };
  return again.reduce(submit, fresh);
}

function putCollection(desk: Desk, file: string, saved: Collection): Desk {
  const from = { kind: 'saved', name: file } as const;
  const { assignment } = desk;
  if (assignment?.id !== saved.assignment.id) {
    const fresh = { ...emptyDesk, refused: desk.refused, era: desk.era + 1 };
    const next: Desk = { ...fresh, assignment: saved.assignment, from, entries: saved.entries };
    return desk.waiting.reduce(submit, next);
  }
  const { collection, lost } = mergeCollections({ assignment, entries: desk.entries }, saved);
  const whole = desk.from?.kind === 'link' ? { assignment: saved.assignment, from } : {};
  const merged = { ...desk, ...whole, entries: collection.entries };
  return lost === 0
    ? merged
    : refuse(merged, file, `${lost} files of it are not taken: there are ${mostEntries}.`);
}

/** What running again showed; several at once, because a class has thousands. */
export interface Result {
  place: number;
  item: Item;
  found: Found;
}

export function withResults(desk: Desk, results: readonly Result[]): Desk {
  const changed = new Map<number, Map<string, Found>>();
  for (const { place, item, found } of results) {
    const entry = desk.entries[place];
    if (!entry) continue;
    const map = changed.get(place) ?? new Map(entry.found);
    changed.set(place, map.set(keyOf(item), found));
  }
  return mapEntries(desk, changed, (entry, found) => ({ ...entry, found }));
}

function mapEntries<T>(
  desk: Desk,
  changed: ReadonlyMap<number, T>,
  change: (entry: Entry, by: T) => Entry,
): Desk {
  const entries = [...desk.entries];
  for (const [place, by] of changed) {
    const entry = entries[place];
    if (entry) entries[place] = change(entry, by);
  }
  return { ...desk, entries };
}

const changeEntry = (desk: Desk, place: number, change: (entry: Entry) => Entry): Desk =>
  mapEntries(desk, new Map([[place, null]]), change);

/** Forgets what was found, so that it is run once more. */
export const forget = (desk: Desk, place: number, item: Item): Desk =>
  changeEntry(desk, place, (entry) => ({ ...entry, found: without(entry.found, keyOf(item)) }));

/** Points by hand; `null` takes them back. */
export const givePoints = (desk: Desk, place: number, item: Item, points: number | null): Desk =>
  changeEntry(desk, place, (entry) => {
    const rest = without(entry.points, keyOf(item));
    return { ...entry, points: points === null ? rest : rest.set(keyOf(item), points) };
  });

/** Which of a student's files counts. */
export function choose(desk: Desk, place: number): Desk {
  const entry = desk.entries[place];
  return entry ? { ...desk, entries: chooseEntry(desk.entries, entry) } : desk;
}

/** @param key of an item, or '' for the whole */
export const comment = (desk: Desk, place: number, key: string, text: string): Desk =>
  changeEntry(desk, place, (entry) => {
    const rest = without(entry.comments, key);
    return { ...entry, comments: text.trim() === '' ? rest : rest.set(key, text.slice(0, 10_000)) };
  });

function without<T>(map: ReadonlyMap<string, T>, key: string): Map<string, T> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
