/** What "Down the foggy mountain" claims in words; its numbers are in `measured.test.ts`. */
import { describe, expect, test } from 'vitest';
import { lessonForAll } from './lesson.ts';

const lesson = lessonForAll('foggy-mountain');

const numbers = async (cell: string, path: string) => (await lesson.read(cell, path)) as number[];

describe('foggy-mountain', () => {
  test('south is the lowest neighbour, east is a way down too, and the other two lead up', async () => {
    const looks = (await lesson.read('mountain', 'looksAround')) as { place: string; height: number }[];
    const [here, ...around] = looks;
    const lower = around.filter(({ height }) => height < here!.height).sort((a, b) => a.height - b.height);
    expect(lower.map(({ place }) => place)).toEqual(['south', 'east']);
  });

  test('every walk arrives with halving and none without', async () => {
    const reached = (await lesson.read('halving', 'reached')) as { halving: number; fixed: number }[];
    for (const { halving, fixed } of reached) {
      expect(halving).toBeLessThan(0.01);
      expect(fixed).toBeGreaterThan(0.01);
    }
  });

  describe('slopes', () => {
    test('the secant of x² at 3 with h = 1.5 has slope 7.5, and 6.5 with h = 0.5', async () => {
      expect(await lesson.text('secant')).toContain('7.5');
      await lesson.enter('secant', 'h', 0.5);
      expect(await lesson.text('secant')).toContain('6.5');
    });

    test('on sin x the central error bottoms out earlier and deeper than the forward one', async () => {
      const steps = await numbers('rounding', 'hs');
      const lowest = async (name: string) => {
        const errors = (await numbers('rounding', name)).map((error) =>
          Number.isFinite(error) ? error : Infinity,
        );
        const error = Math.min(...errors);
        return { error, h: steps[errors.indexOf(error)]! };
      };
      const [forward, central] = [await lowest('ahead'), await lowest('bothWays')];
      expect(Math.log10(forward.h)).toBeCloseTo(-8, -0.5);
      expect(Math.log10(central.h)).toBeCloseTo(-5, -0.5);
      expect(central.error).toBeLessThan(forward.error / 10);
    });

    test('TensorFlow.js finds 6 by rule', async () => {
      expect(await lesson.read('rules', 'six')).toBe(6);
    });

    test('the kink of |x| is flagged, where the central difference claims 0, and gone beside it', async () => {
      expect(await lesson.text('kink')).toContain('no slope here: -1 from the left, 1 from the right');
      expect(await lesson.text('kink')).toMatch(/central difference\s+0$/);
      await lesson.enter('kink', 'x', 1.5);
      expect(await lesson.text('kink')).toContain('slope 1');
    });
  });

  test('with dimensions, asking grows with their square and the moves of the slope hardly at all', async () => {
    const [sizes, looks] = [
      await numbers('dimensions', 'sizes'),
      await numbers('dimensions-chart', 'byAsking'),
    ];
    expect(looks).toHaveLength(4);
    sizes.forEach((d, i) => expect(Math.abs(looks[i]! / (20 * d ** 2) - 1)).toBeLessThan(0.1));
    const strides = async (i: number) => (await lesson.read('dimensions', `walks[${i}].strides`)) as number;
    expect(await strides(3)).toBeLessThan(2 * (await strides(0)));
  });

  test('on your own walk letters are steps, h halves them, and the hidden bottom can be reached', async () => {
    const box = lesson.page.locator('descent-cell#your-walk').getByLabel('n, e, s, w or h');
    const walk = async (letters: string) => {
      await box.fill(letters);
      await box.press('Enter');
      await expect.poll(() => lesson.read('your-walk', 'letters'), { timeout: 20_000 }).toBe(letters);
      return (await lesson.read('your-walk', 'view')) as { place: string; height: number }[];
    };
    await walk('sEhe?');
    expect(await lesson.read('your-walk', 'trail')).toEqual([
      [-6, 4],
      [-6, 3],
      [-5, 3],
      [-4.5, 3],
    ]);
    expect(await lesson.text('your-walk')).toContain('moves: 3, looks: 12');
    let letters = '';
    for (let move = 0; move < 60; move++) {
      const [here, ...around] = await walk(letters);
      if (here!.height < 0.1) break;
      const best = around.sort((a, b) => a.height - b.height)[0]!;
      letters += best.height < here!.height ? best.place[0]! : 'h';
    }
    expect((await walk(letters))[0]!.height).toBeLessThan(0.1);
    expect(letters.length).toBeLessThan(30);
  });

  test('the curve to be drawn falls with h, and rises again when h is tiny', async () => {
    const drawn = (await lesson.read('differences', 'drawn')) as [number, number][];
    expect(drawn).toHaveLength(29);
    const at = (power: number) => drawn.find(([each]) => each === power)![1];
    expect(at(-1)).toBeCloseTo(-1);
    expect(at(-4)).toBeCloseTo(-4);
    expect(at(-15)).toBeGreaterThan(at(-8) + 5);
  });

  test('the central difference of x² at 3 is within a millionth of 6 where h is not tiny', async () => {
    expect(await lesson.read('differences', 'errors[1].central')).toBeLessThan(1e-6);
  });

  test('both walkers arrive, the slope in less than half the moves', async () => {
    const height = async (path: string) => {
      const [x, y] = (await lesson.read('gradient', path)) as [number, number];
      return 0.5 * ((0.8 * x + 0.6 * y) ** 2 + 10 * (0.8 * y - 0.6 * x) ** 2);
    };
    expect(await height('asked.path[103]')).toBeLessThan(0.01);
    expect(await height('felt.path[21]')).toBeLessThan(0.01);
    expect(await lesson.read('gradient', 'walkers[1].moves')).toBeLessThan(103 / 2);
  });

  test('a line made of two rectifiers has slope 1 beside 0, by rule as well', async () => {
    const claims = (await lesson.read('rule-at-kink', 'claims')) as { rule: number; measured: number }[];
    expect(claims.map(({ rule }) => rule)).toEqual([1, 0, 1]);
    expect(claims.map(({ measured }) => measured)).toEqual([1, 1, 1]);
  });

  test('the moves on the bowl are as many as the formula says, for a network too', async () => {
    const moves = (d: number) => Math.ceil(Math.log(50 * d) / Math.log(1 / 0.64));
    const sizes = await numbers('dimensions', 'sizes');
    for (const [i, d] of sizes.entries())
      expect(await lesson.read('dimensions', `walks[${i}].strides`)).toBe(moves(d));
    expect(await lesson.read('network-count', 'turns')).toBe(moves(101_770));
    expect(await lesson.read('network-count', 'bills[2].seconds')).toBeCloseTo(0.175);
  });
});
