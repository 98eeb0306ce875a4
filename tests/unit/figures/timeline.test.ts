import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { eventsOf, schema, tagsOf, type TimelineData } from '../../../src/figures/timeline-data.ts';
import {
  linesOf,
  longestEvent,
  notesOf,
  rowsOf,
  summarise,
  timelineTable,
  whenOf,
  whereIs,
  yearOf,
} from '../../../src/figures/timeline-summary.ts';

const history: TimelineData = {
  from: 1940,
  to: 2026,
  lanes: ['ideas', 'machines'],
  bands: [{ from: 1974, to: 1980.5, label: 'winter' }],
  events: [
    { year: 1986, title: 'Back-propagation', lane: 0, tags: ['revival'], source: 'Rumelhart 1986' },
    {
      year: 1943,
      title: 'Nerves',
      lane: 0,
      tags: ['beginnings'],
      text: 'Threshold units.',
      certainty: 'likely',
    },
    { year: 1957.5, end: 1960, title: 'Perceptron', lane: 1, tags: ['beginnings', 'revival'] },
  ],
};

test('events come in order of time, all or those of a name', () => {
  expect(eventsOf(history, null).map(({ title }) => title)).toEqual([
    'Nerves',
    'Perceptron',
    'Back-propagation',
  ]);
  expect(eventsOf(history, 'revival').map(({ title }) => title)).toEqual(['Perceptron', 'Back-propagation']);
  expect(tagsOf(history)).toEqual(['revival', 'beginnings']);
});

describe('in words', () => {
  test('how many, from when to when, in which lanes', () => {
    expect(summarise(history)).toBe(
      '3 events from 1943 (Nerves) to 1986 (Back-propagation), in the lanes ideas, machines. Shaded: winter, 1974–1980.',
    );
    expect(summarise(history, 'beginnings')).toContain('2 events of “beginnings” from 1943');
    expect(summarise({ ...history, events: [] })).toBe('No event.');
    expect(summarise(history, 'nothing')).toBe('No event of “nothing”.');
  });

  test('an event: its year, its place among the others, what is known of it', () => {
    const [, nerves, perceptron] = history.events;
    expect(yearOf(perceptron!)).toBe('1957–1960');
    expect(whereIs(history, nerves, null, 0)).toBe('ideas · 1 of 3 events');
    expect(whereIs(history, perceptron, 'revival', 0)).toBe('machines · 1 of 2 events of “revival”');
    expect(whereIs({ ...history, lanes: ['one'] }, nerves, null, 0)).toBe('1 of 3 events');
    expect(linesOf(nerves!)).toEqual(['Threshold units.', 'The date is likely, not certain.']);
    expect(linesOf(perceptron!)).toEqual([]);
    expect(longestEvent(history)).toBe(nerves);
    expect(longestEvent({ ...history, events: [] })).toBeUndefined();
  });

  test('the table has the sources', () => {
    expect(timelineTable(history).rows.at(-1)).toEqual([
      '1986',
      'Back-propagation',
      'ideas',
      'Rumelhart 1986',
      'certain',
    ]);
    expect(timelineTable({ ...history, lanes: ['one'] }, 'beginnings').columns).toEqual([
      'date',
      'event',
      'source',
      'certainty',
    ]);
  });
});

test('what is known more exactly is said: the date, the works, the lesson', () => {
  const event: TimelineData['events'][number] = {
    ...{ year: 1956.4, date: 'June 1956', title: 'A summer', lane: 0 },
    works: [
      { id: 'mccarthy-1955', name: 'McCarthy et al. 1955' },
      { id: 'moor-2006', name: 'Moor 2006' },
    ],
    lesson: { id: 'beginnings', title: 'Beginnings' },
  };
  expect(whenOf(event)).toBe('June 1956');
  expect(linesOf(event)).toEqual(['Source: McCarthy et al. 1955; Moor 2006', 'Lesson: Beginnings']);
  expect(notesOf(event)[1]).toEqual(['Lesson: ', { text: 'Beginnings', href: '../beginnings/' }]);
  expect(timelineTable({ ...history, events: [event] }).rows[0]).toEqual([
    ...['June 1956', 'A summer', 'ideas', 'McCarthy et al. 1955; Moor 2006', 'certain'],
  ]);
});

test('a lane with more events has more rows', () => {
  const many = Array.from({ length: 20 }, () => ({ year: 1950, title: 'a', lane: 1 }));
  const data = { ...history, events: [...history.events, ...many] };
  expect([0, 1].map((lane) => rowsOf(data, lane))).toEqual([2, 6]);
  expect(rowsOf({ ...data, events: [...data.events, ...many] }, 1)).toBe(7);
});

test.each<[string, object, string]>([
  ['an end before the beginning', { to: 1900 }, 'to'],
  ['an event in no lane', { lanes: ['one'] }, 'events'],
  [
    'an event that ends before it begins',
    { events: [{ year: 1950, end: 1940, title: 'a', lane: 0 }] },
    'events',
  ],
  ['a link', { events: [{ year: 1950, title: 'a', lane: 0, href: 'https://example.org' }] }, 'events'],
  [
    'a work that is an address',
    { events: [{ year: 1950, title: 'a', lane: 0, works: [{ id: '//example.org', name: 'b' }] }] },
    'events',
  ],
  [
    'a lesson that is an address',
    { events: [{ year: 1950, title: 'a', lane: 0, lesson: { id: 'javascript:', title: 'b' } }] },
    'events',
  ],
  ['a certainty of its own', { events: [{ year: 1950, title: 'a', lane: 0, certainty: 'sure' }] }, 'events'],
])('the schema refuses %s', (_, more, path) => {
  expect(z.safeParse(schema, history).success).toBe(true);
  expect(z.safeParse(schema, { ...history, ...more }).error?.issues[0]?.path[0]).toBe(path);
});
