import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScale } from '../../../src/figures/scale.ts';

const reals = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('inverting a scale gives the number back', () => {
  fc.assert(
    fc.property(reals, reals, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
      fc.pre(Math.abs(a - b) > 1e-3);
      const scale = createScale([Math.min(a, b), Math.max(a, b)], [0, 500]);
      const value = Math.min(a, b) + share * Math.abs(a - b);
      expect(Math.abs(scale.invert(scale(value)) - value)).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(a), Math.abs(b)),
      );
    }),
  );
});

test('ticks are round, ascending, within the domain and about as many as asked', () => {
  fc.assert(
    fc.property(
      reals,
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.integer({ min: 2, max: 10 }),
      (low, span, count) => {
        const ticks = createScale([low, low + span], [0, 1]).ticks(count);
        expect(ticks.length).toBeLessThanOrEqual(2 * count + 2);
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
        for (const tick of ticks)
          expect(tick >= low - span * 1e-6 && tick <= low + span * (1 + 1e-6)).toBe(true);
      },
    ),
  );
  expect(createScale([0, 100], [0, 1]).ticks(4)).toEqual([0, 20, 40, 60, 80, 100]);
});

test('a logarithmic scale has its ticks at powers of ten', () => {
  const scale = createScale([0.01, 1000], [0, 500], true);
  expect(scale.ticks(10)).toEqual([0.01, 0.1, 1, 10, 100, 1000]);
  expect(scale(10)).toBeCloseTo(300, 6);
});

test('a domain of no length gets some', () => {
  expect(createScale([3, 3], [0, 100])(3)).toBe(50);
  expect(createScale([0, 0], [0, 100])(0)).toBe(50);
});

test('a logarithmic scale of little more than a decade has ticks at 1, 2 and 5', () => {
  expect(createScale([0.15, 0.9], [0, 1], true).ticks(4)).toEqual([0.2, 0.5]);
  expect(createScale([2.1, 2.9], [0, 1], true).ticks(4).length).toBeGreaterThan(1);
});
