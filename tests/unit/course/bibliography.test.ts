import { describe, expect, test } from 'vitest';
import { inOrder, letterOf, shortName, writeOut } from '../../../src/course/bibliography.ts';
import { parseReferences, referenceTypes, type Reference } from '../../../src/course/references.ts';
import { openWorld } from '../../../src/course/world.ts';

/** `_italic_`, `[text](address)`. */
const written = (reference: Reference): string =>
  writeOut(reference)
    .map(({ text, italic, href }) => (href ? `[${text}](${href})` : italic ? `_${text}_` : text))
    .join('');

const work = (fields: Partial<Reference>): Reference => ({
  id: 'doe-2001',
  type: 'book',
  author: [{ family: 'Doe', given: 'Jane' }],
  title: 'On slopes',
  issued: { 'date-parts': [[2001]] },
  ...fields,
});

const entries: Record<Reference['type'], [Partial<Reference>, string]> = {
  'article-journal': [
    {
      'container-title': 'Journal of Slopes',
      volume: '3',
      issue: '1-2',
      page: '10-12',
      DOI: '10.1000/a(b)c',
    },
    'J. Doe (2001), “On slopes”, _Journal of Slopes_ 3(1–2), 10–12. [doi:10.1000/a(b)c](https://doi.org/10.1000/a(b)c)',
  ],
  article: [
    { number: 'arXiv:0101.00001', publisher: 'arXiv', URL: 'https://arxiv.org/abs/0101.00001' },
    'J. Doe (2001), “On slopes”, [arXiv:0101.00001](https://arxiv.org/abs/0101.00001).',
  ],
  'article-magazine': [
    { 'container-title': 'Hills', issued: { 'date-parts': [[2001, 5]] } },
    'J. Doe (2001), “On slopes”, _Hills_, May 2001.',
  ],
  'article-newspaper': [
    { 'container-title': 'The Valley', issued: { 'date-parts': [[2001, 5, 3]] }, page: '7' },
    'J. Doe (2001), “On slopes”, _The Valley_, 3 May 2001, 7.',
  ],
  book: [
    { edition: '2', publisher: 'Peak Press', 'publisher-place': 'Berne' },
    'J. Doe (2001), _On slopes_, 2nd edition, Peak Press, Berne.',
  ],
  chapter: [
    {
      editor: [
        { family: 'Roe', given: 'Jean-Pierre' },
        { family: 'Moe', given: 'Ann B.' },
      ],
      'container-title': 'All Hills',
      'collection-title': 'Notes',
      volume: '9',
      page: '1-8',
      publisher: 'Peak Press',
    },
    'J. Doe (2001), “On slopes”, in J.-P. Roe and A. B. Moe (eds.), _All Hills_, _Notes_ 9, pp. 1–8, Peak Press.',
  ],
  'paper-conference': [
    { 'container-title': 'Proceedings of Hills', page: '4' },
    'J. Doe (2001), “On slopes”, in _Proceedings of Hills_, p. 4.',
  ],
  'post-weblog': [
    {
      'container-title': 'Hill notes',
      URL: 'https://hills.example/slopes/',
      issued: { 'date-parts': [[2001, 12, 11]] },
    },
    'J. Doe (2001), “On slopes”, _Hill notes_, 11 December 2001. [hills.example/slopes](https://hills.example/slopes/)',
  ],
  report: [
    { genre: 'report', number: '85-460-1', publisher: 'Hill Laboratory', 'publisher-place': 'Buffalo' },
    'J. Doe (2001), _On slopes_, report 85-460-1, Hill Laboratory, Buffalo.',
  ],
  thesis: [
    { genre: 'PhD thesis', publisher: 'University of Hills' },
    'J. Doe (2001), _On slopes_, PhD thesis, University of Hills.',
  ],
  webpage: [
    { author: [{ literal: 'Hill Office' }], URL: 'https://hills.example/' },
    'Hill Office (2001), “On slopes”. [hills.example](https://hills.example/)',
  ],
};

describe('an entry is written out by its type', () => {
  test.each(referenceTypes)('%s', (type) => {
    const [fields, expected] = entries[type];
    expect(written(work({ type, ...fields }))).toBe(expected);
  });

  test('every work of the course, with nothing doubled or missing', () => {
    for (const reference of openWorld(process.cwd()).references().values()) {
      const text = written(reference);
      expect(text, reference.id).not.toMatch(/undefined|, ,|,,|\.\.|\(\)| {2}|^\s|\s$/u);
      expect(text, reference.id).toMatch(/\.$|\)$/u);
      expect(text, reference.id).toContain(`(${reference.issued['date-parts'][0][0]})`);
    }
  });
});

describe('names', () => {
  const people = (...families: string[]) => families.map((family) => ({ family, given: 'Ann' }));

  test('one, two, more, and an editor in the place of an author', () => {
    expect(shortName(work({ author: people('Roe') }))).toBe('Roe 2001');
    expect(shortName(work({ author: people('Roe', 'Moe') }))).toBe('Roe and Moe 2001');
    expect(shortName(work({ author: people('Roe', 'Moe', 'Poe') }))).toBe('Roe et al. 2001');
    const edited = work({ author: undefined, editor: people('Roe'), publisher: 'Peak Press' });
    expect(written(edited)).toBe('A. Roe (ed.) (2001), _On slopes_, Peak Press.');
  });

  test('of long lists the first', () => {
    const six = work({ author: people('A', 'B', 'C', 'D', 'E', 'F') });
    expect(written(six)).toMatch(/^A\. A, A\. B, A\. C, A\. D, A\. E and A\. F /);
    expect(written(work({ author: people('A', 'B', 'C', 'D', 'E', 'F', 'G') }))).toMatch(
      /^A\. A and others /,
    );
  });

  test('are in alphabetical order, accents or not, then by year', () => {
    const ids = [
      work({ id: 'b', author: people('Zoe') }),
      work({ id: 'c', author: people('Élan'), issued: { 'date-parts': [[2003]] } }),
      work({ id: 'd', author: people('Élan') }),
      work({ id: 'e', author: people('Fox') }),
    ];
    expect(inOrder(ids).map(({ id }) => id)).toEqual(['d', 'c', 'e', 'b']);
    expect(inOrder(ids).map(letterOf)).toEqual(['E', 'E', 'F', 'Z']);
  });
});

test('a title in another language says so, quotation marks in a title become single', () => {
  expect(writeOut(work({ language: 'de', title: 'Über Hänge' })).find(({ lang }) => lang)).toMatchObject({
    text: 'Über Hänge',
    lang: 'de',
  });
  expect(written(work({ type: 'article', title: '"Direct" search' }))).toContain('“‘Direct’ search”');
});

test('an address with signs that would end it early is kept whole', () => {
  const [reference] = parseReferences(
    `- { id: doe-2001, type: webpage, author: [{ literal: Doe }], title: A, issued: { date-parts: [[2001]] }, URL: https://a.example/, DOI: '10.1000/<1>#x' }`,
  ).values();
  expect(writeOut(reference!).at(-1)).toMatchObject({ href: 'https://doi.org/10.1000/%3C1%3E%23x' });
});
