import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '../../../src/learning/quiz-number.ts';

test.each([
  ['1.27', 1.27],
  ['1,27', 1.27],
  ['0,125', 0.125],
  ['1e-3', 0.001],
  ['2.5E+2', 250],
  ['−3', -3],
  ['–3', -3],
  ['+ 4', 4],
  ['.5', 0.5],
  ['5.', 5],
  ['3/4', 0.75],
  ['−1,5 / 3', -0.5],
  ['10 000', 10_000],
  ['10\u202f000', 10_000],
  ['1,234,567', 1_234_567],
  ['1,234.5', 1234.5],
  ['  7  ', 7],
  ['-0', 0],
])('%s is a number', (text, value) => {
  expect(readNumber(text)).toEqual({ ok: true, value });
});

test.each([
  ['', /first/u],
  ['ten', /“ten” is not a number/u],
  ['1.2.3', /not a number/u],
  ['1/2/3', /not a number/u],
  ['1/', /not a number/u],
  ['1 2', /not a number/u],
  ['1/0', /divided by 0/u],
  ['1e999', /too large/u],
  ['Infinity', /not a number/u],
  ['0x10', /not a number/u],
  ['1,000', /1000 or 1\.000/u],
  ['−12,500', /12500 or 12\.500/u],
  ['9'.repeat(3) + 'x'.repeat(100), /999x+…”/u],
])('%s is answered with words', (text, words) => {
  const typed = readNumber(text);
  expect(typed.ok).toBe(false);
  expect(typed).toMatchObject({ words: expect.stringMatching(words) as string });
});

test('a unit may stand behind the number', () => {
  expect(readNumber('1.27 m', 'm')).toEqual({ ok: true, value: 1.27 });
  expect(readNumber('12%', '%')).toEqual({ ok: true, value: 12 });
  expect(readNumber('12 km', 'm').ok).toBe(false);
});

test('whatever JavaScript writes is read back, with a point or a comma', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = String(value);
      const expected = { ok: true, value: value === 0 ? 0 : value };
      expect(readNumber(text)).toEqual(expected);
      expect(readNumber(text.replace('-', '−'))).toEqual(expected);
      const comma = readNumber(text.replace('.', ','));
      if (comma.ok) expect(comma).toEqual(expected);
      else expect(comma.words).toMatch(/two ways/u);
    }),
  );
});

test('anything at all gives a finite number or words', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const typed = readNumber(text);
      if (typed.ok) expect(Number.isFinite(typed.value)).toBe(true);
      else expect(typed.words).not.toBe('');
    }),
  );
});
