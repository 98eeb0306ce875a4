import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { checkLessons } from '../../../src/course/lesson-check.ts';
import { readLessonFile } from '../../../src/course/lesson-files.ts';
import type { Problem } from '../../../src/course/problems.ts';
import { collectTypes, type TypeFiles } from '../../../src/course/types-world.ts';
import { containsNumber, halfUnit, printNumber } from '../../../src/course/vocabulary/measured-print.ts';

const root = process.cwd();
const folder = 'tests/fixtures/lessons';
let types: TypeFiles | undefined;

function problemsOf(name: string): Problem[] {
  const { lesson, problems } = readLessonFile(root, `${folder}/${name}.mdx`);
  return [...problems, ...checkLessons([lesson], () => (types ??= collectTypes(root)))];
}

const broken: [name: string, line: number, column: number, message: RegExp, remedy: RegExp][] = [
  ['measured-cell', 17, 1, /names the cell "trian"/, /train, sum/],
  ['measured-path', 17, 7, /write a name of the cell, as in loss, rows\[2\]\.height/, /Correct value/],
  ['measured-name', 17, 7, /reads total, and neither the cell "train"/, /Defined are: losses/],
  ['measured-within', 17, 7, /how far a run may be off/, /Correct within/],
  ['measured-is-missing', 17, 7, /is of <Measured>/, /Correct is/],
  ['measured-text', 17, 7, /“about 0\.6”, which does not contain 0\.5/, /Make the two agree/],
  ['measured-word-within', 17, 7, /takes no within/, /Leave them out/],
  ['measured-computed', 17, 7, /more than a value/, /Write a number/],
  ['measured-exact-empty', 17, 11, /holds no number/, /<Exact>600<\/Exact>/],
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
  expect(files.filter((name) => name.startsWith('measured-')).sort()).toEqual(
    broken.map(([name]) => name).sort(),
  );
});

test.each<[value: number, print: { digits?: number; unit?: string }, text: string, within: number]>([
  [0.97, {}, '0.97', 0.005],
  [-2.07, {}, '−2.07', 0.005],
  [799_600, {}, '799,600', 0.5],
  [0.000143, {}, '0.000143', 5e-7],
  [91_004.4, { digits: 2 }, '91,000', 500],
  [2.5, { digits: 3 }, '2.50', 0.005],
  [0.973, { unit: '%' }, '97.3%', 0.0005],
  [0.07, { unit: '%' }, '7%', 0.005],
  [3, { unit: 'm' }, '3\u00A0m', 0.5],
  [0, {}, '0', 0.5],
])('%d %o is printed as %s and holds within %d', (value, print, text, within) => {
  expect(printNumber(value, print)).toBe(text);
  expect(halfUnit(value, print)).toBeCloseTo(within, 12);
});

test.each<[text: string, value: number, is: boolean]>([
  ['about 0.000 000 04', 4e-8, true],
  ['91,000', 91_000, true],
  ['−6.06', -6.06, true],
  ['6.06', -6.06, false],
  ['97 %', 0.97, true],
  ['nine', 9, false],
  ['103 of them', 3, false],
])('%s contains %d: %s', (text, value, is) => {
  expect(containsNumber(text, value)).toBe(is);
});
