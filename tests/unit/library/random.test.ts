import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/library/random.ts';

const draw = (n: number, next: () => number) => Array.from({ length: n }, next);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('createRandom', () => {
  it('repeats its numbers for the same seed and differs for another', () => {
    const first = draw(5, createRandom(7).uniform);
    expect(draw(5, createRandom(7).uniform)).toEqual(first);
    expect(draw(5, createRandom(8).uniform)).not.toEqual(first);
  });

  it('gives the numbers of mulberry32', () => {
    // First three numbers of the published generator for seed 0, as 32-bit integers.
    const integers = draw(3, createRandom(0).uniform).map((value) => value * 2 ** 32);
    expect(integers).toEqual([1144304738, 1416247, 958946056]);
  });

  it('draws uniform numbers in [0, 1) with mean 1/2 and variance 1/12', () => {
    const values = draw(20_000, createRandom(1).uniform);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(0.5, 1.9);
    expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
  });

  it('draws normal numbers with mean 0, variance 1 and the tails of a bell', () => {
    const values = draw(20_000, createRandom(2).normal);
    expect(Math.abs(mean(values))).toBeLessThan(0.03);
    expect(Math.abs(mean(values.map((value) => value ** 2)) - 1)).toBeLessThan(0.05);
    const beyondTwo = values.filter((value) => Math.abs(value) > 2).length / values.length;
    expect(Math.abs(beyondTwo - 0.0455)).toBeLessThan(0.01);
  });

  it('refuses a seed that is not a whole number', () => {
    expect(() => createRandom(0.5)).toThrow(RangeError);
    expect(() => createRandom(NaN)).toThrow('seed must be a whole number');
  });
});
