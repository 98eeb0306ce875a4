import { describe, expect, test } from 'vitest';
import type { Curriculum, PlannedLesson } from '../../../src/course/curriculum.ts';
import { createCourse, isLessonPath } from '../../../src/course/order.ts';
import { lessonId } from '../../../src/course/lesson-id.ts';

const planned = (number: string, id: string): PlannedLesson => ({
  id,
  number,
  title: id.toUpperCase(),
  minutes: 10,
  needs: [],
  summary: 'Does it.',
  file: `0${number[0] ?? ''}-x/0${number[2] ?? ''}-${id}.mdx`,
});
const curriculum: Curriculum = {
  chapters: [
    {
      number: 1,
      folder: '01-x',
      title: 'X',
      minutes: 20,
      lessons: [planned('1.1', 'a'), planned('1.2', 'b')],
    },
    {
      number: 2,
      folder: '02-x',
      title: 'Y',
      minutes: 20,
      lessons: [planned('2.1', 'c'), planned('2.2', 'd')],
    },
  ],
};
const file = (id: string, path: string, data = {}) => ({
  id,
  path: `content/${path}`,
  data: { title: id.toUpperCase(), ...data },
});
const b = file('b', '01-x/02-b.mdx');
const d = file('d', '02-x/02-d.mdx');

describe('the order of the course', () => {
  test('previous and next pass over what is only planned, and across chapters', () => {
    const course = createCourse(curriculum, [d, b]);
    expect(course.first?.id).toBe('b');
    expect(course.neighbours('b')).toMatchObject({ prev: undefined, next: { id: 'd' } });
    expect(course.neighbours('d')).toMatchObject({ prev: { id: 'b' }, next: undefined });
  });

  test('a page that is no lesson has no neighbours', () => {
    expect(createCourse(curriculum, [b]).neighbours('kitchen-sink')).toEqual({});
  });

  test('lessons say whether they are written', () => {
    const { chapters } = createCourse(curriculum, [b]);
    expect(chapters.flatMap((c) => c.lessons.map((l) => l.written))).toEqual([false, true, false, false]);
  });
});

describe('a lesson and the curriculum that disagree fail the build', () => {
  test.each([
    [
      'an unknown lesson',
      file('z', '01-x/03-z.mdx'),
      /03-z\.mdx: the curriculum knows no lesson "z"\n.*Add it/u,
    ],
    ['a wrong place', file('b', '02-x/02-b.mdx'), /Move it to content\/01-x\/02-b\.mdx/u],
    ['another title', file('b', '01-x/02-b.mdx', { title: 'Q' }), /the title here is "Q"/u],
    [
      'other minutes',
      file('b', '01-x/02-b.mdx', { minutes: 11 }),
      /minutes here is 11, in the curriculum 10/u,
    ],
    [
      'other needs',
      file('b', '01-x/02-b.mdx', { needs: ['a'] }),
      /needs here is \[a\], in the curriculum \[\]/u,
    ],
  ])('%s', (_, wrong, message) => {
    expect(() => createCourse(curriculum, [wrong])).toThrow(message);
  });
});

test('a file in a chapter is a lesson, one beside the chapters is a page', () => {
  expect(isLessonPath('content/04-learning-as-descent/02-cost.mdx')).toBe(true);
  expect(isLessonPath('content/what-a-cell-can-show.mdx')).toBe(false);
  expect(isLessonPath('tests/fixtures/content/kitchen-sink.mdx')).toBe(false);
});

test("a lesson's id is its file's name without folder and number", () => {
  expect(lessonId('04-learning-as-descent/02-cost.mdx')).toBe('cost');
  expect(lessonId('tests/fixtures/content/kitchen-sink.mdx')).toBe('kitchen-sink');
});
