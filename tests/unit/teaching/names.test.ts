import { expect, test } from 'vitest';
import { fold, slug } from '../../../src/teaching/names.ts';

test('a name is compared without case and spacing', () => {
  expect(fold('  ADA\u00a0 Lovelace ')).toBe('ada lovelace');
});

test('a title becomes part of a file’s name', () => {
  expect(slug('Week 3: “gradients” & <b>more</b>', 'work')).toBe('week-3-gradients-b-more-b');
  expect(slug('Übung Nº 7', 'work')).toBe('ubung-no-7');
  expect(slug('../../etc/passwd\u0000', 'work')).toBe('etc-passwd');
  expect(slug('학습', 'work')).toBe('학습');
  expect(slug(' … ', 'work')).toBe('work');
  expect(Array.from(slug('𐐨'.repeat(300), 'work'))).toHaveLength(60);
  expect(slug(`${'a'.repeat(59)} b`, 'work')).toBe('a'.repeat(59));
});
