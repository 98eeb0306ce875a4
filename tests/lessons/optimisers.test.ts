/** What "The optimiser family" claims in words; its numbers are in `measured.test.ts`. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listLessonFiles } from '../../src/course/lesson-files.ts';
import { lessonForAll, notPassed } from './lesson.ts';
import type { LessonPage } from './lesson-page.ts';

const file =
  listLessonFiles(process.cwd(), { kitchen: false }).find((name) => name.endsWith('03-optimisers.mdx')) ?? '';

const lesson = lessonForAll('optimisers', { gpu: true });

const read = <T>(cell: string, path: string) => lesson.read(cell, path) as Promise<T>;

describe('the rules are those of the library', () => {
  const check = async (page: LessonPage) => {
    const compared = (await page.read('library', 'compared')) as { rule: string; gap: number }[];
    expect(compared.map(({ rule }) => rule)).toEqual(['plain', 'momentum', 'Nesterov', 'RMSProp', 'Adam']);
    for (const { rule, gap } of compared) {
      expect(gap, rule).toBeLessThan(1e-4);
      expect(gap, rule).toBeGreaterThan(0);
    }
  };

  test('for twenty steps within 1e-4, on wasm', () => check(lesson));

  test('for twenty steps within 1e-4, on the software WebGPU adapter', async () => {
    const onGpu = await lesson.another('webgpu');
    expect(await onGpu.run('library')).toBe('done');
    expect(await onGpu.page.evaluate(() => document.documentElement.dataset['backend'])).toBe('webgpu');
    await check(onGpu);
    await onGpu.close();
  });
});

describe('the valley', () => {
  test('skis need fewer steps than feet, and switching them on draws the skier', async () => {
    expect(await read<number>('skis', 'skiSteps')).toBeLessThan(
      (await read<number>('count', 'footSteps')) / 3,
    );
    expect(await lesson.text('skis')).toMatch(/skis off: height 2\.41/u);
    await lesson.page
      .locator('descent-cell#skis')
      .getByRole('radio', { name: 'on', exact: true })
      .check({ force: true });
    await expect.poll(() => lesson.text('skis'), { timeout: 20_000 }).toMatch(/skis on: height 0\.00\d+/u);
  });

  test('looking ahead, told and written, is one walk', async () => {
    const path = await read<[number, number][]>('ahead', 'skiers[1].path');
    const [skier, speed] = [[...path[0]!], [0, 0]];
    for (const place of path.slice(0, 61)) {
      const ahead = skier.map((w, i) => w - 0.02 * 0.9 * speed[i]!);
      expect(Math.hypot(...ahead.map((w, i) => w - place[i]!))).toBeLessThan(1e-12);
      const slopes = [ahead[0]!, 50 * ahead[1]!];
      for (const i of [0, 1]) {
        speed[i] = 0.9 * speed[i]! + slopes[i]!;
        skier[i] = skier[i]! - 0.02 * speed[i];
      }
    }
  });

  test('RMSProp with a fixed rate hops from half a rate to the other side, and rests with one that shrinks', async () => {
    const hovers = await read<{ rate: number; height: number; hop: number }[]>('hover', 'hovers');
    expect(hovers).toHaveLength(5);
    for (const { rate, height, hop } of hovers) {
      expect(height / (6.375 * rate ** 2)).toBeCloseTo(1, 2);
      expect(Math.abs(hop) / rate).toBeCloseTo(1, 1);
      expect(height).toBeGreaterThan(1e-6);
    }
    expect(await read<number>('fading', 'shrinking')).toBeLessThan(2000);
    expect(await read<number>('fading', 'fixed')).toBeNaN();
  });

  test('at the best of the same rates, momentum and Nesterov beat plain descent, Adam arrives, RMSProp never', async () => {
    const results = await read<{ rule: string; needed: number[]; fewest: number }[]>('sweep', 'results');
    for (const { needed } of results) expect(needed).toHaveLength(51);
    const fewest = Object.fromEntries(results.map((each) => [each.rule, each.fewest]));
    expect(fewest['momentum']).toBeLessThan(fewest['plain']!);
    expect(fewest['Nesterov']).toBeLessThan(fewest['momentum']!);
    expect(fewest['Adam']).toBeLessThan(2000);
    expect(fewest['RMSProp']).toBe(Infinity);
    expect(await read('sweep', 'winner')).toBe('Nesterov');
  });

  test('Adam forgives more rates than anyone, and momentum more than plain descent', async () => {
    type Range = { rule: string; any: { from: number; to: number }; near: { from: number; to: number } };
    const ranges = await read<Range[]>('sweep-chart', 'ranges');
    const width = ({ from, to }: { from: number; to: number }) => to / from;
    const [plain, momentum, nesterov, adam] = ranges.map(({ any }) => width(any));
    expect(plain).toBeCloseTo(8, 0);
    expect(momentum!).toBeGreaterThan(100);
    expect(adam!).toBeGreaterThan(900);
    expect(adam!).toBeGreaterThan(Math.max(momentum!, nesterov!));
    expect(width(ranges[1]!.near)).toBeCloseTo(20, 0);
    expect(width(ranges[3]!.near)).toBeGreaterThanOrEqual(width(ranges[1]!.near));
  });

  test('Adam arrives with the most of the rates; behind the floors momentum explodes and Adam slows down', async () => {
    const results = await read<{ rule: string; needed: number[] }[]>('sweep', 'results');
    const arrivals = results.map(({ needed }) => needed.filter(Number.isFinite).length);
    expect(arrivals[4]).toBe(Math.max(...arrivals));
    expect(arrivals.filter((n) => n === arrivals[4])).toHaveLength(1);
    const after = ({ needed }: { needed: number[] }) => {
      const fewest = Math.min(...needed.filter(Number.isFinite));
      return needed[needed.findLastIndex((n) => n <= 1.2 * fewest) + 1]!;
    };
    expect(after(results[1]!)).toBeNaN();
    expect(after(results[4]!)).toBe(results[4]!.needed[44]);
    expect(after(results[4]!)).toBeGreaterThan(1500);
  });

  test('the figure races at the best rates', async () => {
    const results = await read<{ rule: string; best: number }[]>('sweep', 'results');
    const code = readFileSync(file, 'utf8');
    for (const { rule, best } of results)
      if (rule !== 'RMSProp')
        expect(code).toMatch(
          new RegExp(`label: '${rule}', tone: '\\w+', rate: ${Number(best.toPrecision(3))},`, 'u'),
        );
  });

  test('turned, the valley is another one for RMSProp and Adam alone', async () => {
    expect(await read('turned', 'whoMinds')).toBe('RMSProp and Adam');
    type Search = { needed: number[]; fewest: number; floor: { fold: number } };
    const both = await read<{ straight: Search; turned: Search }[]>('turned', 'both');
    for (const { straight, turned } of both.slice(0, 3)) {
      expect(turned.fewest).toBe(straight.fewest);
      expect(turned.floor).toEqual(straight.floor);
    }
    const { straight, turned } = both[4]!;
    // At the best of the same rates Adam loses little, on its floor nearly all, and most at a rate beside it.
    expect(turned.fewest / straight.fewest).toBeLessThan(1.1);
    expect(turned.floor.fold).toBeLessThan(straight.floor.fold / 4);
    expect(turned.needed[27]).toBeGreaterThan(3 * straight.needed[27]!);
    expect(both[3]!.turned.fewest).toBeGreaterThan(1.2 * both[3]!.straight.fewest);
  });
});

describe('batches', () => {
  test('an epoch takes 1, n/B or n gradient evaluations, and looks at every point once', async () => {
    expect(await read('per-epoch', 'counted')).toEqual([
      { size: 120, evaluations: 1, pointsSeen: 120 },
      { size: 12, evaluations: 10, pointsSeen: 120 },
      { size: 1, evaluations: 120, pointsSeen: 120 },
    ]);
  });

  test('many rough updates beat a few good ones, and memory pays on mini-batches', async () => {
    const scores = await read<{ plain: number; momentum: number; Adam: number }[]>('batch-table', 'scores');
    const [all, twelve, single] = scores;
    expect(single!.plain).toBeLessThan(Math.min(all!.plain, all!.momentum, all!.Adam) / 10);
    expect(Math.max(twelve!.momentum, twelve!.Adam)).toBeLessThan(twelve!.plain / 2);
    expect(Math.min(single!.momentum, single!.Adam)).toBeGreaterThan(0.9 * single!.plain);
    const raced = await read<{ heights: number[] }[]>('batch-race', 'entrants');
    const [batch, mini, stochastic] = raced.map(({ heights }) => heights.at(-1)!);
    expect(stochastic).toBeLessThan(mini!);
    expect(mini).toBeLessThan(batch!);
  });
});

describe('places without slope', () => {
  test.each([1, 2, 3, 4, 5])('fifty starts of seed %i end in two valleys, and reach both', async (seed) => {
    if (seed > 1) await lesson.enter('fifty-starts', 'seed', seed);
    for (const walkers of ['onFootEnds', 'onSkisEnds']) {
      const ends = await read<number[]>('fifty-starts', walkers);
      expect(ends).toHaveLength(50);
      const places = [...new Set(ends.map((end) => end.toFixed(2)))].sort();
      expect(places).toEqual(['-1.30', '1.13']);
    }
  });

  test('from (1, 0) descent ends on the saddle, from a millionth beside it at the root of 2', async () => {
    const [x, y] = await read<number[]>('saddle', 'onRidge[1000]');
    expect(Math.abs(x!)).toBeLessThan(1e-9);
    expect(y).toBe(0);
    const [besideX, besideY] = await read<number[]>('saddle', 'beside[1000]');
    expect(Math.abs(besideX!)).toBeLessThan(1e-9);
    expect(besideY).toBeCloseTo(Math.SQRT2, 9);
    expect(await read('saddle', 'atBottom')).toBe(50);
  });

  test('on the plateau those that divide by the usual size cross, and feet do not', async () => {
    const crossings = await read<{ rule: string; at: number[]; home: number }[]>('plateau', 'crossings');
    const slow = crossings.filter(({ at }) => at[0]! < 0).map(({ rule }) => rule);
    expect(slow).toEqual(['plain', 'momentum', 'Nesterov']);
    expect(crossings[0]!.at[1]).toBe(-1);
    expect(crossings[4]!.at[2]).toBe(-1);
    expect(crossings[3]!.at.map((step) => step < 0)).toEqual([false, true, true]);
    expect(crossings.map(({ home }) => home)).toEqual(
      [...crossings.map(({ home }) => home)].sort((a, b) => a - b),
    );
  });
});

test('each prediction says what the run gave', async () => {
  const told = await lesson.page
    .locator('descent-prediction')
    .evaluateAll((all) => all.map(({ id, dataset }) => [id, dataset['state']]));
  expect(told).toEqual(
    [
      'on-skis',
      'how-it-ends',
      'who-wins',
      'who-minds',
      'memory-or-updates',
      'how-many-deep',
      'leaves-saddle',
    ].map((id) => [id, 'shown']),
  );
});

describe('the exercises tell the usual mistakes', () => {
  /** What the tests say of the solution with one piece put for another. */
  const failed = async (id: string, from: string, to: string) =>
    notPassed(await lesson.attempt(id, (text) => text.replace(from, to), 'solution'));

  test.each([
    ['an average in place of the speed', 'beta * v + g', 'beta * v + (1 - beta) * g'],
    ['a speed that is forgotten', 'v = beta * v + g', 'let v = 0; v = beta * v + g'],
    ['beta on the slope', 'beta * v + g', 'v + beta * g'],
    ['all of the speed kept', 'beta * v + g', 'v + g'],
    ['a plus for the minus', '-rate * v', 'rate * v'],
  ])('momentum with %s', async (_, from, to) => {
    expect(await failed('write-momentum', from, to)).not.toEqual([]);
  });

  test.each([
    ['the whole speed added', 'g + beta * v)', 'g + v)'],
    ['the speed alone', '(g + beta * v)', '(beta * v)'],
    ['brackets forgotten', '-rate * (g + beta * v)', '-rate * g + beta * v'],
    [
      'the old speed',
      'v = beta * v + g;\n    steps.push(-rate * (g + beta * v));',
      'steps.push(-rate * (g + beta * v));\n    v = beta * v + g;',
    ],
  ])("Nesterov's rule with %s", async (_, from, to) => {
    expect(await failed('write-nesterov', from, to)).not.toEqual([]);
  });

  test.each([
    ['a sum in place of the average', '(1 - beta) * g ** 2', 'g ** 2'],
    ['no root', 'Math.sqrt(s + 1e-7)', '(s + 1e-7)'],
    ['no square', 'g ** 2', 'g'],
    ['nothing against a slope of 0', 's + 1e-7', 's'],
  ])('RMSProp with %s', async (_, from, to) => {
    expect(await failed('write-rmsprop', from, to)).not.toEqual([]);
  });

  test.each([
    ['one correction only', 's / (1 - b2 ** t)', 's'],
    ['the other correction only', 'm / (1 - b1 ** t)', 'm'],
    [
      'the betas in each other’s place',
      'm / (1 - b1 ** t), s / (1 - b2 ** t)',
      'm / (1 - b2 ** t), s / (1 - b1 ** t)',
    ],
    ['the corrected averages kept', 'const [mHat, sHat] = [', 'const [mHat, sHat] = [m, s] = ['],
    ['steps counted too late', 't++;', ''],
  ])('Adam with %s', async (_, from, to) => {
    expect(await failed('write-adam', from, to)).not.toEqual([]);
  });
});
