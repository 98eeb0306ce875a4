import { describe, expect, it } from 'vitest';
import { noisyLine, onGrid, shuffledIndices, spaced } from '../../../src/library/data.ts';

const line = { n: 30, slope: 2, intercept: -1, noise: 0.2, seed: 1 };

describe('noisyLine', () => {
  it('gives n pairs with x sorted inside the domain', () => {
    const { x, y } = noisyLine({ ...line, domain: [3, 5] });
    expect([x.length, y.length]).toEqual([30, 30]);
    expect(x).toEqual([...x].sort((a, b) => a - b));
    expect(x[0]).toBeGreaterThanOrEqual(3);
    expect(x[29]).toBeLessThan(5);
  });

  it('lies on the line without noise', () => {
    const { x, y } = noisyLine({ ...line, noise: 0 });
    expect(y).toEqual(x.map((value) => 2 * value - 1));
  });

  it('strays from the line by the noise that was asked for', () => {
    const { x, y } = noisyLine({ ...line, n: 5_000 });
    const strays = y.map((value, i) => value - (2 * x[i]! - 1));
    const spread = Math.sqrt(strays.reduce((sum, stray) => sum + stray ** 2, 0) / strays.length);
    expect(Math.abs(spread - 0.2)).toBeLessThan(0.01);
  });

  it('repeats for the same seed only', () => {
    expect(noisyLine(line)).toEqual(noisyLine(line));
    expect(noisyLine({ ...line, seed: 2 })).not.toEqual(noisyLine(line));
  });

  it('says which option is wrong', () => {
    expect(() => noisyLine({ ...line, n: 0 })).toThrow('n must be');
    expect(() => noisyLine({ ...line, noise: -1 })).toThrow('noise must be');
    expect(() => noisyLine({ ...line, noise: NaN })).toThrow('noise must be');
    expect(() => noisyLine({ ...line, domain: [1, 1] })).toThrow('domain must run');
  });
});

describe('shuffledIndices', () => {
  it('holds every index once, in another order for another seed', () => {
    const order = shuffledIndices(50, 3);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(shuffledIndices(50, 3)).toEqual(order);
    expect(shuffledIndices(50, 4)).not.toEqual(order);
  });

  it('puts each index at each place about equally often', () => {
    const places = [0, 0, 0];
    for (let seed = 0; seed < 3_000; seed++) places[shuffledIndices(3, seed).indexOf(0)]!++;
    for (const count of places) expect(Math.abs(count / 3_000 - 1 / 3)).toBeLessThan(0.03);
  });

  it('is empty for nothing', () => {
    expect(shuffledIndices(0, 1)).toEqual([]);
  });
});

describe('spaced', () => {
  it('includes both ends, up or down', () => {
    expect(spaced(-1, 1, 5)).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(spaced(3, 1, 3)).toEqual([3, 2, 1]);
  });

  it('needs two numbers at least', () => {
    expect(() => spaced(0, 1, 1)).toThrow('n must be');
  });
});

describe('onGrid', () => {
  it('has a row for each y and a column for each x', () => {
    expect(onGrid((x, y) => 10 * y + x, [0, 1, 2], [5, 6])).toEqual([
      [50, 51, 52],
      [60, 61, 62],
    ]);
  });
});
