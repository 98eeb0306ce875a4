/** What a check is made from: the lesson as built, and the reader's texts as they stand. */
import type { CheckJob } from '../kernel/check/check.ts';
import { toText } from '../kernel/cell-text.ts';
import type { CellText } from '../kernel/protocol.ts';
import type { ExerciseRecord, LessonRecord } from './lesson-record.ts';

/**
 * @param text the reader's text of a cell, or `null` where there is none but the lesson's own
 * @throws Error with a sentence for the reader where the lesson has no such exercise
 */
export function toCheckJob(
  record: LessonRecord,
  exercise: string,
  text: (cell: string) => string | null,
  seed: number,
): CheckJob {
  const found = record.exercises.find(({ id }) => id === exercise);
  if (!found) throw new Error('What the server sent does not hold this exercise. Reload the page.');
  const given = givenOf(found, text);
  const cells = record.cells.map(({ id }) => (given?.id === id ? given : toText(record.cells, id, text(id))));
  return {
    ...{ lesson: record.lesson, seed, cells, cell: found.cell },
    check: found.check.compiled,
    given: given ? [given] : [],
  };
}

/** The numbers that stand now; those that the lesson has no longer give way to its own. */
function givenOf({ title, given }: ExerciseRecord, text: (cell: string) => string | null): CellText | null {
  const now = given && text(given.cell);
  const set = given?.sets.find(({ source }) => source === now) ?? given?.sets[0];
  return given && set ? { id: given.cell, title, source: set.source, compiled: set.compiled } : null;
}
