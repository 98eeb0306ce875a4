/** How long each lesson's cells run on wasm: the slowest cell's share of what it may take. */
import { inFreshBrowser } from './browser.ts';
import { lessons } from './lessons.ts';
import type { Row } from './row.ts';
import type { Subject } from './subject.ts';

/** Milliseconds that a default run may take, and that of a cell which says so before. */
const [usual, long] = [10_000, 30_000];

interface Run {
  cell: string;
  share: number;
}

export async function measureCells({ course }: Subject): Promise<Row[]> {
  const rows: Row[] = [];
  for (const lesson of lessons) {
    const runs = await runsOf(`${course}${lesson}/?backend=wasm`);
    const slowest = runs.reduce((a, b) => (b.share > a.share ? b : a));
    rows.push({
      name: `cells ${lesson} (${slowest.cell})`,
      value: slowest.share,
      unit: 'ratio',
      target: 1,
      better: 'lower',
    });
  }
  return rows;
}

/** Runs all cells in page order, so that what a cell needs has run before its own time begins. */
async function runsOf(address: string): Promise<Run[]> {
  return inFreshBrowser(async (page) => {
    await page.goto(address);
    const ids = await page
      .locator('descent-cell:not(descent-exercise *, descent-figure *)')
      .evaluateAll((cells) => cells.map(({ id }) => id));
    const runs: Run[] = [];
    for (const cell of ids) {
      const element = page.locator(`descent-cell#${cell}`);
      const may = (await element.getAttribute('data-long')) === null ? usual : long;
      await element.getByRole('button', { name: 'Run', exact: true }).click();
      const started = performance.now();
      await page.waitForFunction((id) => document.getElementById(id)?.dataset['state'] === 'done', cell);
      runs.push({ cell, share: (performance.now() - started) / may });
    }
    return runs;
  });
}
