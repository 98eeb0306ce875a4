/** What the reader has done in assigned lessons, as the browser keeps it: progress, and texts of cells. */
import { openWorkArchive } from '../../learning/database.ts';
import { noProgress, type LessonProgress } from '../../learning/progress.ts';
import { within } from '../../learning/timeout.ts';
import type { Work } from '../../learning/work.ts';
import type { Assignment } from '../../teaching/assignment.ts';
import type { LessonWork } from '../../teaching/handover.ts';
import { progressBook } from '../progress/book.ts';

/** By lesson; `undefined` where nothing was done. */
export type WorkOf = (lesson: string) => LessonWork | undefined;

export interface Done {
  work: WorkOf;
  /** Why nothing is kept beyond the page, in a sentence; `null` where it is. */
  problem: string | null;
}

const patience = 2_000;

/** @param cells of a lesson's exercises, where they are known; else they are called as the build calls them */
export async function loadWork(
  assignments: readonly Assignment[],
  cells: (lesson: string) => LessonWork['exercises'] | undefined = () => undefined,
): Promise<Done> {
  const book = progressBook();
  const [progress, texts] = await Promise.all([book.loadAll(), loadTexts()]);
  const lessons = new Set(assignments.flatMap(({ items }) => items.map(({ lesson }) => lesson)));
  const found = new Map(
    [...lessons].flatMap((lesson) => {
      const exercises = cells(lesson) ?? usualCells(assignments, lesson);
      const work = toWork(lesson, exercises, progress.get(lesson), texts);
      return work ? [[lesson, work] as const] : [];
    }),
  );
  return { work: (lesson) => found.get(lesson), problem: book.problem() };
}

/** By `lesson/cell`; empty where nothing can be read. */
const loadTexts = (): Promise<ReadonlyMap<string, Work>> =>
  within(patience, 'Storage', openWorkArchive())
    .then((archive) => within(patience, 'Storage', archive.readAll()))
    .catch(() => new Map<string, Work>());

function toWork(
  lesson: string,
  exercises: LessonWork['exercises'],
  progress: LessonProgress | undefined,
  all: ReadonlyMap<string, Work>,
): LessonWork | undefined {
  const own = [...all].flatMap(([key, work]) =>
    key.startsWith(`${lesson}/`) && work.source !== null
      ? [{ cell: key.slice(lesson.length + 1), source: work.source, at: work.at }]
      : [],
  );
  if (!progress && own.length === 0) return undefined;
  const texts = new Map(own.map(({ cell, source }) => [cell, source]));
  // Progress may be switched off while texts are kept.
  return { progress: progress ?? noProgress(Math.max(0, ...own.map(({ at }) => at))), texts, exercises };
}

/** As the build names the cells of an exercise; what is wanted when the lesson's record cannot be fetched. */
function usualCells(assignments: readonly Assignment[], lesson: string): LessonWork['exercises'] {
  const items = assignments.flatMap(({ items }) => items);
  return items
    .filter((item) => item.lesson === lesson && item.kind === 'exercise')
    .map(({ part }) => ({ id: part, cell: `${part}-code`, given: `${part}-given` }));
}
