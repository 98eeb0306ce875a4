import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citingLessons } from '../../../src/course/citing.ts';
import { checkLessons } from '../../../src/course/lesson-check.ts';
import { readLessonFile } from '../../../src/course/lesson-files.ts';
import { readLesson } from '../../../src/course/lesson.ts';
import { eventsBetween, lanes, parseTimeline, whenOf, yearOf } from '../../../src/course/timeline.ts';
import { told, timelineData } from '../../../src/course/vocabulary/timeline.ts';
import { openWorld } from '../../../src/course/world.ts';
import { describeFigure, toEmbedded } from '../../../src/figures/described.ts';

const root = process.cwd();
const works = new Set(['doe-1943', 'roe-1950']);
const lessons = new Set(['beginnings', 'winters']);
const parse = (text: string) => parseTimeline(text, { works, lessons });

const sound = `bands:
  - { from: 1974, to: 1980, label: winter }
events:
  - id: first
    date: 1943
    title: A first
    text: Something is written down.
    lane: theory
    source: doe-1943
    certainty: certain
  - id: second
    date: 1950-10
    end: 1951
    title: A second
    text: Something runs.
    lane: software
    classic: true
    tags: [games]
    source: [roe-1950, doe-1943]
    at: p. 3
    certainty: likely
    lesson: winters
`;

describe('timeline.yaml fails the build with file, line and remedy on', () => {
  test.each<[what: string, from: string, to: string, error: RegExp]>([
    ['no YAML', 'date: 1943', 'date: [', /content\/timeline\.yaml:\d+: /],
    ['an unknown field', 'at: p. 3', 'page: 3', /:11: .*page[^]*An event has id, date/],
    ['no events', sound.slice(sound.indexOf('events')), 'events: []\n', /:\d+: events/],
    ['no source', '    source: doe-1943\n', '', /:4: .*source/],
    ['an empty list of sources', 'source: doe-1943', 'source: []', /:9: .*source/],
    [
      'an unknown work',
      'source: doe-1943',
      'source: doe-1934',
      /:9: "first" cites "doe-1934"[^]*Did you mean doe-1943/,
    ],
    ['an unknown lesson', 'lesson: winters', 'lesson: winter', /:22: "second" leads to "winter"[^]*winters/],
    ['the same id twice', 'id: second', 'id: first', /:11: the id "first" is there twice/],
    [
      'an event out of order',
      'date: 1943',
      'date: 1960',
      /:11: "second" \(1950-10\) stands behind "first" \(1960\)/,
    ],
    ['an end before the beginning', 'end: 1951', 'end: 1950-09', /:13: "second" ends before it begins/],
    ['a date that is none', 'date: 1943', 'date: 1943-13', /:5: .*a date is a year, a month or a day/],
    [
      'a title that is too long',
      'A first',
      'A first that goes on for longer than a title may',
      /:6: .*at most 34 letters/,
    ],
    ['a text without a full stop', 'runs.', 'runs', /:15: .*full stop/],
    ['a lane of its own', 'lane: theory', 'lane: philosophy', /:8: .*lane/],
    ['a tag of its own', 'tags: [games]', 'tags: [chess]', /:18: .*tags/],
    ['no certainty', '    certainty: certain\n', '', /:4: .*certainty/],
    [
      'a band that ends before it begins',
      'to: 1980',
      'to: 1970',
      /:2: the band "winter" ends before it begins/,
    ],
  ])('%s', (_, from, to, error) => {
    expect(sound).toContain(from);
    expect(() => parse(sound.replace(from, to))).toThrow(error);
  });
});

test('a sound list is read; of years, those that begin in them', () => {
  const timeline = parse(sound);
  expect(timeline.events.map(({ id, source }) => [id, source])).toEqual([
    ['first', ['doe-1943']],
    ['second', ['roe-1950', 'doe-1943']],
  ]);
  const between = (from: number, to: number) => eventsBetween(timeline, from, to).map(({ id }) => id);
  expect([between(1943, 1950), between(1944, 1950), between(1951, 1960)]).toEqual([
    ['first', 'second'],
    ['second'],
    [],
  ]);
  expect(timeline.events.map(whenOf)).toEqual(['1943', 'October 1950 – 1951']);
  expect([yearOf('1956'), yearOf('1956-07')]).toEqual([1956, 1956.5]);
});

test('a lesson with a timeline cites the works of its events', () => {
  const { lesson } = readLesson(
    'content/01-a/01-one.mdx',
    '<Timeline id="t" title="T" from={1943} to={1949} />\n',
  );
  expect([...citingLessons([lesson], parse(sound))]).toEqual([['doe-1943', ['one']]]);
});

describe('the events of the course', () => {
  const world = openWorld(root);
  const { events } = world.timeline();

  test('are in order, each with a source', () => {
    const years = events.map(({ date }) => yearOf(date));
    expect(years).toEqual([...years].sort((a, b) => a - b));
    expect(events.every(({ source }) => source.length > 0)).toBe(true);
    expect(new Set(events.map(({ lane }) => lane))).toEqual(new Set(lanes));
  });

  test('have the whole list that is often told, with its years put right', () => {
    expect(events.filter(({ classic }) => classic).map(({ id, date }) => `${date} ${id}`)).toEqual([
      '1943 mcculloch-pitts',
      '1950-10 imitation-game',
      '1952 samuel-checkers',
      '1956-06 dartmouth-workshop',
      '1958-11 perceptron',
      '1967-01 nearest-neighbour',
      '1974 first-winter',
      '1979 stanford-cart',
      '1981 explanation-based-learning',
      '1985 nettalk',
      '1990 data-driven',
      '1997-05 deep-blue',
      '2006-07 deep-belief-nets',
      '2011-02 watson',
      '2012-06 cats',
      '2012-10 alexnet',
      '2014-01 deepmind-bought',
      '2014-06 deepface',
      '2015-12-11 openai',
      '2016-03 alphago',
    ]);
  });

  test('fit into one figure, whose filter tells that list from the rest', () => {
    const data = timelineData({ from: 1940, to: 2026 }, world);
    expect(describeFigure('timeline', data)).toMatchObject({ ok: true });
    expect(toEmbedded(data).length).toBeLessThan(60_000);
    const tagged = (data as { events: { tags: string[] }[] }).events.map(({ tags }) => tags[0]);
    expect(tagged.filter((tag) => tag === told.classic)).toHaveLength(20);
    expect(tagged.filter((tag) => tag === told.added)).toHaveLength(events.length - 20);
  });
});

const broken: [name: string, message: RegExp, remedy: RegExp][] = [
  ['timeline-inside', /<Timeline> has something inside/, /content\/timeline\.yaml/],
  ['timeline-backwards', /goes from 1970 to 1940/, /end later/],
  ['timeline-nothing', /No event is from 1840 to 1870/, /other years/],
  ['timeline-text-years', /from of <Timeline> is a text, not a number/, /in braces/],
];

test.each(broken)('%s', (name, message, remedy) => {
  const { lesson, problems } = readLessonFile(root, `tests/fixtures/lessons/${name}.mdx`);
  const found = [...problems, ...checkLessons([lesson], () => expect.unreachable())];
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ line: 8, column: 1 });
  expect(found[0]?.message).toMatch(message);
  expect(found[0]?.remedy).toMatch(remedy);
});

test('every broken lesson with a timeline is tested', () => {
  const files = readdirSync('tests/fixtures/lessons').filter((file) => file.startsWith('timeline-'));
  expect(files.map((file) => basename(file, '.mdx')).sort()).toEqual(broken.map(([name]) => name).sort());
});
