import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCurriculum } from '../../../src/course/curriculum.ts';

const real = () => parseCurriculum(readFileSync('content/curriculum.yaml', 'utf8'));

const lesson = (id: string, needs = '') =>
  `      - { id: ${id}, title: T, minutes: 10, summary: Does it., needs: [${needs}] }\n`;
const chapter = (...lessons: string[]) =>
  `chapters:\n  - folder: 01-start\n    title: Start\n    lessons:\n${lessons.join('')}`;

describe('content/curriculum.yaml', () => {
  test('plans 15 chapters, numbered as they stand, and their minutes are those of their lessons', () => {
    const { chapters } = real();
    expect(chapters).toHaveLength(15);
    expect(chapters.flatMap((c) => c.lessons).length).toBeGreaterThanOrEqual(60);
    for (const { number, folder, minutes, lessons } of chapters) {
      expect(Number(folder.slice(0, 2))).toBe(number);
      expect(lessons.map((lesson) => lesson.minutes).reduce((sum, each) => sum + each)).toBe(minutes);
    }
  });

  test('keeps the ids and files of the lessons on descent', () => {
    const descent = real().chapters[3];
    // Lessons may be added behind them.
    expect(descent?.lessons.slice(0, 3).map((l) => [l.number, l.id, l.file])).toEqual([
      ['4.1', 'foggy-mountain', '04-learning-as-descent/01-foggy-mountain.mdx'],
      ['4.2', 'cost', '04-learning-as-descent/02-cost.mdx'],
      ['4.3', 'optimisers', '04-learning-as-descent/03-optimisers.mdx'],
    ]);
  });
});

describe('a mistake in the curriculum names file, line and remedy', () => {
  test.each([
    ['a repeated id', chapter(lesson('one'), lesson('one')), /:6: the id "one" is there twice\n.*rename/u],
    ['an unknown need', chapter(lesson('one', 'none')), /:5: "one" needs "none", which no lesson/u],
    ['a later need', chapter(lesson('one', 'two'), lesson('two')), /:5: .* does not come before it/u],
    ['a circle', chapter(lesson('one', 'two'), lesson('two', 'one')), /does not come before it/u],
    ['a need of itself', chapter(lesson('one', 'one')), /does not come before it/u],
    ['an id of the site', chapter(lesson('data')), /:5: "data" is an address of the site/u],
    ['an id with capitals', chapter(lesson('One')), /:5: chapters\.0\.lessons\.0\.id: an id is lower-case/u],
    ['a missing title', chapter('      - { id: one }\n'), /:5: chapters\.0\.lessons\.0\.title/u],
    ['a wrong folder', chapter(lesson('one')).replace('01-', '02-'), /:2: chapter 1 has the folder/u],
    ['a summary of two', chapter(lesson('one')).replace('it.', 'it'), /:5: .*summary/u],
    ['broken YAML', 'chapters: [', /curriculum\.yaml:1: /u],
    ['a text with a colon', 'chapters:\n  - title: a: b', /curriculum\.yaml:2: .*\n.*needs quotes/u],
  ])('%s', (_, text, message) => {
    expect(() => parseCurriculum(text)).toThrow(message);
  });
});
