import { expect, test } from 'vitest';
import { listAssignable } from '../../../src/course/assignable.ts';
import { openWorld } from '../../../src/course/world.ts';
import { assignable, findPart, toItem } from '../../../src/teaching/assignable.ts';
import { item } from '../../../src/teaching/assignment.ts';

const world = openWorld(process.cwd());
const list = assignable.parse({
  chapters: listAssignable(world.curriculum().chapters, world.lessons()),
});
const lessons = list.chapters.flatMap((chapter) => chapter.lessons);

test('holds each written lesson with all that it asks, in page order', () => {
  const cost = lessons.find(({ id }) => id === 'cost');
  expect(cost).toMatchObject({ number: '4.2', title: 'Cost, learning rate, iterations' });
  const parts = cost!.parts.map(({ kind, id }) => `${kind} ${id}`);
  expect(parts.filter((part) => part.startsWith('exercise')).length).toBeGreaterThan(1);
  expect(parts.at(-1)).toMatch(/^quiz /);
  expect(list.chapters.map(({ number }) => number)).toEqual([1, 2, 4, 8, 9, 11]);
});

test('a quiz brings the keys of its questions', () => {
  for (const { parts } of lessons)
    for (const { kind, keys } of parts) expect(keys.length > 0).toBe(kind === 'quiz');
});

test('each part is an item, and is found again by it', () => {
  for (const lesson of lessons)
    for (const part of lesson.parts) {
      const made = item.parse(toItem({ lesson, part }));
      expect(findPart(list, made)?.part).toBe(part);
    }
  const gone = { ...toItem({ lesson: lessons[0]!, part: lessons[0]!.parts[0]! }), part: 'no-longer' };
  expect(findPart(list, gone)).toBeUndefined();
});

test('no two parts of a lesson have the same name', () => {
  for (const { parts } of lessons)
    expect(new Set(parts.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(parts.length);
});
