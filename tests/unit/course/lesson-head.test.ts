import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { parseCurriculum } from '../../../src/course/curriculum.ts';
import { checkHead } from '../../../src/course/lesson-head.ts';

const folder = 'tests/fixtures/lessons';

const broken: [name: string, line: number, message: RegExp, remedy: RegExp][] = [
  ['head-none', 1, /has no head/, /Begin the file with ---/],
  ['head-yaml', 2, /compact mappings|mapping/i, /needs quotes/],
  ['head-key', 4, /knows no objectivs/, /Did you mean objectives\?/],
  ['head-missing', 1, /has no summary/, /Add it\. The head has title, summary/],
  ['head-type', 4, /minutes in the head: .*number/, /minutes \(a whole number\)/],
];

test.each(broken)('%s', (name, line, message, remedy) => {
  const file = `${folder}/${name}.mdx`;
  const problems = checkHead(file, readFileSync(file, 'utf8'), null);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file, line });
  expect(problems[0]?.message).toMatch(message);
  expect(problems[0]?.remedy).toMatch(remedy);
});

test('every broken head is tested, and a sound one is none', () => {
  const files = readdirSync(folder).map((file) => basename(file, '.mdx'));
  expect(files.filter((name) => name.startsWith('head-')).sort()).toEqual(
    broken.map(([name]) => name).sort(),
  );
  const file = `${folder}/sound.mdx`;
  expect(checkHead(file, readFileSync(file, 'utf8'), null)).toEqual([]);
});

const curriculum = parseCurriculum(`chapters:
  - folder: 01-start
    title: Start
    lessons:
      - { id: one, title: One, minutes: 10, summary: Does it. }
      - { id: two, title: Two, minutes: 20, summary: Does it., needs: [one] }
`);
const head = (lines: string) => `---\ntitle: Two\nsummary: Does it.\n${lines}---\n\nText.\n`;

test.each([
  ['minutes', '01-start/02-two', head('minutes: 21\n'), 4, /minutes here is 21, .* 20/, /"id: two"/],
  ['needs', '01-start/02-two', head('needs: [two]\n'), 4, /needs here is \[two\], .* \[one\]/, /agree/],
  ['title', '01-start/02-two', head('').replace('Two', 'Too'), 2, /title here is "Too"/, /agree/],
  [
    'place',
    '01-start/03-two',
    head(''),
    1,
    /1\.2 stands in the wrong place/,
    /content\/01-start\/02-two\.mdx/,
  ],
  ['id', '01-start/02-towo', head(''), 1, /plans no lesson "towo"/, /curriculum\.yaml/],
])('%s other than planned', (_, path, text, line, message, remedy) => {
  const problems = checkHead(`content/${path}.mdx`, text, curriculum);
  expect(problems).toMatchObject([{ line }]);
  expect(problems[0]?.message).toMatch(message);
  expect(problems[0]?.remedy).toMatch(remedy);
});

test('what is as planned, or a page beside the chapters, is sound', () => {
  expect(checkHead('content/01-start/02-two.mdx', head('minutes: 20\nneeds: [one]\n'), curriculum)).toEqual(
    [],
  );
  expect(checkHead('content/what-else.mdx', head(''), curriculum)).toEqual([]);
});
