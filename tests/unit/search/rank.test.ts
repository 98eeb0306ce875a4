import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/elements/search/entries.ts';
import { createFinder } from '../../../src/elements/search/rank.ts';

const entry = (title: string, rest: Partial<Entry> = {}): Entry => ({
  ...{ group: 'term', title, at: '/glossary/#x', note: '' },
  ...rest,
});
const entries = [
  entry('stochastic gradient descent', { also: ['SGD'] }),
  entry('gradient'),
  entry('Gradient descent, where it leads', { group: 'topic' }),
  entry('Régression'),
  entry('Train the line', { group: 'part', note: 'Cell · Cost, learning rate, iterations' }),
  entry('learning rate'),
];
const titles = (query: string) => createFinder(entries)(query).map(({ title }) => title);

describe('a finder', () => {
  test('finds a term by another of its names', () => {
    expect(titles('sgd')).toEqual(['stochastic gradient descent']);
  });

  test('puts the very name first, then what begins with it, then what has its words', () => {
    expect(titles('gradient')).toEqual([
      'gradient',
      'Gradient descent, where it leads',
      'stochastic gradient descent',
    ]);
  });

  test('finds words by their beginnings, in any order', () => {
    expect(titles('desc grad')).toContain('stochastic gradient descent');
    expect(titles('adient')).toEqual([]);
  });

  test('folds accents and capitals, in the query and in the names', () => {
    expect(titles('REGRESSION')).toEqual(['Régression']);
    expect(titles('Gradiént')[0]).toBe('gradient');
  });

  test('looks into the notes last', () => {
    expect(titles('learning rate')).toEqual(['learning rate', 'Train the line']);
    expect(titles('line cost')).toEqual(['Train the line']);
  });

  test('wants every word', () => {
    expect(titles('gradient boosting')).toEqual([]);
  });

  test('finds nothing for punctuation, and does not read it as a pattern', () => {
    for (const query of ['', '…', '(', '.*', '[a']) expect(titles(query).length).toBeLessThan(2);
    expect(titles('.*')).toEqual([]);
  });

  test('keeps the order of the course among equals', () => {
    const twins = [entry('Cost', { at: '/a/' }), entry('Cost', { at: '/b/' })];
    expect(createFinder(twins)('cost').map(({ at }) => at)).toEqual(['/a/', '/b/']);
  });
});
