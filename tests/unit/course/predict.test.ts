import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { checkLessons } from '../../../src/course/lesson-check.ts';
import { readLessonFile } from '../../../src/course/lesson-files.ts';
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
  ['predict-cell', 17, 1, /names the cell "trian"/, /train, sum/],
  ['predict-name', 17, 1, /<Predict> reads total/, /Defined are: losses/],
  ['predict-kind', 17, 1, /choose number, pick, curve, point/, /Correct kind/],
  ['predict-no-list', 17, 1, /0 choices/, /begins with "- "/],
  ['predict-same-choice', 17, 1, /are the same/, /once/],
  ['predict-no-range', 17, 1, /kind curve has no y/, /y=\{\[0, 1\]\}/],
  ['predict-range-turned', 17, 1, /x of <Predict>: write \[smallest, largest\]/, /Correct x/],
  ['predict-foreign', 17, 1, /kind number takes no x/, /within, unit/],
  ['predict-empty', 17, 1, /asks nothing/, /what the reader is to expect/],
  ['predict-id-taken', 17, 1, /"sum" is that of a cell/, /of its own/],
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
  expect(files.filter((name) => name.startsWith('predict-')).sort()).toEqual(
    broken.map(([name]) => name).sort(),
  );
});
