import { describe, expect, test } from 'vitest';
import { parseGlossary } from '../../../src/course/glossary.ts';
import { likelyNames } from '../../../src/course/likely-names.ts';
import { openWorld } from '../../../src/course/world.ts';

const lessons = new Set(['cost', 'tensors']);
const read = (text: string) => parseGlossary(text, lessons);

const rate = `- id: learning-rate
  term: learning rate
  definition: How far a step goes.
`;
const step = `- id: step
  term: step
  definition: One update.
  also: [iteration]
  see: [learning-rate]
  lesson: cost
`;

const broken: [what: string, text: string, error: RegExp][] = [
  ['the same id twice', rate + rate, /content\/glossary\.yaml:4: the id "learning-rate" is there twice/],
  [
    'a name of two terms',
    `${rate + step}- id: pace\n  term: pace\n  definition: A pace.\n  also: [Iteration]\n`,
    /:10: "Iteration" is a name of "step" and of "pace"/,
  ],
  [
    'an unknown lesson',
    `${rate}  lesson: costs\n`,
    /:4: .*"costs", which no lesson is called[^]*Did you mean cost\?/,
  ],
  ['an unknown term to see', `${rate}  see: [stp]\n`, /:4: .*points to "stp"/],
  ['a term that points to itself', `${rate}  see: [learning-rate]\n`, /:4: .*points to itself/],
  ['an unknown field', `${rate}  alias: [eta]\n`, /:1: learning-rate: .*alias[^]*A term has id/],
  ['a definition without an end', rate.replace('goes.', 'goes'), /:3: learning-rate\.definition: end it/],
  ['no definition', '- id: a\n  term: a\n', /a\.definition/],
];

describe('glossary.yaml fails the build with file, line and remedy on', () => {
  test.each(broken)('%s', (_, text, error) => {
    expect(() => read(text)).toThrow(error);
  });
});

test('a term is found by its id, its names and their plurals', () => {
  const { find } = read(rate + step);
  for (const name of ['learning-rate', 'learning rate', 'Learning rates'])
    expect(find(name)?.id).toBe('learning-rate');
  for (const name of ['step', 'steps', 'iterations']) expect(find(name)?.id).toBe('step');
  expect(find('rate')).toBeUndefined();
});

test('terms come in alphabetical order', () => {
  expect(read(step + rate).terms.map(({ id }) => id)).toEqual(['learning-rate', 'step']);
});

test('the names that may have been meant', () => {
  expect(likelyNames('lerning-rate', ['learning-rate', 'step'])).toEqual(['learning-rate']);
  expect(likelyNames('x', ['learning-rate'])).toEqual([]);
});

describe('the course’s glossary', () => {
  const { terms } = openWorld(process.cwd()).glossary();

  test('points from each definition to every other term that it uses', () => {
    const names = terms
      .flatMap(({ id, term, also }) => [term, ...also].map((name) => ({ id, name })))
      .sort((a, b) => b.name.length - a.name.length);
    const missing: string[] = [];
    for (const { id: own, definition, see } of terms) {
      let rest = definition.replaceAll(/`[^`]*`/gu, '');
      for (const { id, name } of names) {
        const word = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
        const found = new RegExp(`(?<![\\w-])${word}(s|es)?(?![\\w-])`, /[a-z]/u.test(name) ? 'giu' : 'gu');
        // The longest name first: "gradient descent" is no "gradient".
        const without = rest.replaceAll(found, ' ');
        if (without !== rest && id !== own && !see.includes(id))
          missing.push(`${own} uses ${name}: see ${id}`);
        rest = without;
      }
    }
    expect(missing).toEqual([]);
  });

  test('has a home for each term, and says each in three sentences at the most', () => {
    for (const { id, lesson, definition } of terms) {
      expect(lesson, id).toBeDefined();
      expect(definition.match(/[.?](?=\s|$)/gu)?.length, id).toBeLessThanOrEqual(3);
    }
  });
});
