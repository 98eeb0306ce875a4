import { describe, expect, test } from 'vitest';
import { citingLessons } from '../../../src/course/citing.ts';
import { readLesson } from '../../../src/course/lesson.ts';
import { isDay, isFuture, isPlainDate, showDate } from '../../../src/course/plain-date.ts';
import { parseReferences } from '../../../src/course/references.ts';

const sound = `- id: doe-2001
  type: book
  author: [{ family: Doe, given: Jane }]
  title: On slopes
  publisher: Peak Press
  issued: { date-parts: [[2001]] }
`;

const broken: [what: string, text: string, error: RegExp][] = [
  ['no YAML', '- id: [', /content\/references\.yaml:\d+: /],
  ['an unknown field', `${sound}  pages: 1-2\n`, /:1: doe-2001: .*pages[^]*fields of CSL-JSON/],
  ['an unknown type', sound.replace('type: book', 'type: song'), /:2: doe-2001\.type/],
  ['a missing title', sound.replace('  title: On slopes\n', ''), /doe-2001\.title/],
  ['no author', sound.replace(/ {2}author.*\n/, ''), /:1: doe-2001 has no author[^]*literal/],
  ['half a name', sound.replace(', given: Jane', ''), /:3: doe-2001\.author/],
  [
    'a field that its type needs',
    sound.replace(/ {2}publisher.*\n/, ''),
    /doe-2001 has no publisher[^]*type book needs/,
  ],
  [
    'an id of another form',
    sound.replace('doe-2001', 'doe2001'),
    /:1: doe2001\.id: an id is a name and a year/,
  ],
  [
    'an id of another year',
    sound.replace('doe-2001', 'doe-2002'),
    /:1: .*not its first name and its year[^]*Call it doe-2001/,
  ],
  [
    'an id of another name',
    sound.replace('doe-2001', 'roe-2001'),
    /:1: .*not its first name[^]*Call it doe-2001/,
  ],
  ['the same id twice', sound + sound, /:7: the id "doe-2001" is there twice[^]*1951b/],
  [
    'the same DOI twice',
    `${sound}  DOI: 10.1000/A\n${sound.replace('doe-2001', 'doe-2001b')}  DOI: 10.1000/a\n`,
    /:14: doe-2001b has the DOI of another work/,
  ],
  [
    'a DOI with its address',
    `${sound}  DOI: https://doi.org/10.1000/a\n`,
    /:7: .*A DOI begins|:7: .*a DOI begins with 10\./,
  ],
  ['an address of no page', `${sound}  URL: javascript:alert(1)\n`, /:7: .*begins with https/],
  [
    'checked without a day',
    `${sound}  checked: The abstract.\n`,
    /:7: doe-2001 has checked without checkedOn/,
  ],
  ['a day without what was checked', `${sound}  checkedOn: 2026-01-01\n`, /:7: .*checkedOn without checked/],
  ['a day to come', `${sound}  checked: All of it.\n  checkedOn: 2999-01-01\n`, /:8: .*a day to come/],
  [
    'a day that is none',
    `${sound}  checked: All of it.\n  checkedOn: 2026-02-30\n`,
    /:8: .*written as 2026-11-21/,
  ],
];

describe('references.yaml fails the build with file, line and remedy on', () => {
  test.each(broken)('%s', (_, text, error) => {
    expect(() => parseReferences(text)).toThrow(error);
  });
});

test('a sound list is read, by id', () => {
  const two = parseReferences(sound + sound.replace('doe-2001', 'doe-2001b'));
  expect([...two.keys()]).toEqual(['doe-2001', 'doe-2001b']);
  expect(two.get('doe-2001')?.title).toBe('On slopes');
});

test('lessons that cite a work, by itself or as the source of a claim or an entry', () => {
  const lesson = (id: string, text: string) => readLesson(`content/01-a/01-${id}.mdx`, text).lesson;
  const citing = citingLessons([
    lesson('one', 'As shown<Cite of="a-1900 b-1901" /> and again<Cite of="a-1900" />.\n'),
    lesson(
      'two',
      '<Claim id="x" often="X." certainty="likely" source="a-1900" checked="no">\n\nY.\n\n</Claim>\n',
    ),
    lesson(
      'three',
      '<Entry id="y" title="Y" kind="milestone" date="1900" source="b-1901">\n\nY.\n\n</Entry>\n',
    ),
  ]);
  expect([...citing]).toEqual([
    ['a-1900', ['one', 'two']],
    ['b-1901', ['one', 'three']],
  ]);
});

test('dates', () => {
  expect(['1847', '1847-10', '1847-10-18'].map(isPlainDate)).toEqual([true, true, true]);
  expect(['', '47', '1847-13', '1847-02-30', '1847-1-1', '2001-1'].filter(isPlainDate)).toEqual([]);
  expect(isDay('1847-10')).toBe(false);
  expect(['1847', '1847-10', '1847-10-08'].map(showDate)).toEqual(['1847', 'October 1847', '8 October 1847']);
  const noon = Date.parse('2026-11-21T12:00:00Z');
  expect(isFuture('2026-11-22', noon)).toBe(false); // there are places where it has begun
  expect(isFuture('2026-11-23', noon)).toBe(true);
});
