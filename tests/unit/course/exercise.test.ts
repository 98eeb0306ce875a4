import { describe, expect, test } from 'vitest';
import { checkLessons } from '../../../src/course/lesson-check.ts';
import { readLesson } from '../../../src/course/lesson.ts';
import { toRecord } from '../../../src/course/lesson-record.ts';
import { collectTypes, type TypeFiles } from '../../../src/course/types-world.ts';
import { compiledCell } from '../../../src/kernel/protocol.ts';

const file = 'content/04-descent/02-cost.mdx';
let types: TypeFiles | undefined;

const fence = (meta: string, code: string): string => `\`\`\`ts ${meta}\n${code}\n\`\`\``;

interface Parts {
  tag?: string;
  prose?: string;
  variant?: string | null;
  starter?: string | null;
  solution?: string | null;
  check?: string | null;
  hints?: string;
  /** Before and after the exercise. */
  around?: [string, string];
}

const starter = 'function step(w: number): number {\n  return w; // your line\n}';
const solution = 'function step(w: number): number {\n  return w - 1;\n}';
const check =
  "import { check, near, work } from 'descent/check';\ncheck('one step', async () => near(await work.call('step', 10), 9));";

/** An exercise that is right but for the parts given. Its first fence begins in line 8. */
function lesson(parts: Parts = {}): string {
  const given = { starter, solution, check, variant: null, ...parts };
  const { tag = 'id="step" title="One step" kind="complete"', prose = 'Write one step.' } = parts;
  const { hints = '<Hint>Subtract.</Hint>', around = ['', ''] } = parts;
  const fences = (['variant', 'starter', 'solution', 'check'] as const).flatMap((name) =>
    given[name] === null ? [] : [fence(name, given[name]), ''],
  );
  return [
    '---',
    'title: T',
    '---',
    around[0],
    `<Exercise ${tag}>`,
    prose,
    '',
    ...fences,
    hints,
    '',
    '</Exercise>',
    '',
    around[1],
  ].join('\n');
}

function problemsOf(text: string) {
  const { lesson: read, problems } = readLesson(file, text);
  return [...problems, ...checkLessons([read], () => (types ??= collectTypes(process.cwd())))];
}

const cell = (id: string, code: string): string => fence(`cell id="${id}" title="${id}"`, code);

const broken: [name: string, parts: Parts, line: number, message: RegExp, remedy: RegExp][] = [
  ['no starter', { starter: null }, 5, /has no starter/, /```ts starter/],
  ['no solution', { solution: null }, 5, /has no solution/, /```ts solution/],
  ['no check', { check: null }, 5, /has no check/, /```ts check/],
  ['two starters', { prose: fence('starter', 'let a = 1;') }, 10, /second starter/, /Keep one/],
  [
    'unknown fence',
    { prose: fence('startr', 'let a = 1;') },
    6,
    /no fence called startr/,
    /variant, starter, solution, check/,
  ],
  [
    'fence in another language',
    { prose: '```js solution\nlet a = 1;\n```', solution: null },
    6,
    /written in js/,
    /```ts solution/,
  ],
  [
    'starter of lines',
    { tag: 'id="step" title="S" kind="order"' },
    8,
    /have no starter/,
    /Leave the starter out/,
  ],
  [
    'one line to order',
    { tag: 'id="step" title="S" kind="order"', starter: null, solution: 'let a = 1;' },
    8,
    /Every order/,
    /two different lines/,
  ],
  ['no hint', { hints: '' }, 5, /no <Hint>/, /gentlest first/],
  ['empty hint', { hints: '<Hint></Hint>' }, 25, /<Hint> is empty/, /advice/],
  [
    'hint outside',
    { around: ['<Hint>Alone.</Hint>', ''] },
    4,
    /<Hint> stands outside <Exercise>/,
    /directly into/,
  ],
  ['unknown kind', { tag: 'id="step" title="S" kind="guess"' }, 5, /kind of <Exercise>/, /Correct kind/],
  ['no title', { tag: 'id="step" kind="fix"' }, 5, /no title/, /Add title/],
  [
    'unknown attribute',
    { tag: 'id="step" title="S" kind="fix" level={3}' },
    5,
    /knows no level/,
    /id, title, kind, room, narrow/,
  ],
  [
    'the id of a cell',
    { around: ['', cell('step-code', '1')] },
    29,
    /"step-code" is that of another cell/,
    /of its own/,
  ],
  [
    'nothing tested',
    { check: "import { near } from 'descent/check';\nnear(1, 1);" },
    21,
    /tests nothing/,
    /check\('what/,
  ],
  ['no score', { tag: 'id="step" title="S" kind="score"' }, 21, /to reach a score/, /score\('accuracy'/],
  [
    'score without its kind',
    { check: `${check.replace('near', 'near, score')}\nscore('a', 1, { goal: 1, better: 'higher' });` },
    23,
    /kind="score", not "complete"/,
    /change the kind/,
  ],
  ['solution as starter', { solution: starter }, 15, /nothing to do/, /out of the starter/],
  [
    'solution of other names',
    { solution: solution.replace('step', 'stride') },
    9,
    /starter defines step/,
    /Define step in the solution/,
  ],
  [
    'solution of more names',
    { solution: `const one = 1;\n${solution}` },
    15,
    /solution defines one/,
    /kind="write"/,
  ],
  ['syntax of the starter', { starter: 'function step( {' }, 9, /./, /./],
  ['syntax of the solution', { solution: 'const step = ;' }, 15, /; cannot stand here/, /./],
  ['syntax of the check', { check: `${check}\nconst a = ;` }, 23, /; cannot stand here/, /./],
  ['unknown name in the starter', { starter: starter.replace('return w', 'return v') }, 10, /defines v/, /./],
  [
    'unknown name in the solution',
    { solution: solution.replace('w - 1', 'w - eta') },
    16,
    /defines eta/,
    /./,
  ],
  ['unknown name in the check', { check: `${check}\nstep(1);` }, 23, /cannot see step/, /work\.call\('step'/],
  [
    'type of the starter',
    { starter: starter.replace('return w;', "return 'w';") },
    10,
    /'string' is not assignable/,
    /cell "step-code"/,
  ],
  [
    'type of the solution',
    { solution: solution.replace('w - 1', "'w'") },
    16,
    /'string' is not assignable/,
    /solution of "step"/,
  ],
  [
    'type of the check',
    { check: `${check}\nconst n: number = 'a';` },
    23,
    /'string' is not assignable/,
    /check of "step"/,
  ],
  [
    'name of the solution elsewhere',
    {
      tag: 'id="step" title="S" kind="write"',
      starter: '// Yours.',
      around: ['', cell('other', 'const step = 1;')],
    },
    28,
    /defines step already/,
    /another name/,
  ],
  [
    'cell that needs an exercise',
    { around: ['', cell('user', 'step(1)')] },
    30,
    /by the exercise "step" alone/,
    /in a cell of the lesson/,
  ],
  [
    'cell that imports the check',
    { around: ['', cell('user', "import { near } from 'descent/check';\nnear(1, 1);")] },
    30,
    /cannot import from 'descent\/check'/,
    /check of an exercise/,
  ],
  ['variant of two', { variant: 'const a = 1;\nconst b = 2;' }, 8, /one const/, /random\.integer/],
  ['variant of let', { variant: 'let a = random.integer(1, 9);' }, 8, /one const/, /random\.integer/],
  [
    'variant with a function',
    { variant: 'const a = { go: () => random.uniform() };' },
    8,
    /more than plain data/,
    /lists and objects/,
  ],
  ['variant by chance', { variant: 'const a = Math.random();' }, 8, /other numbers each time/, /from random/],
  ['variant by the clock', { variant: 'const a = Date.now();' }, 8, /variant failed/, /./],
  [
    'variant of another name',
    { variant: 'const a = step(random.uniform());' },
    8,
    /cannot use step/,
    /random alone/,
  ],
  [
    'variant that never varies',
    { variant: 'const a = 7;' },
    8,
    /same numbers for every seed/,
    /random\.pick/,
  ],
  ['variant with a syntax error', { variant: 'const a = ;' }, 9, /; cannot stand here/, /./],
  [
    'given without a variant',
    { prose: 'From <Given of="ride.start" />.' },
    6,
    /ride\.start is no number/,
    /```ts variant/,
  ],
  [
    'given of nothing',
    { prose: 'From <Given of="ride.end" />.', variant: 'const ride = { start: random.integer(1, 9) };' },
    6,
    /ride\.end is no number/,
    /numbers are ride\.start/,
  ],
  [
    'given outside',
    { around: ['A <Given of="ride.start" />.', ''] },
    4,
    /<Given> stands outside/,
    /directly into/,
  ],
];

test.each(broken)('%s', (_, parts, line, message, remedy) => {
  const problems = problemsOf(lesson(parts));
  expect(problems.map((problem) => `${problem.line}: ${problem.message}`)).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file, line });
  expect(problems[0]?.message).toMatch(message);
  expect(problems[0]?.remedy).toMatch(remedy);
});

const varied: Parts = {
  prose: 'Start at <Given of="ride.start" />.',
  variant: "const ride = { start: random.integer(2, 9), way: random.pick(['up', 'down']) };",
  check: `${check}\ncheck('its own', async () => near(await work.call('step', ride.start), ride.start - 1));`,
};

describe('a sound exercise', () => {
  test('has no problems', () => {
    expect(problemsOf(lesson())).toEqual([]);
    expect(problemsOf(lesson(varied))).toEqual([]);
    expect(problemsOf(lesson({ tag: 'id="step" title="S" kind="order"', starter: null }))).toEqual([]);
    expect(problemsOf(lesson({ tag: 'id="step" title="S" kind="write"', starter: '// Yours.' }))).toEqual([]);
  });

  test('may use the lesson’s cells', () => {
    const uses = solution.replace('1', 'eta');
    expect(problemsOf(lesson({ solution: uses, around: ['', cell('rate', 'const eta = 0.1;')] }))).toEqual(
      [],
    );
  });

  const record = (parts: Parts) => toRecord(readLesson(file, lesson(parts)).lesson);

  test('goes into the record with its texts, compiled', () => {
    const { cells, exercises } = record(varied);
    expect(cells.map(({ id }) => id)).toEqual(['step-given', 'step-code']);
    const [exercise] = exercises;
    expect(exercise).toMatchObject({ id: 'step', kind: 'complete', cell: 'step-code', solution });
    compiledCell.parse(exercise?.check.compiled);
    const sets = exercise?.given?.sets ?? [];
    expect(sets.length).toBeGreaterThan(4);
    expect(new Set(sets.map(({ source }) => source)).size).toBe(sets.length);
    expect(cells[0]?.source).toBe(sets[0]?.source);
    for (const { source, compiled, numbers } of sets) {
      compiledCell.parse(compiled);
      expect(source).toMatch(/^const ride = \{"start":[2-9],"way":"(up|down)"\};$/);
      expect(source).toContain(`"start":${numbers['ride.start']}`);
    }
  });

  test('has the same numbers in every build', () => {
    expect(record(varied)).toEqual(record(varied));
  });

  test('has a hash that changes with whatever can change its result', () => {
    const hashes = [
      {},
      { starter: `${starter}\n` },
      { solution: `${solution}//` },
      { check: `${check}//` },
      varied,
    ].map((parts) => record(parts).exercises[0]?.hash);
    expect(new Set(hashes).size).toBe(5);
    expect(record({ prose: 'Other words.' }).exercises[0]?.hash).toBe(hashes[0]);
  });

  test('of lines shows them out of order, always in the same', () => {
    const lines = 'let a = 1;\na += 1;\n\na *= 2;\nfor (;;) {\n  break;\n}';
    const parts = { tag: 'id="step" title="S" kind="order"', starter: null, solution: lines };
    const [shown] = record(parts).cells;
    const right = lines.split('\n').filter(Boolean);
    expect(shown?.source).not.toBe(right.join('\n'));
    expect(shown?.source.split('\n').sort()).toEqual(right.sort());
    expect(record(parts).cells[0]).toEqual(shown);
  });

  test('of two lines has them the wrong way round', () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const parts = {
        tag: `id="${id}" title="S" kind="order"`,
        starter: null,
        solution: 'let a = 1;\na += 1;',
      };
      expect(record(parts).cells[0]?.source).toBe('a += 1;\nlet a = 1;');
    }
  });

  test('of lines that cannot run as they stand has no compiled cell', () => {
    const parts = { tag: 'id="step" title="S" kind="order"', starter: null, solution: 'if (1) {\n}' };
    expect(record(parts).cells[0]?.compiled).toBeNull();
  });
});
