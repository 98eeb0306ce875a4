/** What "What makes learning deep" claims in words; its numbers are in `measured.test.ts`. */
import { describe, expect, test } from 'vitest';
import { faces, shapes } from '../../src/library/data.ts';
import { lessonForAll } from './lesson.ts';

const lesson = lessonForAll('depth', { gpu: true });

test('a parent who answers well brings the child to 90 % within sixty clicks', async () => {
  const truth = (await lesson.read('animals', 'isCat')) as boolean[];
  expect(truth).toHaveLength(60);
  const cell = lesson.page.locator('descent-cell#teach');
  const shares = async () => (await lesson.read('teach', 'shares')) as number[];
  for (const [i, cat] of truth.entries()) {
    await cell.getByRole('button', { name: cat ? 'yes' : 'no', exact: true }).click();
    await expect.poll(async () => (await shares()).length, { timeout: 20_000 }).toBe(i + 2);
  }
  expect((await shares())[0]).toBe(0.5);
  expect((await shares())[60]).toBeGreaterThanOrEqual(0.9);
  expect(await cell.innerText()).toContain('60 of 60 answered');
  await cell.getByRole('button', { name: 'Take back' }).click();
  await expect.poll(async () => (await shares()).length, { timeout: 20_000 }).toBe(60);
}, 180_000);

test('only the truthful parent teaches anything', async () => {
  const rows = await lesson.table('parents');
  const shares = rows.map(({ share }) => Number(share));
  expect(shares[0]).toBeGreaterThan(0.85);
  for (const share of shares.slice(1)) expect(Math.abs(share - 0.5)).toBeLessThan(0.1);
});

describe('the chain from pixels to shapes', () => {
  /** The scores of all stages and the share of right votes, for drawings made with another seed. */
  const judged = async (seed: number) => {
    const page = await lesson.another('wasm');
    const cells = ['animals', 'unit', 'drawings', 'edges', 'lines', 'corners', 'chain', 'stages', 'blind'];
    await page.page.locator('descent-cell#drawings').evaluate((cell, next) => {
      const written = cell as unknown as { source: string };
      written.source = written.source.replace('seed: 1 }', `seed: ${next} }`);
    }, seed);
    for (const cell of cells) expect(await page.run(cell)).toBe('done');
    const separations = (await page.read('stages', 'separations')) as number[];
    const compared = (await page.read('blind', 'compared')) as { vote: number; right: number }[];
    await page.close();
    return { separations, compared };
  };

  test.each([1, 2, 3])('sorts more and more, and names nine of ten: drawings %i', async (seed) => {
    const { separations, compared } = await judged(seed);
    const [pixels, edges, lines, corners, vote] = separations as [number, number, number, number, number];
    expect(Math.abs(edges - pixels)).toBeLessThan(0.03);
    expect(lines).toBeGreaterThan(pixels);
    expect(corners).toBeGreaterThan(lines);
    expect(vote).toBeGreaterThan(4 * corners);
    const [own, ...random] = compared;
    expect(own!.right).toBeGreaterThanOrEqual(0.9);
    for (const { vote: blind, right } of random) {
      expect(right).toBeLessThan(0.6);
      expect(blind).toBeLessThan(vote / 2);
    }
  });

  test('the slider shows every stage', async () => {
    for (const [stage, name] of ['pixels', 'edges', 'lines', 'corners', 'vote'].entries()) {
      if (stage > 0) await lesson.enter('stages', 'stage', stage);
      expect(await lesson.text('stages')).toContain(name);
    }
  });
});

test('with as many parameters three layers beat one, and nine are worst', async () => {
  const standings = (await lesson.read('race', 'standings')) as { network: string; after400: number }[];
  expect(standings.map(({ network }) => network)).toEqual([
    'three layers of 8',
    'one layer of 44',
    'nine layers of 4',
  ]);
  const [deep, wide, narrow] = standings.map(({ after400 }) => after400);
  expect(deep! - wide!).toBeGreaterThan(0.01);
  expect(wide! - narrow!).toBeGreaterThan(0.05);
  const bends = (await lesson.read('inside', 'bends')) as number[];
  expect(bends).toEqual([...bends].sort((a, b) => a - b));
});

test('the three networks have 177 parameters each, and train on the software WebGPU adapter', async () => {
  const gpu = await lesson.another('webgpu');
  const write = (cell: string, from: string, to: string) =>
    gpu.page.locator(`descent-cell#${cell}`).evaluate(
      (element, [old, next]) => {
        const written = element as unknown as { source: string };
        if (!written.source.includes(old!)) throw new Error(`no ${old}`);
        written.source = written.source.replace(old!, next!);
      },
      [from, to],
    );
  await write('race', '[1, 2, 3]', '[1]');
  await write('race', 'spiral, 200)', 'spiral, 2)');
  await write('race', 'spiral, 200)', 'spiral, 3)');
  await write('race', 'bar.to(', 'console.log(net.countParams());\n    bar.to(');
  for (const cell of ['animals', 'unit', 'chain', 'two-spirals', 'networks', 'race'])
    expect(await gpu.run(cell)).toBe('done');
  expect(await gpu.page.evaluate(() => document.documentElement.dataset['backend'])).toBe('webgpu');
  expect(await gpu.text('race')).toContain('177');
  const runs = (await gpu.read('race', 'runs')) as { late: number }[];
  for (const { late } of runs) expect(late).toBeGreaterThan(0.3);
  await gpu.close();
}, 240_000);

test('the figures of layers and of the nerve cell follow the reader', async () => {
  const depth = lesson.page.locator('descent-figure#depth-slider');
  await depth.scrollIntoViewIfNeeded();
  await depth.getByRole('slider', { name: 'hidden layers' }).first().fill('3');
  expect(await depth.innerText()).toContain(
    '3 hidden layers of 4 units: deep. Parameters: 16 + 20 + 20 + 10 = 66.',
  );
  const neuron = lesson.page.locator('descent-figure#neuron-and-unit');
  await neuron.scrollIntoViewIfNeeded();
  await neuron.getByRole('button', { name: 'Next' }).first().click();
  expect(await neuron.locator('.figure-reading').first().innerText()).toContain('Synapses and weights');
  const phases = lesson.page.locator('descent-figure#phases');
  await phases.scrollIntoViewIfNeeded();
  for (let i = 0; i < 3; i++) await phases.getByRole('button', { name: 'Step' }).first().click();
  expect(await phases.innerText()).toMatch(/Update 1: every weight moves a little/u);
});

describe('the exercise tells the usual mistakes', () => {
  test.each([
    ['no biases', 'sizes[layer - 1] * sizes[layer]', '3, 4, 2'],
    [
      'biases of the layer before',
      'sizes[layer - 1] * sizes[layer] + sizes[layer - 1]',
      '5 inputs, 1 output',
    ],
    ['one bias a layer', 'sizes[layer - 1] * sizes[layer] + 1', '3, 4, 2'],
    ['units added', 'sizes[layer - 1] + sizes[layer]', 'a digit reader'],
  ])('%s', async (_, count, failing) => {
    const tests = await lesson.attempt('count-parameters', (text) =>
      text.replace('count += 0', `count += ${count}`),
    );
    expect(tests.filter((told) => told.includes(failing) && told.endsWith(': failed'))).toHaveLength(1);
  });
});

test('each prediction says what the run gave', async () => {
  const told = await lesson.page
    .locator('descent-prediction')
    .evaluateAll((all) => all.map(({ id, dataset }) => [id, dataset['state']]));
  expect(told).toEqual(['wrong-guesses', 'which-stage', 'deep-or-wide'].map((id) => [id, 'shown']));
});

test('the data of the page are those of the library', async () => {
  const kinds = ['cat', 'bear', 'cat', 'rabbit'] as const;
  const made = faces({ n: 60, kinds, noise: 0.1, seed: 16 });
  expect(await lesson.read('animals', 'animals.labels')).toEqual(made.labels);
  const drawn = shapes({ n: 90, kinds: ['square', 'triangle', 'cross'], noise: 0.05, seed: 1 });
  expect(await lesson.read('drawings', 'drawings.labels')).toEqual(drawn.labels);
});
