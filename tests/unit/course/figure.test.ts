import { expect, test } from 'vitest';
import { runFigure } from '../../../src/course/figure-data.ts';
import { checkLessons } from '../../../src/course/lesson-check.ts';
import { readLessonFile } from '../../../src/course/lesson-files.ts';
import { seedOf } from '../../../src/course/seed.ts';
import { collectTypes, type TypeFiles } from '../../../src/course/types-world.ts';
import { describedFigures } from '../../../src/figures/described.ts';
import { fromEmbedded } from '../../../src/figures/embedded.ts';
import { figureList } from '../../../src/figures/registry.ts';
import { createRandom } from '../../../src/library/random.ts';

const folder = 'tests/fixtures/lessons';
let types: TypeFiles | undefined;

function problemsOf(name: string) {
  const { lesson, problems } = readLessonFile(process.cwd(), `${folder}/figure-${name}.mdx`);
  return [...problems, ...checkLessons([lesson], () => (types ??= collectTypes(process.cwd())))];
}

const broken: [name: string, line: number, message: RegExp, remedy: RegExp][] = [
  ['attribute', 8, /knows no width/, /id, title, caption/],
  ['fence', 9, /begins with ```ts figure/, /show\.figure/],
  ['tf', 8, /line 1 of it: tf is not there while the site is built/, /make it a cell/],
  ['data', 8, /"curve" do not fit: ys: must be as many as xs/, /What a cell can show/],
  ['unknown', 8, /no such figure; there are contour, curve/, /What a cell can show/],
  ['silent', 8, /ends without show\.figure/, /make it a cell/],
  ['endless', 8, /timed out/, /make it a cell/],
  ['large', 8, /take \d+ characters in the page; 60000 are allowed/, /fewer points/],
  ['throws', 8, /line 3 of it: n must be a whole number of at least 2/, /make it a cell/],
  ['of-cell', 14, /uses slope of the cell "one"/, /name of its own/],
  ['id-taken', 12, /"fog" is that of a cell/, /of its own/],
  ['two-pictures', 8, /calls show\.figure twice/, /make it a cell/],
];

/** Milliseconds; endless code is given up by the build, not by the test. */
const patience = 60_000;

test.each(broken)('%s', { timeout: patience }, (name, line, message, remedy) => {
  const [problem, second] = problemsOf(name);
  expect(second).toBeUndefined();
  expect(problem).toMatchObject({ file: `${folder}/figure-${name}.mdx`, line });
  expect(problem?.message).toMatch(message);
  expect(problem?.remedy).toMatch(remedy);
});

test('words where the code should be: what stands there and what is missing', () => {
  expect(problemsOf('none').map(({ message }) => message)).toEqual([
    '<Figure> holds nothing but its code.',
    'This <Figure> has no code.',
  ]);
});

const shown = (source: string, lesson = 'lesson', cell = 'fog-code') => {
  const run = runFigure(source, lesson, cell);
  if (!run.ok) throw new Error(run.message);
  return fromEmbedded(run.figure.embedded) as { groups: { values: number[] }[] };
};

test('random numbers are those of the kernel: seeded by the lesson and the cell', () => {
  const source = `show.figure('histogram', { groups: [{ label: 'r', values: [Math.random()] }] });`;
  const { uniform } = createRandom(seedOf(`${seedOf('lesson')}/fog-code`));
  expect(shown(source).groups[0]!.values[0]).toBeCloseTo(uniform(), 6);
  expect(shown(source, 'other')).not.toEqual(shown(source));
});

test('the code may await, import and print; nothing of the build is in its reach', () => {
  const source = `
import { spaced } from 'descent/data';

console.log('seen by nobody');
const values = await Promise.resolve(spaced(0, 1, 3));
show.figure('histogram', { groups: [{ label: typeof process + typeof require + typeof fetch, values }] });`;
  expect(shown(source)).toEqual({ groups: [{ label: 'undefinedundefinedundefined', values: [0, 0.5, 1] }] });
});

test('what waits for ever is told', () => {
  expect(runFigure(`await new Promise(() => undefined);`, 'a', 'b')).toMatchObject({
    ok: false,
    message: expect.stringMatching(/never comes/) as string,
  });
});

test('every figure of the page is known to the build', () => {
  expect([...describedFigures].sort()).toEqual(figureList.map(({ name }) => name).sort());
});
