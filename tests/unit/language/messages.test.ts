import { expect, test } from 'vitest';
import { inReadersNames } from '../../../src/language/messages.ts';
import { createLesson } from './run-cells.ts';

test.each([
  ['const f = 1; f()', 'f is not a function'],
  ['const o = {}; o.f()', 'o.f is not a function'],
  ['const A = 1; new A()', 'A is not a constructor'],
  ['const n = null; (() => { const { a } = n })()', "Cannot destructure property 'a' of 'n' as it is null."],
  ['const s = 1; [...s]', /(?:^| )s is not (?:iterable|a function)|Spread syntax/],
  ['const $ = 1; $()', '$ is not a function'],
])('%s', async (source, message) => {
  const error = await createLesson()
    .run(source)
    .catch((thrown: unknown) => thrown);
  expect(inReadersNames((error as Error).message)).toMatch(message);
});

test('leaves other dollars alone', () => {
  expect(inReadersNames('It costs $.50 or a$.b')).toBe('It costs $.50 or a$.b');
});
