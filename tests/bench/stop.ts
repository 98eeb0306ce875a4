/** From the click on Stop to `stopped`: an endless loop, and training, whose current batch may end first. */
import type { Page } from 'playwright';
import { inFreshBrowser } from './browser.ts';
import { median, type Row } from './row.ts';
import { cellPage, type Subject } from './subject.ts';

const loop = 'for (;;) {}';
const fit = `const xs = tf.randomNormal([4096, 256]);
const ys = tf.randomNormal([4096, 10]);
const model = tf.sequential({ layers: [
  tf.layers.dense({ units: 256, inputShape: [256], activation: 'relu' }), tf.layers.dense({ units: 10 })] });
model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
let batches = 0;
const started = performance.now();
await model.fit(xs, ys, { epochs: 1000, batchSize: 64, callbacks: { onBatchEnd: () => {
  batches += 1;
  if (batches % 20 === 0) console.log('batch ' + (performance.now() - started) / batches);
} } });`;

export async function measureStop(subject: Subject): Promise<Row[]> {
  const loops: number[] = [];
  const fits: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    loops.push((await stopping(subject, loop, /^$/)).ms);
    const { ms, batch } = await stopping(subject, fit, /batch [\d.]+/);
    fits.push(ms - batch);
  }
  return [
    { name: 'stop-loop', value: median(loops), unit: 'ms', target: 1500, better: 'lower' },
    { name: 'stop-fit', value: median(fits), unit: 'ms', target: 100, better: 'lower' },
  ];
}

/** Runs a text in the tiny cell, waits until it is well under way, stops it. */
async function stopping(
  subject: Subject,
  source: string,
  sign: RegExp,
): Promise<{ ms: number; batch: number }> {
  return inFreshBrowser(async (page) => {
    await page.goto(cellPage(subject, 'wasm'));
    await page.waitForSelector('#tiny .cell-run');
    await page.evaluate((text) => {
      (document.querySelector('#tiny') as HTMLElement & { source: string }).source = text;
      document.querySelector<HTMLElement>('#tiny .cell-run')?.click();
    }, source);
    await state(page, 'running');
    await page.waitForFunction(
      (pattern) => new RegExp(pattern).test(document.querySelector('#tiny .cell-output')?.textContent ?? ''),
      sign.source,
    );
    await page.waitForTimeout(1000);
    const printed = await page.locator('#tiny .cell-output').textContent();
    const batch = Number(/batch ([\d.]+)/.exec(printed ?? '')?.[1] ?? 0);
    const ms = await page.evaluate(async () => {
      const cell = document.querySelector<HTMLElement>('#tiny');
      if (!cell) throw new Error('No such cell.');
      const started = performance.now();
      const stopped = new Promise<number>((resolve) => {
        new MutationObserver(() => {
          if (cell.dataset['state'] === 'stopped') resolve(performance.now() - started);
        }).observe(cell, { attributes: true });
      });
      cell.querySelector<HTMLElement>('.cell-stop')?.click();
      return stopped;
    });
    return { ms, batch };
  });
}

async function state(page: Page, wanted: string): Promise<void> {
  await page.waitForFunction(
    (name) => document.querySelector('#tiny')?.getAttribute('data-state') === name,
    wanted,
  );
}
