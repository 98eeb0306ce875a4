import { expect, test } from 'vitest';
import { parseCurriculum } from '../../../src/course/curriculum.ts';
import type { Lesson, LessonCell } from '../../../src/course/lesson.ts';
import { toSearchRecord, type SearchSources } from '../../../src/course/search-record.ts';
import { parseEntries } from '../../../src/elements/search/entries.ts';
import { groupResults, tell } from '../../../src/elements/search/results.ts';

const curriculum = parseCurriculum(`chapters:
  - folder: 01-one
    title: One
    lessons: [{ id: first, title: The first, minutes: 10, summary: It begins. }]
`);
const cell = (id: string, role?: LessonCell['role']): LessonCell =>
  ({
    ...{ id, title: `Title of ${id}`, live: false, long: false, source: '', place: { line: 1, indent: 0 } },
    ...(role ? { role } : {}),
  }) as LessonCell;
const part = (id: string, kind: 'exercise' | 'quiz') => ({
  ...{ word: 'X', spec: {}, lesson: 'first', line: 1, column: 1 },
  address: { id, title: `Title of ${id}`, kind },
});
const lesson: Lesson = {
  id: 'first',
  file: 'content/01-one/01-first.mdx',
  cells: [cell('run'), cell('work-code', 'exercise')],
  parts: [part('work', 'exercise'), part('ask', 'quiz'), { ...part('none', 'quiz'), address: null }],
};
const topic = { id: 'R001', kind: 'concept', does: 'runs it', home: 'first', as: 'cell', line: 1 } as const;
const sources: SearchSources = {
  pages: [
    { id: 'first', title: 'The first', summary: 'It begins.' },
    { id: 'about', title: 'About', summary: 'What it is.' },
  ],
  lessons: [lesson, { ...lesson, id: 'kitchen' }],
  curriculum,
  terms: [
    {
      ...{ id: 'sgd', term: 'stochastic descent', also: ['SGD'], see: [] },
      definition: 'One `batch` a step, e.g. of 32. It is noisy.',
    },
  ],
  topics: [
    { ...topic, term: 'Made real', anchor: 'run' },
    { ...topic, id: 'R002', term: 'Only planned' },
  ],
};

const record = toSearchRecord(sources, (path) => `/base/${path}`);

test('the record has pages, terms, elements and topics that are there, each at its address', () => {
  expect(record.entries.map(({ group, title, at, note }) => [group, title, at, note])).toEqual([
    ['lesson', 'The first', '/base/first/', '1.1 · It begins.'],
    ['lesson', 'About', '/base/about/', 'What it is.'],
    ['term', 'stochastic descent', '/base/glossary/#sgd', 'One batch a step, e.g. of 32.'],
    ['part', 'Title of run', '/base/first/#run', 'Cell · The first'],
    ['part', 'Title of work', '/base/first/#work', 'Exercise · The first'],
    ['part', 'Title of ask', '/base/first/#ask', 'Quiz · The first'],
    ['topic', 'Made real', '/base/first/#run', 'runs it · 1.1'],
  ]);
});

test('the page reads what the build writes', () => {
  expect(parseEntries(JSON.parse(JSON.stringify(record)))).toEqual(record.entries);
});

test.each([
  ['another host', { at: '//elsewhere.example/' }],
  ['another host, written with a backslash', { at: '/\\elsewhere.example/' }],
  ['a script', { at: 'javascript:alert(1)' }],
  ['an unknown group', { group: 'advert' }],
  ['a title without end', { title: 'x'.repeat(301) }],
])('the page refuses %s', (_, change) => {
  const [first] = record.entries;
  expect(() => parseEntries({ entries: [{ ...first, ...change }] })).toThrow();
});

test('results stand in groups, the text of the lessons second, and long groups are cut', () => {
  const parts = Array.from(
    { length: 7 },
    () => ({ group: 'part', title: 't', at: '/a/', note: '' }) as const,
  );
  const [lessonEntry] = parseEntries(record);
  const groups = groupResults(
    [...parts, lessonEntry!],
    [{ url: '/first/', title: 'The first', excerpt: [] }],
  );
  expect(groups.map(({ title, results, count }) => [title, results.length, count])).toEqual([
    ['Lessons', 1, 1],
    ['In the text', 1, 1],
    ['Cells and exercises', 5, 7],
  ]);
  expect(tell(groups)).toBe('9 results.');
  expect(tell([])).toBe('Nothing found.');
  expect(tell(groups.slice(0, 1))).toBe('One result.');
});
