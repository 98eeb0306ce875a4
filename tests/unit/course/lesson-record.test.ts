import { expect, test } from 'vitest';
import { readLesson } from '../../../src/course/lesson.ts';
import { seedOf, toRecord } from '../../../src/course/lesson-record.ts';
import { compiledCell, request } from '../../../src/kernel/protocol.ts';

const text =
  '---\ntitle: T\n---\n\n```ts cell id="a" title="A" live\nconst a = 1;\n```\n\n```ts\nnot a cell\n```\n\n<Aside>\n\n```ts cell id="b" title="B"\na + 1;\n```\n\n</Aside>\n';
const record = () => toRecord(readLesson('content/04-descent/02-cost.mdx', text).lesson);

test('a record holds the cells in page order, as the kernel takes them', () => {
  const { lesson, seed, cells } = record();
  expect(lesson).toBe('cost');
  expect(cells.map(({ id, title, source, live }) => [id, title, source, live])).toEqual([
    ['a', 'A', 'const a = 1;', true],
    ['b', 'B', 'a + 1;', false],
  ]);
  for (const { compiled } of cells) compiledCell.parse(compiled);
  const texts = cells.map(({ id, title, source, compiled }) => ({ id, title, source, compiled }));
  expect(() => request.parse({ type: 'boot', lesson, seed, cells: texts })).not.toThrow();
});

test('the seed of a lesson is the same for ever, and another in every lesson', () => {
  expect(seedOf('cost')).toBe(seedOf('cost'));
  expect(seedOf('a')).toBe(0xe40c292c); // FNV-1a of "a", from its authors' test vectors
  expect(new Set(['cost', 'foggy-mountain', 'tensors', 'a', 'b'].map(seedOf)).size).toBe(5);
});

test('a cell that does not compile stops the record with its place', () => {
  const { lesson } = readLesson('content/x.mdx', '\n```ts cell id="a" title="A"\nenum A {}\n```\n');
  expect(() => toRecord(lesson)).toThrow(/content\/x\.mdx:3: cell "a"/);
});
