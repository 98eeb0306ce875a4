import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blobs, moons, rings, spirals, type LabelledPoints } from '../../../src/library/data.ts';

const options = fc.record({
  n: fc.integer({ min: 1, max: 200 }),
  noise: fc.double({ min: 0, max: 2, noNaN: true }),
  seed: fc.integer(),
});
const makers = { blobs, moons, rings, spirals };

const counts = ({ labels }: LabelledPoints): number[] =>
  labels.reduce<number[]>((sum, label) => Object.assign([...sum], { [label]: (sum[label] ?? 0) + 1 }), []);

describe.each(Object.entries(makers))('%s', (_, make) => {
  it('gives n finite points whose classes are as many, and the same ones for the same seed', () => {
    fc.assert(
      fc.property(options, (wanted) => {
        const made = make(wanted);
        expect([made.points.length, made.labels.length]).toEqual([wanted.n, wanted.n]);
        expect(made.points.flat().every(Number.isFinite)).toBe(true);
        const [first = 0, second = 0] = counts(made);
        expect(first - second === 0 || first - second === 1).toBe(true);
        expect(make(wanted)).toEqual(made);
      }),
    );
  });

  it('gives other points for another seed, in another order', () => {
    const made = make({ n: 40, noise: 0.1, seed: 1 });
    const other = make({ n: 40, noise: 0.1, seed: 2 });
    expect(other.points).not.toEqual(made.points);
    expect(other.labels).not.toEqual(made.labels);
  });

  it('says what is wrong with its options', () => {
    expect(() => make({ n: 0, noise: 0, seed: 1 })).toThrow('n must be a whole number of at least 1, got 0');
    expect(() => make({ n: 1.5, noise: 0, seed: 1 })).toThrow('n must be');
    expect(() => make({ n: 5, noise: -1, seed: 1 })).toThrow('noise must be 0 or more, got -1');
    expect(() => make({ n: 5, noise: NaN, seed: 1 })).toThrow('noise must be');
  });
});

const noiseless = { n: 300, noise: 0, seed: 3 };
const radii = ({ points }: LabelledPoints) => points.map(([x, y]) => Math.hypot(x, y));

describe('without noise', () => {
  it('blobs are their centres', () => {
    const { points, labels } = blobs({ ...noiseless, centres: [[3, 4], [0, 1], [-2, 0]] }); // prettier-ignore
    expect(new Set(labels)).toEqual(new Set([0, 1, 2]));
    points.forEach((point, i) => expect(point).toEqual([[3, 4], [0, 1], [-2, 0]][labels[i]!])); // prettier-ignore
  });

  it('rings have their radii', () => {
    const made = rings({ ...noiseless, radii: [0.5, 2] });
    radii(made).forEach((radius, i) => expect(radius).toBeCloseTo([0.5, 2][made.labels[i]!]!, 9));
  });

  it('moons lie on two half circles, open towards each other', () => {
    const { points, labels } = moons(noiseless);
    points.forEach(([x, y], i) => {
      const [cx, cy] = labels[i] === 0 ? [0, 0] : [1, 0.5];
      expect(Math.hypot(x - cx, y - cy)).toBeCloseTo(1, 9);
      expect(labels[i] === 0 ? y >= 0 : y <= 0.5).toBe(true);
    });
  });

  it('spirals stay within radius 1, and the second arm is the first turned half round', () => {
    const made = spirals({ ...noiseless, turns: 1.5 });
    made.points.forEach(([x, y], i) => {
      const radius = Math.hypot(x, y);
      expect(radius).toBeLessThanOrEqual(1);
      const turned = Math.atan2(y, x) / (2 * Math.PI) - 1.5 * radius - made.labels[i]! / 2;
      expect(Math.abs(turned - Math.round(turned))).toBeLessThan(1e-6);
    });
  });
});

it('noise has the standard deviation that was asked for', () => {
  const { points } = blobs({ n: 4_000, noise: 0.3, seed: 1, centres: [[0, 0]] });
  const spread = Math.sqrt(points.flat().reduce((sum, value) => sum + value ** 2, 0) / 8_000);
  expect(Math.abs(spread - 0.3)).toBeLessThan(0.01);
});
