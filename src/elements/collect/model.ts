/** What the page's parts show, and what they can ask for. */
import type { LessonRecord } from '../../learning/lesson-record.ts';
import type { Assignment, Item } from '../../teaching/assignment.ts';
import type { SimilarGroup } from '../../teaching/similar.ts';
import type { Desk, Question } from './desk.ts';
import type { CanvasRosterFile, Handing, Taken } from './exports.ts';
import type { Line, Only, Order, Sums } from './ledger.ts';
import type { Phase } from './runner.ts';
import type { Source } from './sources.ts';

/** What the teacher chose to look at. */
export interface Look {
  order: Order;
  turned: boolean;
  only: Only;
  /** The student who is open, as `Line.key`. */
  open: string | null;
  /** Of the likeness that is open, its place in the list. */
  pair: number | null;
  handing: Handing;
  /** What was typed for points and is no number, of the student who is open, by `keyOf`. */
  misread: ReadonlyMap<string, Misread>;
}

export interface Misread {
  text: string;
  /** A sentence that says what stays. */
  fault: string;
}

export interface Model {
  desk: Desk;
  look: Look;
  lines: readonly Line[];
  /** In the order of the table, without those that the filter hides. */
  shown: readonly Line[];
  sums: Sums;
  run: { phase: Phase; trouble: string; left: number | null };
  /** Files read of those that were brought, while they are read. */
  reading: number | null;
  likeness: readonly SimilarGroup[] | string | null;
  records: ReadonlyMap<string, LessonRecord>;
  /** A question of a quiz, as the lesson asks it; its id while nobody knows. */
  askedIn(item: Item, question: string): string;
  /** Choices, items and rows of questions in words, by their keys; empty while nobody knows. */
  choices: ReadonlyMap<string, string>;
  titleOf(item: Item): string;
  /** What a link said when it was pasted and could not be read. */
  linkFault: string | null;
  roster: CanvasRosterFile | { fault: string } | null;
  /** What was last given out as a file, and what is not in it. */
  taken: Taken | null;
  said: string;
  unsaved: boolean;
  acts: Acts;
}

export interface WithAssignment extends Model {
  assignment: Assignment;
}

export interface Acts {
  bring(sources: Iterable<Source> | AsyncIterable<Source>): Promise<void>;
  bringLink(text: string): Promise<void>;
  answer(question: Question, yes: boolean): void;
  clearRefused(): void;
  runAgain(): void;
  stop(): void;
  look(change: Partial<Look>): void;
  open(key: string): void;
  close(): void;
  /** To the student before or behind. */
  step(by: 1 | -1): void;
  rerun(place: number, item: Item): void;
  /** The file that counts for its student. */
  choose(place: number): void;
  points(place: number, item: Item, points: number | null): void;
  misread(item: Item, misread: Misread): void;
  comment(place: number, key: string, text: string): void;
  roster(file: File): Promise<void>;
  save(what: 'csv' | 'canvas' | 'moodle' | 'feedback' | 'work'): Promise<void>;
}
