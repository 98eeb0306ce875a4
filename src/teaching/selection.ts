/** What of the course is chosen to be given out, while it is being chosen. */
import * as z from 'zod/mini';
import { toItem, type Assignable, type FoundPart } from './assignable.ts';
import { item, keyOf, line, sameContent, type Item } from './assignment.ts';

/** An item whose points stand as they were typed. */
export const chosen = z.strictObject({ ...item.shape, points: line(20) });
export type Chosen = z.infer<typeof chosen>;

/** Every part of the course by its key, as `keyOf` has it, in the course's order. */
export type CourseIndex = ReadonlyMap<string, FoundPart>;

export const indexCourse = ({ chapters }: Assignable): CourseIndex =>
  new Map(
    chapters
      .flatMap(({ lessons }) => lessons)
      .flatMap((lesson) => lesson.parts.map((part) => ({ lesson, part })))
      .map((found) => [keyOfPart(found), found]),
  );

export const keyOfPart = ({ lesson, part }: FoundPart): string =>
  keyOf({ kind: part.kind, lesson: lesson.id, part: part.id });

/** Chooses these parts or lets them go. Points that were set stay; the order is the course's. */
export function choose(
  items: readonly Chosen[],
  parts: readonly FoundPart[],
  on: boolean,
  course: CourseIndex,
): Chosen[] {
  const keys = new Set(parts.map(keyOfPart));
  const others = items.filter((each) => !keys.has(keyOf(each)));
  if (!on) return others;
  const known = new Map(items.map((each) => [keyOf(each), each]));
  return inOrder([...others, ...parts.map((each) => known.get(keyOfPart(each)) ?? toChosen(each))], course);
}

const toChosen = (found: FoundPart): Chosen => typed(toItem(found));

const typed = (of: Item): Chosen => ({ ...of, points: String(of.points) });

/** What the course has no longer stands behind the rest. */
export function inOrder(items: readonly Chosen[], course: CourseIndex): Chosen[] {
  const places = new Map([...course.keys()].map((key, place) => [key, place]));
  const placeOf = (of: Chosen): number => places.get(keyOf(of)) ?? places.size;
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Items of an assignment that is opened again. Where a part is as it was, its whole hash is taken from the course. */
export const reopen = (items: readonly Item[], course: CourseIndex): Chosen[] =>
  inOrder(
    [...new Map(items.map((each) => [keyOf(each), each])).values()].map((each) => {
      const now = course.get(keyOf(each))?.part.hash;
      return typed(now !== undefined && sameContent(now, each.hash) ? { ...each, hash: now } : each);
    }),
    course,
  );

/** How many of these parts are chosen. */
export type Share = 'none' | 'some' | 'all';

export function shareOf(keys: ReadonlySet<string>, parts: readonly FoundPart[]): Share {
  const count = parts.filter((each) => keys.has(keyOfPart(each))).length;
  if (count === 0) return 'none';
  return count === parts.length ? 'all' : 'some';
}

export const toKeys = (items: readonly Chosen[]): Set<string> => new Set(items.map(keyOf));

/** As typed → a number from 0 to 1000; `null` where it is none. */
export function toPoints(text: string): number | null {
  const points = text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'));
  return item.shape.points.safeParse(points).success ? points : null;
}

/** Since an assignment was made: items whose text in the course is another now, and items that it has no longer. */
export function differences(
  items: readonly Chosen[],
  course: CourseIndex,
): { changed: ReadonlySet<string>; gone: readonly Chosen[] } {
  const isChanged = (of: Chosen): boolean => {
    const found = course.get(keyOf(of));
    return found !== undefined && !sameContent(found.part.hash, of.hash);
  };
  return {
    changed: toKeys(items.filter(isChanged)),
    gone: items.filter((each) => !course.has(keyOf(each))),
  };
}

/** The same items as the course has them now, without those that it has no longer. */
export const takePresent = (items: readonly Chosen[], course: CourseIndex): Chosen[] =>
  items.flatMap((each) => {
    const found = course.get(keyOf(each));
    return found ? [{ ...each, hash: found.part.hash }] : [];
  });

/** The course with only what has all these words in its title, or below a title that has them. */
export function search({ chapters }: Assignable, words: string): Assignable {
  const wanted = plain(words).split(/\s+/u).filter(Boolean);
  const matches = (...titles: readonly string[]): boolean => {
    const text = plain(titles.join(' '));
    return wanted.every((word) => text.includes(word));
  };
  return {
    chapters: chapters
      .map((chapter) => ({
        ...chapter,
        lessons: chapter.lessons
          .map((lesson) => ({
            ...lesson,
            parts: lesson.parts.filter(({ kind, title }) =>
              matches(`${chapter.number} ${chapter.title}`, `${lesson.number} ${lesson.title}`, kind, title),
            ),
          }))
          .filter(({ parts }) => parts.length > 0),
      }))
      .filter(({ lessons }) => lessons.length > 0),
  };
}

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

/** What an assignment is called until its maker says otherwise: after the least that has all of it. */
export function usualTitle(items: readonly Chosen[], { chapters }: Assignable): string {
  const lessons = new Set(items.map(({ lesson }) => lesson));
  const found = chapters.filter((chapter) => chapter.lessons.some(({ id }) => lessons.has(id)));
  const [chapter] = found;
  if (!chapter) return '';
  if (found.length > 1) return `Chapters ${listed(found.map(({ number }) => String(number)))}`;
  if (lessons.size > 1) return chapter.title;
  const lesson = chapter.lessons.find(({ id }) => lessons.has(id));
  const part = lesson?.parts.find((each) => items.length === 1 && each.id === items[0]?.part);
  return [lesson?.title, part?.title].filter(Boolean).join(': ').slice(0, 200);
}

/** `4`, `4 and 5`, `4, 5 and 7` */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
