/** Which lessons cite which work, in the order in which the lessons are given. */
import type { Lesson } from './lesson.ts';
import { cite } from './vocabulary/cite.ts';
import { claim } from './vocabulary/claim.ts';
import { entry } from './vocabulary/entry.ts';
import { partsOf } from './lesson.ts';

/** @returns for each work's id, the ids of the lessons that cite it, by itself or as the source of a claim or an entry */
export function citingLessons(lessons: readonly Lesson[]): Map<string, string[]> {
  const citing = new Map<string, string[]>();
  for (const lesson of lessons)
    for (const work of citedIn(lesson)) citing.set(work, [...(citing.get(work) ?? []), lesson.id]);
  return citing;
}

const citedIn = (lesson: Lesson): Set<string> =>
  new Set([
    ...partsOf(lesson, cite).flatMap(({ spec }) => spec.of),
    ...partsOf(lesson, claim).map(({ spec }) => spec.source),
    ...partsOf(lesson, entry).flatMap(({ spec }) => spec.source ?? []),
  ]);
