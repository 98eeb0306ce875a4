/**
 * One training step in a cell over the same step in a bare worker, rounds interleaved, on each back end; then what
 * the completed wasm back end gains over plain tfjs.
 */
import { build } from 'esbuild';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { BackendName } from '../../src/kernel/protocol.ts';
import { inFreshBrowser } from './browser.ts';
import { median, type Row } from './row.ts';
import { cellPage, type Subject } from './subject.ts';

const models = ['mlp', 'cnn', 'lstm'] as const;
type Model = (typeof models)[number];
const factories: Record<Model, string> = { mlp: 'createMlp', cnn: 'createCnn', lstm: 'createLstm' };
const rounds = 5;
/** Steps of one round: enough to time, few enough for the slow ones. */
const steps: Record<BackendName, Record<Model, number>> = {
  wasm: { mlp: 60, cnn: 8, lstm: 12 },
  cpu: { mlp: 6, cnn: 1, lstm: 4 },
  webgl: { mlp: 6, cnn: 2, lstm: 2 },
  webgpu: { mlp: 3, cnn: 1, lstm: 1 },
};

/** The three models on one back end. */
export async function measureTraining(subject: Subject, backend: BackendName): Promise<Row[]> {
  const code = await modelCode();
  const rows: Row[] = [];
  for (const model of models) {
    const value = await sideBySide(subject, code, backend, model);
    rows.push({ name: `train-${model} ${backend}`, value, unit: 'ratio', target: 1.05, better: 'lower' });
  }
  return rows;
}

/** wasm against cpu for the CNN, and against wasm as tfjs publishes it for the MLP. */
export async function measureWasm({ bare }: Subject): Promise<Row[]> {
  const code = await modelCode();
  const between = (names: [string, string], counts: [number, number], model: Model): Promise<number> =>
    inFreshBrowser(async (page) => {
      const pages = [page, await page.context().newPage()] as const;
      for (const [index, each] of pages.entries()) {
        await each.goto(`${bare}${names[index] ?? ''}.html`);
        await giveModel(each, code, model);
      }
      const ratios: number[] = [];
      for (let round = 0; round < rounds; round += 1)
        ratios.push((await bareRound(pages[0], counts[0])) / (await bareRound(pages[1], counts[1])));
      return median(ratios);
    });
  const cnn = await between(['cpu', 'wasm'], [2, 20], 'cnn');
  const mlp = await between(['wasm', 'plain-wasm'], [100, 40], 'mlp');
  return [
    { name: 'wasm-cnn-gain', value: cnn, unit: 'ratio', target: 8, better: 'higher' },
    { name: 'wasm-mlp-over-plain', value: mlp, unit: 'ratio', target: 0.4, better: 'lower' },
  ];
}

async function sideBySide(
  subject: Subject,
  code: string,
  backend: BackendName,
  model: Model,
): Promise<number> {
  const count = steps[backend][model];
  return inFreshBrowser(async (page) => {
    await page.goto(cellPage(subject, backend));
    await page.waitForSelector('#tiny .cell-run');
    const bare = await page.context().newPage();
    await bare.goto(`${subject.bare}${backend}.html`);
    await giveModel(bare, code, model);
    const source = cellSource(code, model, count);
    await cellRound(page, source);
    const times = { cell: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      await bare.bringToFront();
      times.bare.push(await bareRound(bare, count));
      await page.bringToFront();
      times.cell.push(await cellRound(page, source));
    }
    const ratios = times.cell.map((cell, round) => cell / (times.bare[round] ?? NaN));
    return median(ratios);
  }, backend.startsWith('webg'));
}

/** The models as one script that puts `models` into the scope it is pasted into. */
async function modelCode(): Promise<string> {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'models.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'models',
    target: 'es2022',
    write: false,
  });
  const [file] = built.outputFiles;
  if (!file) throw new Error('The models did not bundle.');
  return file.text.replace('"use strict";', '');
}

/** A cell that makes the model, warms it up once and prints the milliseconds of a step. */
const cellSource = (code: string, model: Model, count: number): string => `${code}
const { step } = models.${factories[model]}(tf);
await step();
const began = performance.now();
for (let index = 0; index < ${count}; index += 1) await step();
console.log('took ' + (performance.now() - began) / ${count} + ' ms');
`;

async function cellRound(page: Page, source: string): Promise<number> {
  await page.evaluate((text) => {
    const cell = document.querySelector('#tiny') as HTMLElement & { source: string };
    if (cell.source !== text) cell.source = text;
    cell
      .querySelector('.cell-output')
      ?.setAttribute('data-seen', cell.querySelector('.cell-output')?.textContent ?? '');
    cell.querySelector<HTMLElement>('.cell-run')?.click();
  }, source);
  await page.waitForFunction(() => {
    const output = document.querySelector('#tiny .cell-output');
    const text = output?.textContent ?? '';
    const state = document.querySelector('#tiny')?.getAttribute('data-state');
    if (state === 'failed') throw new Error(text);
    return state === 'done' && text !== output?.getAttribute('data-seen') && /took [\d.]+/.test(text);
  });
  return Number(/took ([\d.]+)/.exec((await page.locator('#tiny .cell-output').textContent()) ?? '')?.[1]);
}

async function giveModel(page: Page, code: string, model: Model): Promise<void> {
  const text = `export default async (tf) => { ${code}; const { step } = models.${factories[model]}(tf); await step(); return step; }`;
  await page.evaluate(`ask({ type: 'model', code: ${JSON.stringify(text)} })`);
}

const bareRound = (page: Page, count: number): Promise<number> =>
  page.evaluate(`ask({ type: 'steps', count: ${count} })`);
