import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { checkLessons } from '../../../src/course/lesson-check.ts';
import { readLessonFile } from '../../../src/course/lesson-files.ts';

const root = process.cwd();
const folder = 'tests/fixtures/lessons';

/** No fixture here has a cell, so no types are needed. */
function problemsOf(name: string) {
  const { lesson, problems } = readLessonFile(root, `${folder}/${name}.mdx`);
  return [...problems, ...checkLessons([lesson], () => expect.unreachable())];
}

const broken: [name: string, line: number, column: number, message: RegExp, remedy: RegExp][] = [
  ['claim-source-unknown', 8, 1, /No work is called "cauchy-1874"/, /Did you mean cauchy-1847\?/],
  ['claim-not-opened', 8, 1, /does not say that the text of "minsky-papert-1969" was opened/, /checked="no"/],
  ['claim-future', 8, 1, /2999-01-01, a day to come/, /Correct the date/],
  [
    'claim-before-opened',
    8,
    1,
    /checked on 2020-01-01, before "cauchy-1847" was opened/,
    /earlier of the two/,
  ],
  ['claim-no-such-day', 8, 1, /write the day, as 2026-11-21, or no/, /Correct checked/],
  ['claim-unsaid', 8, 1, /has no often/, /Add often/],
  ['claim-certainty', 8, 1, /certain, likely or doubtful/, /Correct certainty/],
  ['claim-unknown-truth', 8, 1, /does not say what is known/, /between <Claim …> and <\/Claim>/],
  ['cite-unknown', 8, 13, /No work is called "robins-monro-1951"/, /Did you mean robbins-monro-1951\?/],
  ['cite-missing', 8, 13, /<Cite> has no of/, /Add of/],
  ['cite-at-of-many', 8, 13, /one work, and this <Cite> has 2/, /each by itself/],
  ['cite-twice', 8, 13, /names "cauchy-1847" twice/, /once/],
  ['cite-around', 8, 4, /something inside/, /Close it at once/],
  ['term-unknown', 8, 5, /no "lerning rate"/, /Did you mean learning-rate/],
  ['term-id-unknown', 8, 5, /no "zeal"/, /Add it to content\/glossary\.yaml/],
  ['term-empty', 8, 5, /is empty/, /Put the word between/],
  ['term-attribute', 8, 5, /<Term> knows no to/, /knows of/],
  ['table-none', 8, 1, /<Table> holds 0 tables/, /one Markdown table/],
  ['table-two', 8, 1, /<Table> holds 2 tables/, /one Markdown table/],
  ['table-untitled', 8, 1, /<Table> has no title/, /Add title/],
  ['table-id-taken', 8, 1, /"some-prose" is that of the heading in line 16/, /another id/],
  ['entry-undated-source', 8, 1, /a date and no source/, /the work that the date is from/],
  ['entry-source-unknown', 8, 1, /No work is called "cauchy-1846"/, /cauchy-1847/],
  ['entry-kind', 8, 1, /milestone, work, product or resource/, /Correct kind/],
  ['entry-date', 8, 1, /write a year, a month or a day/, /Correct date/],
  ['entry-span', 8, 1, /write a year, a month or a day/, /Correct date/],
  ['entry-empty', 8, 1, /is empty/, /one or two sentences/],
];

test.each(broken)('%s', (name, line, column, message, remedy) => {
  const problems = problemsOf(name);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file: `${folder}/${name}.mdx`, line, column });
  expect(problems[0]?.message).toMatch(message);
  expect(problems[0]?.remedy).toMatch(remedy);
});

test('every broken lesson of these words is tested', () => {
  const files = readdirSync(folder).filter((file) => /^(claim|cite|term|table|entry)-/u.test(file));
  expect(files.map((file) => basename(file, '.mdx')).sort()).toEqual(broken.map(([name]) => name).sort());
});

test('what is right has no problems', () => {
  const { lesson, problems } = readLessonFile(root, 'tests/fixtures/content/kitchen-knowledge.mdx');
  expect([...problems, ...checkLessons([lesson], () => expect.unreachable())]).toEqual([]);
});
