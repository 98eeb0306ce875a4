import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { checkLessons } from '../../../src/course/lesson-check.ts';
import { readLessonFile } from '../../../src/course/lesson-files.ts';
import { LessonProblems } from '../../../src/course/problems.ts';
import { collectTypes, type TypeFiles } from '../../../src/course/types-world.ts';

const root = process.cwd();
const folder = 'tests/fixtures/lessons';
let types: TypeFiles | undefined;

function problemsOf(name: string) {
  const { lesson, problems } = readLessonFile(root, `${folder}/${name}.mdx`);
  return [...problems, ...checkLessons([lesson], () => (types ??= collectTypes(root)))];
}

const broken: [name: string, line: number, column: number, message: RegExp, remedy: RegExp][] = [
  ['id-missing', 8, 1, /no id/, /id="…"/],
  ['id-bad', 8, 1, /"Train It" cannot be a cell's id/, /learning-rate/],
  ['id-repeated', 12, 1, /"one" is that of another cell .* line 8/, /of its own/],
  ['id-of-heading', 10, 1, /"train-it" is that of the heading in line 8/, /another id/],
  ['title-missing', 8, 1, /no title/, /title="…"/],
  ['title-empty', 8, 1, /no title/, /title="…"/],
  ['room-bad', 8, 1, /room is the height .* not "tall"/, /room=12/],
  [
    'meta-unknown',
    8,
    1,
    /knows no rooom/,
    /Did you mean room\? It knows id, title, room, narrow, live, long/,
  ],
  ['meta-repeated', 8, 1, /id stands twice/, /Keep one/],
  ['live-with-value', 8, 1, /live takes no value/, /alone/],
  ['language', 8, 1, /not in js/, /ts cell/],
  ['syntax', 10, 16, /; cannot stand here/, /bracket/],
  ['unclosed', 9, 14, /This { is never closed/, /missing }/],
  ['enum', 9, 1, /no enum/, /as const/],
  ['reserved-name', 9, 7, /show is there in every cell/, /another name/],
  ['const-assigned', 10, 1, /a is a const/, /let a/],
  ['name-undefined', 10, 10, /No cell of this lesson defines wieghts/, /correct the name/],
  ['name-twice', 14, 5, /"one" defines w already/, /another name/],
  [
    'cycle',
    9,
    17,
    /"one" needs b of "two", "two" needs c of "three", "three" needs a of "one"/,
    /comes first/,
  ],
  ['type-error', 10, 7, /'number' is not assignable to type 'string'/, /"one"/],
  ['type-error-across', 13, 3, /toUpperCase/, /"two"/],
  ['tensor-type', 10, 3, /mull/, /"one"/],
  ['module-unknown', 9, 19, /descent\/dta/, /"one"; there are descent\/data/],
  ['import-unknown', 9, 10, /spirls/, /"one"/],
  ['platform-name', 9, 1, /defines fetch/, /correct the name/],
  ['indented', 12, 4, /a is a const/, /let a/],
  ['mdx', 8, 16, /not MDX/, /\\{/],
];

test.each(broken)('%s', (name, line, column, message, remedy) => {
  const problems = problemsOf(name);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file: `${folder}/${name}.mdx`, line, column });
  expect(problems[0]?.message).toMatch(message);
  expect(problems[0]?.remedy).toMatch(remedy);
});

test('a sound lesson has no problems', () => {
  expect(problemsOf('sound')).toEqual([]);
});

/** Mistakes in words of the vocabulary have tests of their own, named after the word. */
const elsewhere =
  /^(?:bare|cite|claim|entry|exact|exercise|figure|head|hint|measured|predict|prose|quiz|recap|table|tag|term|timeline)-/;

test('every broken lesson is tested', () => {
  const files = readdirSync(folder)
    .map((file) => basename(file, '.mdx'))
    .filter((name) => !elsewhere.test(name));
  expect(files.sort()).toEqual(['sound', ...broken.map(([name]) => name)].sort());
});

test('problems are told together, in order, with file, line and column first', () => {
  const { message } = new LessonProblems([...problemsOf('type-error'), ...problemsOf('id-repeated')]);
  const places = message.match(/^tests\/[^ ]*/gm);
  expect(places).toEqual([`${folder}/id-repeated.mdx:12:1:`, `${folder}/type-error.mdx:10:7:`]);
  expect(message).toMatch(/^The lessons have 2 problems/);
});

test('the place of a problem is the place of the faulty text in the file', () => {
  const [problem] = problemsOf('name-undefined');
  const line = readFileSync(`${folder}/name-undefined.mdx`, 'utf8').split('\n')[(problem?.line ?? 0) - 1];
  expect(line?.slice((problem?.column ?? 0) - 1)).toMatch(/^wieghts/);
});
