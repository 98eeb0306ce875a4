import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AuthorError } from '../../../src/course/author-error.ts';
import { parseCurriculum } from '../../../src/course/curriculum.ts';
import { readLesson, type Lesson } from '../../../src/course/lesson.ts';
import { formatProblem } from '../../../src/course/problems.ts';
import { checkTopics } from '../../../src/course/topics-check.ts';
import { parseTopics } from '../../../src/course/topics.ts';
import { openWorld } from '../../../src/course/world.ts';

const folder = 'tests/fixtures/topics';
const curriculum = parseCurriculum(readFileSync('content/curriculum.yaml', 'utf8'));

const { lesson } = readLesson(
  'content/04-learning-as-descent/02-cost.mdx',
  '## Thirty points and a line\n\n```ts cell id="by-hand" title="By hand"\n1;\n```\n',
);
const cost: Lesson = {
  ...lesson,
  cells: [...lesson.cells, { ...lesson.cells[0]!, id: 'fit', role: 'exercise' }],
};

/** Every number that a fixture does not speak of, so that nothing is missing but what it leaves out itself. */
function complete(text: string, without: readonly string[] = []): string {
  const filler = (letter: string, last: number, digits: number, kind: string) =>
    Array.from({ length: last }, (_, i) => letter + String(i + 1).padStart(digits, '0'))
      .filter((id) => !text.includes(`id: ${id}`) && !without.includes(id))
      .map((id) => `- { id: ${id}, term: t, kind: ${kind}, does: d, home: trade, as: cell }\n`);
  return [
    text,
    ...filler('R', 328, 3, 'concept'),
    ...filler('E', 80, 2, 'correction'),
    ...filler('M', 24, 2, 'addition'),
  ].join('');
}

/** All that is said of a fixture, as the author reads it. */
function faultsOf(name: string, without: readonly string[] = []): string {
  const file = `${folder}/${name}.yaml`;
  try {
    const topics = parseTopics(complete(readFileSync(file, 'utf8'), without), file);
    return checkTopics(topics, curriculum, [cost], file).map(formatProblem).join('\n');
  } catch (error) {
    if (error instanceof AuthorError) return error.message;
    throw error;
  }
}

const broken: [name: string, line: number, problem: RegExp, remedy: RegExp][] = [
  ['not-yaml', 2, /Nested mappings|not allowed/, /needs quotes/],
  ['unknown-lesson', 1, /home in "costs", which no lesson is called/, /Did you mean cost/],
  ['unknown-kind', 3, /R073\.kind: Invalid option/, /concept, algorithm, milestone/],
  ['unknown-element', 6, /R073\.as: Invalid option/, /cell, exercise, quiz/],
  ['kind-of-id', 3, /"E20" is no claim/, /of the kind correction/],
  ['id-bad', 1, /r73\.id: an id is R001/, /A topic has id/],
  ['id-twice', 7, /"R073" is there twice, first in line 1/, /one entry of the two/],
  ['term-missing', 1, /R073\.term: Invalid input/, /A topic has id, term/],
  ['field-unknown', 1, /Unrecognized key: "lesson"/, /home \(a lesson's id\)/],
  ['anchor-unwritten', 1, /anchor "draw" in "vision-services", which is not written/, /Take the anchor out/],
  ['anchor-nowhere', 1, /no element of content.*02-cost\.mdx has that id/, /Did you mean by-hand/],
  ['anchor-heading', 1, /no element of/, /a heading is none/],
  ['anchor-other-kind', 1, /is to be a quiz, but "by-hand" in .* is a cell/, /Say as: cell/],
];

test.each(broken)('broken topics: %s', (name, line, problem, remedy) => {
  const told = faultsOf(name);
  expect(told).toMatch(new RegExp(`^${folder}/${name}\\.yaml:${line}:`));
  expect(told).toMatch(problem);
  expect(told).toMatch(remedy);
});

test('every fixture is tested', () => {
  const files = readdirSync(folder).map((file) => basename(file, '.yaml'));
  expect(files.sort()).toEqual(['sound', ...broken.map(([name]) => name)].sort());
});

test('sound topics have no faults, and a cell of an exercise counts as an exercise', () => {
  expect(faultsOf('sound')).toBe('');
});

describe('numbers run without gaps', () => {
  test.each(['R001', 'R200', 'R328', 'E01', 'E80', 'M24'])('%s may not be missing', (id) => {
    expect(faultsOf('sound', [id])).toMatch(new RegExp(`"${id}" is missing`));
  });
});

describe('the topics of the course', () => {
  const world = openWorld(process.cwd());

  test('are all there, each with wording of its own', () => {
    const topics = world.topics();
    const count = (pattern: RegExp) => topics.filter(({ id }) => pattern.test(id)).length;
    expect(count(/^R\d{3}$/)).toBe(328);
    expect(count(/^E\d\d$/)).toBe(80);
    expect(count(/^M\d\d$/)).toBe(24);
    expect(topics.filter(({ kind }) => kind === 'cell')).toHaveLength(94);
    expect(new Set(topics.map(({ term }) => term.toLowerCase())).size).toBe(topics.length);
  });

  test('every lesson is the home of something', () => {
    const homes = new Set(world.topics().map(({ home }) => home));
    const planned = world.curriculum().chapters.flatMap((chapter) => chapter.lessons.map(({ id }) => id));
    expect(planned.filter((id) => !homes.has(id))).toEqual([]);
  });

  test('say nothing of where the list came from', () => {
    const text = readFileSync('content/topics.yaml', 'utf8');
    expect(text).not.toMatch(/\barticles?\b|\b00[0-4]:\d|\.md\b/i);
  });
});
