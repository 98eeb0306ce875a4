/** What of a collection is still to be run again or marked again. */
import { toCheckJob } from '../learning/check-job.ts';
import type { ExerciseRecord, LessonRecord } from '../learning/lesson-record.ts';
import { findPart, type Assignable } from './assignable.ts';
import { keyOf, type Item } from './assignment.ts';
import { handedIn, type Collection, type Entry } from './collection.ts';
import type { Found } from './marks.ts';
import { remarkQuiz } from './remark.ts';
import type { RerunTask } from './rerun.ts';
import type { HandedExercise } from './submission.ts';

export interface EntryTask extends RerunTask {
  entry: Entry;
  item: Item;
}

/** What can be said at once. */
export interface Settled {
  entry: Entry;
  item: Item;
  found: Found;
}

/**
 * Exercise by exercise, so that neighbours need the same of a worker. Parts that the course has no longer are `gone`.
 *
 * @param record of each lesson that the assignment names, as the site has it now
 */
export function tasksOf(
  { assignment, entries }: Collection,
  course: Assignable,
  record: (lesson: string) => LessonRecord | undefined,
): { tasks: EntryTask[]; settled: Settled[] } {
  const tasks: EntryTask[] = [];
  const settled: Settled[] = [];
  for (const item of assignment.items)
    for (const [i, entry] of entries.entries()) {
      const handed = handedIn(entry, item);
      if (!handed || entry.found.has(keyOf(item))) continue;
      const part = findPart(course, item)?.part;
      const lesson = record(item.lesson);
      if (!part || (handed.kind === 'exercise' && !lesson))
        settled.push({ entry, item, found: { kind: 'gone' } });
      else if (handed.kind === 'quiz') settled.push({ entry, item, found: remarkQuiz(part.keys, handed) });
      else if (lesson)
        tasks.push({ id: `${i} ${keyOf(item)}`, entry, item, job: () => jobOf(lesson, handed) });
    }
  return { tasks, settled };
}

/** The student's texts in the lesson as it is now, with the lesson's own seed. */
function jobOf(record: LessonRecord, handed: HandedExercise) {
  const exercise = record.exercises.find(({ id }) => id === handed.part);
  const texts = new Map(handed.others.map(({ cell, source }) => [cell, source]));
  if (exercise) for (const [cell, source] of ownTexts(exercise, handed)) texts.set(cell, source);
  return toCheckJob(record, handed.part, (cell) => texts.get(cell) ?? null, record.seed);
}

/** After the others: nothing there stands for the answer itself. */
function ownTexts({ cell, given }: ExerciseRecord, { source, numbers }: HandedExercise): [string, string][] {
  return [
    ...(source === null ? [] : ([[cell, source]] as [string, string][])),
    ...(given === null || numbers === null ? [] : ([[given.cell, numbers]] as [string, string][])),
  ];
}
