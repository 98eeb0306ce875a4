import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digits, faces, shapes, toDigit } from '../../../src/library/data.ts';

const flat = (images: number[][][]): number[] => images.flat(2);
const centre = (image: number[][]) => {
  const mass = image.flat().reduce((a, b) => a + b, 0);
  const sum = (weight: (i: number, j: number) => number) =>
    image.flatMap((row, i) => row.map((ink, j) => ink * weight(i, j))).reduce((a, b) => a + b, 0);
  return [sum((i) => i + 0.5) / mass, sum((_, j) => j + 0.5) / mass];
};

/** The share right of naming each picture by the nearest mean picture of the others' classes. */
function byNearestMean(train: ReturnType<typeof digits>, test: ReturnType<typeof digits>): number {
  const means = train.names.map((_, label) => {
    const own = train.images.filter((_, i) => train.labels[i] === label).map((image) => image.flat());
    return own[0]!.map((_, at) => own.reduce((sum, image) => sum + image[at]!, 0) / own.length);
  });
  const far = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
  const right = test.images.filter((image, i) => {
    const distances = means.map((mean) => far(image.flat(), mean));
    return distances.indexOf(Math.min(...distances)) === test.labels[i];
  });
  return right.length / test.images.length;
}

describe('shapes', () => {
  it('are n pictures of the size asked for, from 0 to 1, the same for the same seed', () => {
    fc.assert(
      fc.property(
        fc.record({
          n: fc.integer({ min: 1, max: 30 }),
          size: fc.integer({ min: 6, max: 20 }),
          noise: fc.double({ min: 0, max: 1, noNaN: true }),
          seed: fc.integer(),
        }),
        (options) => {
          const { images, labels, names } = shapes(options);
          expect(images.map((image) => [image.length, image[0]!.length])).toEqual(
            images.map(() => [options.size, options.size]),
          );
          expect(flat(images).every((ink) => ink >= 0 && ink <= 1)).toBe(true);
          expect(labels.every((label) => names[label] !== undefined)).toBe(true);
          expect(shapes(options).images).toEqual(images);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('lie wholly inside the picture and in many places', () => {
    const { images } = shapes({ n: 60, noise: 0, seed: 1, kinds: ['square'] });
    const places = new Set(images.map((image) => centre(image).map(Math.round).join()));
    expect(places.size).toBeGreaterThan(5);
    for (const image of images) expect(Math.max(...image.flat())).toBeGreaterThan(0.5);
  });

  it('say what is wrong with their options', () => {
    expect(() => shapes({ n: 3, noise: 0, seed: 1, size: 3 })).toThrow('size must be');
    expect(() => shapes({ n: 3, noise: 0, seed: 1, kinds: [] })).toThrow('number of kinds');
  });
});

describe('faces', () => {
  it('are n pictures of the size asked for, from 0 to 1, the same for the same seed', () => {
    fc.assert(
      fc.property(
        fc.record({
          n: fc.integer({ min: 1, max: 20 }),
          size: fc.integer({ min: 12, max: 30 }),
          noise: fc.double({ min: 0, max: 1, noNaN: true }),
          seed: fc.integer(),
        }),
        (options) => {
          const { images, labels, names } = faces(options);
          expect(images.map((image) => [image.length, image[0]!.length])).toEqual(
            images.map(() => [options.size, options.size]),
          );
          expect(flat(images).every((ink) => ink >= 0 && ink <= 1)).toBe(true);
          expect(labels.every((label) => names[label] !== undefined)).toBe(true);
          expect(faces(options).images).toEqual(images);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('differ above the eyes and nowhere else', () => {
    const [cat, bear, rabbit] = (['cat', 'bear', 'rabbit'] as const).map(
      (kind) => faces({ n: 1, noise: 0, seed: 5, kinds: [kind] }).images[0]!,
    );
    const below = (image: number[][]) => image.slice(14);
    expect(below(bear!)).toEqual(below(cat!));
    expect(below(rabbit!)).toEqual(below(cat!));
    const inkAt = (image: number[][], rows: number) =>
      flat([image.slice(0, rows)]).filter((ink) => ink > 0.5).length;
    expect(inkAt(rabbit!, 4)).toBeGreaterThan(inkAt(cat!, 4));
    expect(bear).not.toEqual(cat);
  });

  it('lie wholly inside the picture', () => {
    for (const kind of ['cat', 'bear', 'rabbit'] as const)
      for (const image of faces({ n: 40, noise: 0, seed: 2, kinds: [kind] }).images) {
        const edge = [...image[0]!, ...image[23]!, ...image.flatMap((row) => [row[0]!, row[23]!])];
        expect(Math.max(...edge)).toBeLessThan(0.5);
      }
  });

  it('say what is wrong with their options', () => {
    expect(() => faces({ n: 3, noise: 0, seed: 1, size: 8 })).toThrow('size must be');
    expect(() => faces({ n: 3, noise: 0, seed: 1, kinds: [] })).toThrow('number of kinds');
  });
});

describe.each([8, 12, 28])('digits of %i pixels', (size) => {
  const made = digits({ n: 200, size, seed: 1 });

  it('are as many of each, from 0 to 1, in a random order, the same for the same seed', () => {
    for (let digit = 0; digit < 10; digit++)
      expect(made.labels.filter((label) => label === digit)).toHaveLength(20);
    expect(made.labels.slice(0, 10)).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(flat(made.images).every((ink) => ink >= 0 && ink <= 1)).toBe(true);
    expect(digits({ n: 200, size, seed: 1 })).toEqual(made);
    expect(digits({ n: 200, size, seed: 2 })).not.toEqual(made);
  });

  it('have their centre of mass near the middle and their edge free', () => {
    const strays = made.images.map((image) => centre(image).map((at) => Math.abs(at - size / 2) / size));
    expect(Math.max(...strays.flat())).toBeLessThan(0.15);
    expect(strays.flat().reduce((a, b) => a + b, 0) / 400).toBeLessThan(0.02);
    for (const image of made.images) {
      const edge = [...image[0]!, ...image[size - 1]!, ...image.flatMap((row) => [row[0]!, row[size - 1]!])];
      expect(Math.max(...edge)).toBeLessThan(size === 28 ? 0.7 : 0.85);
    }
  });

  it('can be told apart: the nearest mean picture names most', () => {
    expect(byNearestMean(made, digits({ n: 200, size, seed: 2 }))).toBeGreaterThan(0.8);
  });

  it('differ more with more jitter', () => {
    const spread = (jitter: number) => {
      const { images, labels } = digits({ n: 100, size, seed: 1, jitter });
      const threes = images.filter((_, i) => labels[i] === 3).map((image) => image.flat());
      return threes[0]!.reduce((sum, _, at) => {
        const mean = threes.reduce((total, image) => total + image[at]!, 0) / threes.length;
        return sum + threes.reduce((total, image) => total + (image[at]! - mean) ** 2, 0);
      }, 0);
    };
    expect(spread(0)).toBeLessThan(spread(1));
    expect(spread(1)).toBeLessThan(spread(2));
  });

  it('are what toDigit makes of a larger drawing of them, wherever it stands on the sheet', () => {
    const sheet = digits({ n: 100, size: 28, seed: 4 });
    const drawn = sheet.images.map((image) => toDigit(shifted(image), size));
    expect(byNearestMean(made, { ...sheet, images: drawn })).toBeGreaterThan(0.75);
  });
});

/** The picture in the lower right of a sheet of 64 pixels. */
const shifted = (image: number[][]): number[][] =>
  Array.from({ length: 64 }, (_, i) => Array.from({ length: 64 }, (_, j) => image[i - 30]?.[j - 34] ?? 0));

describe('toDigit', () => {
  it('leaves an empty sheet empty and survives a single dot', () => {
    const sheet = Array.from({ length: 20 }, () => Array.from({ length: 20 }, () => 0));
    expect(toDigit(sheet, 8).flat().every((ink) => ink === 0)).toBe(true); // prettier-ignore
    sheet[3]![17] = 1;
    const dot = toDigit(sheet, 28);
    expect(Math.max(...dot.flat())).toBe(1);
    expect(dot.flat().every(Number.isFinite)).toBe(true);
  });
});
