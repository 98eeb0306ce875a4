/** What "Train a CNN" claims in words; its numbers are in `measured.test.ts`. */
import { describe, expect, test } from 'vitest';
import { lessonForAll } from './lesson.ts';

const lesson = lessonForAll('train-a-cnn', { gpu: true, ms: 400_000 });

const numbers = async (cell: string, path: string) => (await lesson.read(cell, path)) as number[];

test('the CNN has 819 parameters, the dense network 1,187', async () => {
  expect(await lesson.read('network', 'parameters')).toBe(819);
  expect(await lesson.read('control', 'mlpParameters')).toBe(1187);
});

test('on seeds 1 to 3 the CNN has at least 0.93 after 12 epochs, and 0.08 more than the dense network', async () => {
  const runs = (await lesson.read('compare', 'runs')) as { seed: number; CNN: number; MLP: number }[];
  expect(runs.map(({ seed }) => seed)).toEqual([1, 2, 3]);
  for (const { CNN, MLP } of runs) {
    expect(CNN).toBeGreaterThanOrEqual(0.93);
    expect(CNN).toBeGreaterThanOrEqual(MLP + 0.08);
  }
  expect(await numbers('train', 'accuracies')).toHaveLength(12);
});

test('each shape has a detector that answers to it half as strongly again as to any other', async () => {
  const perKind = (await lesson.read('detectors', 'perKind')) as number[][];
  for (const [kind, own] of perKind.entries()) {
    const others = perKind.filter((_, other) => other !== kind);
    const telling = own.filter((value, d) => others.every((row) => value > 1.5 * row[d]!));
    expect(telling.length).toBeGreaterThan(0);
  }
  expect(perKind.map(([first]) => first)).toEqual([0, 0, 0]);
});

test('every picture is in the confusion matrix once, and probabilities sum to 1', async () => {
  const tally = (await lesson.read('confusion', 'tally')) as number[][];
  expect(tally.map((row) => row.reduce((a, b) => a + b))).toEqual([100, 100, 100]);
  for (const row of (await lesson.read('triangle', 'opinions')) as number[][])
    expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
});

describe('breaking it', () => {
  test('in the corner both fail four pixels away; with a margin only the dense network does', async () => {
    const [corner, dense] = [await numbers('corner', 'cnnMoved'), await numbers('corner', 'mlpMoved')];
    expect(corner[0]).toBeGreaterThan(0.9);
    for (const moved of [corner, dense]) expect(moved[4]).toBeLessThan(0.45);
    expect(dense[1]).toBeLessThan(corner[1]!);
    for (const share of await numbers('margin', 'cnnInside')) expect(share).toBeGreaterThan(0.95);
    expect(await lesson.read('margin', 'verdict')).toBe('only the CNN');
  });

  test('more noise makes both worse, and the dense network is always below', async () => {
    const [cnn, mlp] = [await numbers('more-noise', 'cnnLine'), await numbers('more-noise', 'mlpLine')];
    expect(cnn.at(-1)).toBeLessThan(cnn[0]! - 0.15);
    for (const [i, share] of cnn.entries()) expect(share).toBeGreaterThan(mlp[i]!);
  });

  const withPlaces = (place: string) => lesson.attempt('win-back', (text) => text.replace('[0, 0]', place));
  test.each([
    ['all one pixel away', '[1, 1]', 'share right at all places: at least 0.93: failed'],
    ['too far', '[5, 0]', '600 places, each two whole numbers from 0 to 4: failed'],
    ['between pixels', '[0.5, 0]', '600 places, each two whole numbers from 0 to 4: failed'],
  ])('the corner is not won back by places %s', async (_, place, failed) => {
    expect(await withPlaces(place)).toContain(failed);
  });
});

test('good features lose to the network when the task changes', async () => {
  type Duel = { features: number; CNN: number; MLP: number };
  const [shapes, digits] = (await lesson.read('against', 'duel')) as Duel[];
  expect(shapes!.features).toBeGreaterThan(shapes!.MLP);
  expect(digits!.features).toBeLessThan(digits!.CNN - 0.2);
  expect(digits!.MLP).toBeGreaterThan(digits!.CNN);
});

test('of a rare spot most alarms are false; of a common one most are real', async () => {
  for (const part of ['sensitivity', 'specificity'])
    expect(await lesson.read('screening', part)).toBeGreaterThan(0.8);
  expect(await lesson.read('screening', 'percentReal')).toBeLessThan(50);
  await lesson.enter('screening', 'prevalence', 0.5);
  expect(await lesson.read('screening', 'percentReal')).toBeGreaterThan(80);
});

type Point = [x: number, y: number];
/** Part of an ellipse; angles in turns, from the right, clockwise. */
const arc = ([cx, cy]: Point, [rx, ry]: Point, from: number, to: number): Point[] =>
  Array.from({ length: 20 }, (_, i) => {
    const angle = 2 * Math.PI * (from + ((to - from) * i) / 19);
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)];
  });
/** As a hand might draw them; the strokes of `digits` are others. */
const drawings: Record<string, Point[][]> = {
  0: [arc([0.5, 0.5], [0.22, 0.35], -0.25, 0.75)],
  2: [[...arc([0.5, 0.32], [0.2, 0.17], -0.5, 0.1), [0.3, 0.82], [0.74, 0.82]]],
  3: [[...arc([0.48, 0.32], [0.18, 0.16], -0.45, 0.25), ...arc([0.48, 0.66], [0.22, 0.18], -0.25, 0.42)]],
  4: [[[0.55, 0.15], [0.28, 0.6], [0.75, 0.6]], [[0.6, 0.4], [0.6, 0.88]]],
  5: [[[0.7, 0.16], [0.36, 0.16], [0.34, 0.45], ...arc([0.48, 0.62], [0.22, 0.2], -0.3, 0.38)]],
  6: [[[0.62, 0.14], [0.42, 0.35], ...arc([0.5, 0.65], [0.19, 0.19], 0.5, 1.5)]],
  8: [[...arc([0.5, 0.33], [0.17, 0.16], 0.25, -0.75), ...arc([0.5, 0.67], [0.2, 0.18], -0.25, 0.75)]],
  9: [[...arc([0.5, 0.35], [0.18, 0.17], 0, 1), [0.66, 0.85]]],
}; // prettier-ignore

/** The strokes as the sheet has them: 28 rows of 28 numbers from 0 to 1. */
function inked(strokes: Point[][]): number[][] {
  const sheet = Array.from({ length: 28 }, () => Array.from({ length: 28 }, () => 0));
  for (const stroke of strokes)
    for (const [i, [x, y]] of stroke.slice(1).entries())
      for (let k = 0; k <= 20; k++) {
        const [fromX, fromY] = stroke[i]!;
        const [atX, atY] = [28 * (fromX + (k / 20) * (x - fromX)), 28 * (fromY + (k / 20) * (y - fromY))];
        for (const [row, inks] of sheet.entries())
          for (const column of inks.keys())
            if (Math.hypot(column + 0.5 - atX, row + 0.5 - atY) < 1.1) inks[column] = 1;
      }
  return sheet;
}

describe('your digit', () => {
  test('is read as it is drawn', async () => {
    const { page } = lesson;
    const cell = page.locator('descent-cell#your-digit');
    const sheet = cell.locator('canvas[role=application]');
    await sheet.scrollIntoViewIfNeeded();
    const box = (await sheet.boundingBox())!;
    for (const [i, [x, y]] of drawings[0]![0]!.entries()) {
      await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
      if (i === 0) await page.mouse.down();
    }
    await page.mouse.up();
    await cell
      .getByText('It reads a')
      .first()
      .waitFor({ timeout: 30_000 })
      .catch(() => undefined);
    await expect.poll(() => lesson.text('your-digit'), { timeout: 10_000 }).toContain('It reads a 0');
  });

  test('is right for most digits that a hand might draw', async () => {
    const cell = lesson.page.locator('descent-cell#your-digit');
    const read: Record<string, number> = {};
    for (const [digit, strokes] of Object.entries(drawings)) {
      await cell.evaluate(
        (element, drawn) => {
          const box = element as unknown as { source: string };
          box.source = box.source.replace(/^const sheet = .*$/mu, `const sheet = ${drawn};`);
        },
        JSON.stringify(inked(strokes)),
      );
      expect(await lesson.run('your-digit')).toBe('done');
      const guess = (await lesson.read('your-digit', 'guess')) as number[];
      read[digit] = guess.indexOf(Math.max(...guess));
    }
    const right = Object.entries(read).filter(([digit, said]) => Number(digit) === said);
    expect(right.length, JSON.stringify(read)).toBeGreaterThanOrEqual(6);
  });
});

test('Stop ends a training, and a repeated one leaves as many tensors as the first', async () => {
  const { page } = lesson;
  const cell = page.locator('descent-cell#train');
  const held = async () => /(\d+) tensors held/u.exec(await lesson.text('train'))?.[1];
  expect(await lesson.run('train')).toBe('done');
  const first = await held();
  expect(first).toBeDefined();
  expect(await lesson.run('train')).toBe('done');
  expect(await held()).toBe(first);

  await cell.evaluate((element) => {
    const box = element as unknown as { source: string };
    box.source = box.source.replace('...rounds, validationData', '...rounds, epochs: 2000, validationData');
  });
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  // A step stands there for a tenth of a second; whoever looks now and then sees some of them.
  const underWay = cell.getByText(/step ([2-9]|\d{2,}) of 2000/u).first();
  await underWay.waitFor({ timeout: 60_000 });
  await cell.getByRole('button', { name: 'Stop' }).click();
  await page.waitForFunction(() => document.getElementById('train')?.dataset['state'] === 'stopped');
}, 120_000);

test('trains on the software WebGPU adapter, on fewer pictures and for fewer epochs', async () => {
  const onGpu = await lesson.another('webgpu');
  const smaller = (cell: string, from: string, to: string) =>
    onGpu.page.locator(`descent-cell#${cell}`).evaluate(
      (element, [old, fresh]) => {
        const box = element as unknown as { source: string };
        box.source = box.source.replaceAll(old!, fresh!);
      },
      [from, to],
    );
  await smaller('pictures', 'make(600, ', 'make(60, ');
  await smaller('pictures', 'make(300, ', 'make(30, ');
  await smaller('train', '...rounds, ', '...rounds, epochs: 2, ');
  for (const cell of ['pictures', 'network', 'train']) expect(await onGpu.run(cell)).toBe('done');
  expect(await onGpu.page.evaluate(() => document.documentElement.dataset['backend'])).toBe('webgpu');
  const shares = (await onGpu.read('train', 'accuracies')) as number[];
  expect(shares).toHaveLength(2);
  for (const share of shares) expect(share).toBeGreaterThanOrEqual(0.2);
  await onGpu.close();
}, 120_000);
