import { expect, test } from 'vitest';
import { coverage } from '../../../src/course/commands/coverage.ts';
import { parseCurriculum } from '../../../src/course/curriculum.ts';
import { describeCoverage, measureCoverage } from '../../../src/course/topics-coverage.ts';
import type { Topic } from '../../../src/course/topics.ts';

const curriculum = parseCurriculum(`chapters:
  - folder: 01-one
    title: One
    lessons:
      - { id: first, title: The first, minutes: 10, summary: It begins. }
      - { id: second, title: The second, minutes: 10, summary: It goes on. }
      - { id: third, title: The third, minutes: 10, summary: It ends. }
`);

const topic = (id: string, home: string, rest: Partial<Topic> = {}): Topic => ({
  ...{ id, home, term: `Term ${id}`, kind: 'concept', does: 'runs it', as: 'cell', line: 1 },
  ...rest,
});
const topics = [
  topic('R001', 'first'),
  topic('R002', 'second'),
  topic('R003', 'second', { anchor: 'three' }),
  topic('FOG', 'second', { kind: 'cell' }),
  topic('E01', 'third', { kind: 'correction', as: 'claim', anchor: 'one' }),
  topic('M01', 'third', { kind: 'addition', anchor: 'other' }),
];
const measured = measureCoverage(topics, curriculum, new Set(['second', 'third']));

test('lessons that are written come first, and those that lack nothing do not come', () => {
  expect(measured.lessons.map(({ id, missing }) => [id, missing.map(({ id }) => id)])).toEqual([
    ['second', ['R002', 'FOG']],
    ['first', ['R001']],
  ]);
});

test('totals tell topics, cells, corrections and additions apart', () => {
  expect(measured.totals).toEqual({
    topics: { all: 3, missing: 2 },
    cells: { all: 1, missing: 1 },
    corrections: { all: 1, missing: 0 },
    additions: { all: 1, missing: 0 },
  });
});

test('the text names lesson, state, id, element and term', () => {
  const text = describeCoverage(measured, { written: false });
  expect(text).toMatch(
    /^1\.2 The second \(second, written\): 2 of 3 without a home\n {2}R002 +cell +Term R002\n/,
  );
  expect(text).toContain('1.1 The first (first, planned): 1 of 1 without a home');
  expect(text).toMatch(/topics +1 of 3 have their home\ncells +0 of 1 /);
  expect(describeCoverage(measured, { written: true })).not.toContain('planned');
});

test('the command prints data on demand, and fails only where a written lesson lacks something', () => {
  const printed: string[] = [];
  const run = (...args: string[]) => coverage(process.cwd(), args, (text) => printed.push(text));
  expect(run()).toBe(0);
  const code = run('--written', '--json');
  const { lessons, totals } = JSON.parse(printed[1]!) as ReturnType<typeof measureCoverage>;
  expect(lessons.every(({ written }) => written)).toBe(true);
  expect(code).toBe(lessons.length > 0 ? 1 : 0);
  expect(totals.topics.all).toBe(328);
});
