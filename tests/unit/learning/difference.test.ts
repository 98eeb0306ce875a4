import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference } from '../../../src/learning/difference.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
  .map((l) => l.join('\n'));
const without = (kind: string, before: string, after: string): string =>
  difference(before, after)
    .filter((line) => line.kind !== kind)
    .map((line) => line.text)
    .join('\n');

test('the difference without what was added is the text before, without what was removed the text after', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(without('added', before, after)).toBe(before);
      expect(without('removed', before, after)).toBe(after);
    }),
  );
});

test('equal texts have no difference; one changed line is one removed and one added', () => {
  expect(difference('a\nb', 'a\nb').every((line) => line.kind === 'same')).toBe(true);
  expect(difference('a\nb\nc', 'a\nx\nc').map((line) => line.kind)).toEqual([
    'same',
    'removed',
    'added',
    'same',
  ]);
});

test('texts too long to compare are shown as replaced, at once', () => {
  const before = Array.from({ length: 2_000 }, (_, i) => `${i}`).join('\n');
  const lines = difference(before, `${before}\nmore`);
  expect(lines.filter((line) => line.kind === 'same')).toEqual([]);
  expect(lines.length).toBe(4_001);
});
