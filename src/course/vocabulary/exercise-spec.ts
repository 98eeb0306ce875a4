/** An exercise as its author wrote it, read. */

export const exerciseKinds = ['complete', 'fix', 'shape', 'write', 'score', 'order'] as const;
export type ExerciseKind = (typeof exerciseKinds)[number];

/** What each kind asks of the reader. */
export const kindWords: Record<ExerciseKind, string> = {
  complete: 'complete the code',
  fix: 'fix the bug',
  shape: 'predict the shape',
  write: 'write it from scratch',
  score: 'reach the score',
  order: 'put the lines in order',
};

/** A text of the exercise, and where it stands in the file. */
export interface Fence {
  source: string;
  /** The line of the fence, and how far the code is indented. */
  place: { line: number; indent: number };
}

/** One set of numbers. */
export interface Variant {
  /** `const ride = {"start":3};`, a cell's text. */
  source: string;
  /** Every number in it by its path (`ride.start`), as prose prints it. */
  numbers: Record<string, string>;
}

export interface ExerciseSpec {
  id: string;
  title: string;
  kind: ExerciseKind;
  /** As on a cell's fence. */
  room: number | null;
  narrow: number | null;
  /** The generator of numbers and what it gave; the first set is what the page shows. */
  variant: { fence: Fence; sets: Variant[] } | null;
  /** What the reader begins with. Of lines to put in order: those of the solution, out of order. */
  starter: Fence;
  solution: Fence;
  check: Fence;
  hints: number;
}

/** The cell in which the reader works. */
export const workCell = (exercise: string): string => `${exercise}-code`;

/** The cell that nobody sees: it holds the numbers. */
export const givenCell = (exercise: string): string => `${exercise}-given`;
