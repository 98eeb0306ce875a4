import { describe, expect, test } from 'vitest';
import { findPart, type Assignable } from '../../../src/teaching/assignable.ts';
import { keyOf, type Item } from '../../../src/teaching/assignment.ts';
import {
  choose,
  differences,
  indexCourse,
  reopen,
  search,
  shareOf,
  takePresent,
  toKeys,
  toPoints,
  usualTitle,
  type Chosen,
} from '../../../src/teaching/selection.ts';

const part = (kind: 'exercise' | 'quiz', id: string, title: string, questions = 0) => ({
  ...{ kind, id, title, hash: `long00${id.replaceAll('-', '').padStart(6, '0').slice(-6)}` },
  keys: Array.from({ length: questions }, (_, i) => ({
    question: `q${i}`,
    key: { kind: 'choice', right: 'a', several: false } as never,
  })),
});
const course: Assignable = {
  chapters: [
    {
      ...{ number: 4, title: 'Learning as descent' },
      lessons: [
        {
          ...{ id: 'cost', number: '4.2', title: 'Cost, learning rate', minutes: 45 },
          parts: [part('exercise', 'one-step', 'One step'), part('quiz', 'rates', 'Check yourself', 8)],
        },
        {
          ...{ id: 'optimisers', number: '4.3', title: 'The optimiser family', minutes: 45 },
          parts: [part('exercise', 'adam', 'Correct the bias'), part('quiz', 'rates', 'Check yourself', 7)],
        },
      ],
    },
    {
      ...{ number: 9, title: 'Sequences and sound' },
      lessons: [
        {
          ...{ id: 'rnn', number: '9.1', title: 'Word by word', minutes: 50 },
          parts: [part('exercise', 'rnn-step', 'One step of a récurrent network')],
        },
      ],
    },
  ],
};
const index = indexCourse(course);
const all = [...index.values()];
const found = (key: string) => index.get(key)!;
const keys = (items: readonly Chosen[]) => items.map(keyOf);
const item = (lesson: string, id: string, more: Partial<Item> = {}): Item => ({
  ...{ kind: 'exercise', lesson, part: id, hash: 'abcdef', points: 3 },
  ...more,
});

test('every part of the course is found by its key', () => {
  expect([...index.keys()]).toEqual([
    ...['exercise:cost/one-step', 'quiz:cost/rates', 'exercise:optimisers/adam', 'quiz:optimisers/rates'],
    'exercise:rnn/rnn-step',
  ]);
  expect(findPart(course, item('cost', 'one-step'))).toEqual(found('exercise:cost/one-step'));
});

describe('choosing', () => {
  test('keeps the course’s order and the points that were set', () => {
    let items = choose([], [found('exercise:rnn/rnn-step'), found('quiz:cost/rates')], true, index);
    expect(keys(items)).toEqual(['quiz:cost/rates', 'exercise:rnn/rnn-step']);
    expect(items.map(({ points }) => points)).toEqual(['8', '5']);
    items = items.map((each) => ({ ...each, points: '2.5' }));
    items = choose(items, all, true, index);
    expect(keys(items)).toEqual([...index.keys()]);
    expect(items.map(({ points }) => points)).toEqual(['5', '2.5', '5', '7', '2.5']);
  });

  test('lets go of some, and of nothing else', () => {
    const items = choose(choose([], all, true, index), [found('quiz:cost/rates')], false, index);
    expect(keys(items)).not.toContain('quiz:cost/rates');
    expect(keys(items)).toContain('quiz:optimisers/rates');
    expect(items).toHaveLength(4);
  });

  test('some, all or none of a lesson', () => {
    const lesson = all.slice(0, 2);
    expect(shareOf(new Set(), lesson)).toBe('none');
    expect(shareOf(toKeys(choose([], lesson.slice(1), true, index)), lesson)).toBe('some');
    expect(shareOf(toKeys(choose([], all, true, index)), lesson)).toBe('all');
  });
});

test('points are numbers from 0 to 1000', () => {
  expect(['0', '2.5', ' 7 ', '2,5', '1000'].map(toPoints)).toEqual([0, 2.5, 7, 2.5, 1000]);
  for (const text of ['', ' ', '-1', '1001', 'five', '1e9', 'NaN', '0x', 'Infinity'])
    expect(toPoints(text), text).toBeNull();
});

describe('an assignment that is opened again', () => {
  const short = found('exercise:cost/one-step').part.hash.slice(-6);
  const items = [
    item('gone-lesson', 'x'),
    item('rnn', 'rnn-step', { hash: 'zzzzzz' }),
    item('cost', 'one-step', { hash: short, points: 1.5 }),
    item('cost', 'one-step', { hash: short, points: 2 }),
  ];

  test('has what it had, once, in the course’s order, with whole hashes where nothing changed', () => {
    const again = reopen(items, index);
    expect(keys(again)).toEqual([
      'exercise:cost/one-step',
      'exercise:rnn/rnn-step',
      'exercise:gone-lesson/x',
    ]);
    expect(again.map(({ hash }) => hash)).toEqual([
      found('exercise:cost/one-step').part.hash,
      ...['zzzzzz', 'abcdef'],
    ]);
    expect(again[0]?.points).toBe('2');
  });

  test('shows what the course changed and what it has no longer, until the present is taken', () => {
    const again = reopen(items, index);
    const { changed, gone } = differences(again, index);
    expect([...changed]).toEqual(['exercise:rnn/rnn-step']);
    expect(keys(gone)).toEqual(['exercise:gone-lesson/x']);
    const present = takePresent(again, index);
    expect(differences(present, index)).toEqual({ changed: new Set(), gone: [] });
    expect(present.map(({ points }) => points)).toEqual(['2', '3']);
  });
});

describe('the search', () => {
  const titles = (words: string) =>
    search(course, words).chapters.flatMap(({ lessons }) =>
      lessons.flatMap(({ number, parts }) => parts.map(({ title }) => `${number} ${title}`)),
    );

  test('finds parts by all words, in their titles or those above', () => {
    expect(titles('one step')).toEqual(['4.2 One step', '9.1 One step of a récurrent network']);
    expect(titles('ONE 4.2')).toEqual(['4.2 One step']);
    expect(titles('optimiser')).toHaveLength(2);
    expect(titles('quiz descent')).toHaveLength(2);
    expect(titles('recurrent')).toHaveLength(1);
    expect(titles('no such thing')).toEqual([]);
    expect(titles('.*')).toEqual([]);
  });

  test('without words leaves everything', () => {
    expect(search(course, '  ')).toEqual(course);
  });
});

describe('the title that nobody typed', () => {
  const titleOf = (...chosen: string[]) => usualTitle(choose([], chosen.map(found), true, index), course);

  test('is that of the least that holds everything', () => {
    expect(titleOf()).toBe('');
    expect(titleOf('exercise:optimisers/adam')).toBe('The optimiser family: Correct the bias');
    expect(titleOf('exercise:optimisers/adam', 'quiz:optimisers/rates')).toBe('The optimiser family');
    expect(titleOf('exercise:optimisers/adam', 'quiz:cost/rates')).toBe('Learning as descent');
    expect(titleOf('exercise:optimisers/adam', 'exercise:rnn/rnn-step')).toBe('Chapters 4 and 9');
  });
});
