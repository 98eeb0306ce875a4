import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { checkLessons } from '../../../src/course/lesson-check.ts';
import { readLessonFile } from '../../../src/course/lesson-files.ts';
import { readLesson } from '../../../src/course/lesson.ts';
import type { Problem } from '../../../src/course/problems.ts';
import { collectTypes, type TypeFiles } from '../../../src/course/types-world.ts';

const root = process.cwd();
const folder = 'tests/fixtures/lessons';
let types: TypeFiles | undefined;

function problemsOf(name: string): Problem[] {
  const { lesson, problems } = readLessonFile(root, `${folder}/${name}.mdx`);
  return [...problems, ...checkLessons([lesson], () => (types ??= collectTypes(root)))];
}

const broken: [name: string, line: number, column: number, message: RegExp, remedy: RegExp][] = [
  ['bare-decimal', 18, 19, /The prose says 0\.25/, /<Measured .* is=\{0\.25\}/],
  ['bare-thousands', 18, 1, /The prose says 1,980/, /is=\{1980\}/],
  ['bare-percent', 17, 16, /The prose says 97 %/, /is=\{0\.97\}/],
  ['bare-digits', 17, 9, /The prose says 416/, /<Exact>/],
  ['bare-table', 19, 9, /The prose says 1\.25e-3/, /<Cite>/],
];

test.each(broken)('%s', (name, line, column, message, remedy) => {
  const problems = problemsOf(name);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file: `${folder}/${name}.mdx`, line, column });
  expect(problems[0]?.message).toMatch(message);
  expect(problems[0]?.remedy).toMatch(remedy);
});

test('every broken lesson is tested', () => {
  const files = readdirSync(folder).map((file) => basename(file, '.mdx'));
  expect(files.filter((name) => name.startsWith('bare-')).sort()).toEqual(
    broken.map(([name]) => name).sort(),
  );
});

const bareIn = (prose: string): (string | undefined)[] =>
  readLesson('content/01-start/01-a.mdx', `---\ntitle: A\n---\n\n${prose}\n`).problems.map(
    ({ message }) => /says (.*), and/u.exec(message)?.[1],
  );

test.each([
  ['a count', 'Two walkers, 21 moves and 99 looks.'],
  ['a year', 'In 1951 it was shown; by 2017 it was old.'],
  ['mathematics', 'At $0.123$ it holds:\n\n$$\n1.234 + 999\n$$'],
  ['inline code', 'Write `0.125` or `1e-7`.'],
  ['a heading', '## 0.125 and 1,980'],
  ['the address of a link', 'See [the note](https://example.org/12345?x=0.125).'],
  ['a name with a number', 'ResNet-152 and x1000 are names.'],
  [
    'a setting of a cell',
    '```ts cell id="a" title="A"\nconst eta = 0.125 * 1_000_000;\n```\n\nAt −0.125, that is 12.5 %, 1,000,000 times.',
  ],
  ['what the text works out', 'That is <Exact>600</Exact> points.'],
  ['the list of sources', '## Sources\n\n- _Annals_ 22, 400–407.'],
])('%s is no bare result', (_, prose) => {
  expect(bareIn(prose)).toEqual([]);
});

test.each([
  ['a decimal', 'It is 0.125.', '0.125'],
  ['thin groups', 'About 0.000 000 04 of it.', '0.000 000 04'],
  ['a number in emphasis and links', 'It is _**416**_.', '416'],
  ['the text of a link', 'See [0.125](https://example.org).', '0.125'],
  ['a number in a list', '- 1,980 looks', '1,980'],
  ['a year with a separator', 'After 1,951 steps.', '1,951'],
  ['five digits', 'After 91000 steps.', '91000'],
])('%s is', (_, prose, found) => {
  expect(bareIn(prose)).toEqual([found]);
});

test('pages for tests claim nothing', () => {
  expect(readLesson('tests/fixtures/content/a.mdx', 'It is 0.125.').problems).toEqual([]);
});
