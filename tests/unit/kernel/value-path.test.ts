import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePath, stepText } from '../../../src/kernel/value-path.ts';

test.each([
  ['w', { name: 'w', steps: [] }],
  ['losses[3].value', { name: 'losses', steps: [{ index: 3 }, { property: 'value' }] }],
  [
    'a.b[0][12].length',
    { name: 'a', steps: [{ property: 'b' }, { index: 0 }, { index: 12 }, { property: 'length' }] },
  ],
  ['$η_1.Δ', { name: '$η_1', steps: [{ property: 'Δ' }] }],
])('%s is a path', (text, path) => expect(parsePath(text)).toEqual(path));

test.each([
  '',
  '1',
  'a.',
  'a[',
  'a[-1]',
  'a[1.5]',
  'a["b"]',
  'a b',
  'a()',
  'a?.b',
  '.a',
  'a..b',
  'a[0]b',
  `a${'.b'.repeat(200)}`,
])('%s is none', (text) => expect(parsePath(text)).toBeNull());

test('whatever is parsed is written as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '.', '[', ']', '0', '7', ' ', '(') }), (text) => {
      const path = parsePath(text);
      if (path !== null)
        expect(path.name + path.steps.map(stepText).join('')).toBe(text.replace(/\[0+(?=\d)/g, '['));
    }),
  );
});
