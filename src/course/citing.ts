/** Which lessons cite which work, in the order in which the lessons are given. */
import type { Lesson } from './lesson.ts';
import { cite } from './vocabulary/cite.ts';
import { claim } from './vocabulary/claim.ts';
import { entry } from './vocabulary/entry.ts';
import { timeline } from './vocabulary/timeline.ts';
import { partsOf } from './lesson.ts';
import { eventsBetween, type Timeline } from './timeline.ts';

/** @returns for each work's id, the ids of the lessons that cite it, by itself or as the source of a claim, an entry or an event */
export function citingLessons(
  lessons: readonly Lesson[],
  history: Timeline = { events: [], bands: [] },
): Map<string, string[]> {
  const citing = new Map<string, string[]>();
  for (const lesson of lessons)
    for (const work of citedIn(lesson, history)) citing.set(work, [...(citing.get(work) ?? []), lesson.id]);
  return citing;
}

const citedIn = (lesson: Lesson, history: Timeline): Set<string> =>
  new Set([
    ...partsOf(lesson, cite).flatMap(({ spec }) => spec.of),
    ...partsOf(lesson, claim).map(({ spec }) => spec.source),
    ...partsOf(lesson, timeline).flatMap(({ spec }) =>
      eventsBetween(history, spec.from, spec.to).flatMap(({ source }) => source),
    ),
    ...partsOf(lesson, entry).flatMap(({ spec }) => spec.source ?? []),
  ]);
