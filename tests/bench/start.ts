/** From the click on Run to the first output: cold, against a bare page with the same modules; then warm. */
import { clickToText, inFreshBrowser } from './browser.ts';
import { median, type Row } from './row.ts';
import { cellPage, type Subject } from './subject.ts';

const rounds = 7;
const tiny = '#tiny';
const printed = /1,\s*4,\s*9/;

export async function measureStart(subject: Subject): Promise<Row[]> {
  const cold: number[] = [];
  const bare: number[] = [];
  const pointed: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await bareStart(subject));
    const times = await courseStart(subject, false);
    cold.push(times.cold);
    pointed.push((await courseStart(subject, true)).cold);
    warm.push(...times.warm);
  }
  return [
    { name: 'first-run', value: median(cold) / median(bare), unit: 'ratio', target: 1.3, better: 'lower' },
    { name: 'first-run-time', value: median(cold), unit: 'ms', target: 1000, better: 'lower' },
    {
      name: 'first-run-pointed',
      value: median(pointed) / median(bare),
      unit: 'ratio',
      target: 1.3,
      better: 'lower',
    },
    { name: 'warm-run', value: median(warm), unit: 'ms', target: 60, better: 'lower' },
  ];
}

async function bareStart({ bare }: Subject): Promise<number> {
  return inFreshBrowser(async (page) => {
    // Both pages have come to rest, as they have for a reader; what Run needs is not yet fetched.
    await page.goto(`${bare}wasm.html`, { waitUntil: 'networkidle' });
    return clickToText(page, 'button', 'pre', printed);
  });
}

/** `pointed`: the pointer has rested on Run for a moment, as a hand's does; else the click comes out of nowhere. */
async function courseStart(subject: Subject, pointed: boolean): Promise<{ cold: number; warm: number[] }> {
  return inFreshBrowser(async (page) => {
    await page.goto(cellPage(subject, 'wasm'), { waitUntil: 'networkidle' });
    const run = `${tiny} .cell-run`;
    const output = `${tiny} .cell-output`;
    await page.waitForSelector(run);
    if (pointed) {
      await page.hover(run);
      await page.waitForTimeout(150);
    }
    const cold = await clickToText(page, run, output, printed);
    const warm: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      await page.waitForFunction(
        (cell) => document.querySelector(cell)?.getAttribute('data-state') === 'done',
        tiny,
      );
      await page.waitForTimeout(200);
      warm.push(await rerun(run, output));
    }
    return { cold, warm };

    /** The old output goes first, so that only a new one can end the measure. */
    async function rerun(button: string, target: string): Promise<number> {
      return page.evaluate(
        async ([buttonSelector, targetSelector, source]) => {
          const wanted = new RegExp(source);
          const view = document.querySelector(targetSelector);
          if (!view) throw new Error('The cell has no output.');
          const started = performance.now();
          let emptied = false;
          const shown = new Promise<number>((resolve) => {
            new MutationObserver((changes) => {
              emptied ||= changes.some((change) => change.removedNodes.length > 0);
              if (emptied && wanted.test(view.textContent)) resolve(performance.now() - started);
            }).observe(view, { childList: true, subtree: true, characterData: true });
          });
          (document.querySelector(buttonSelector) as HTMLElement).click();
          return shown;
        },
        [button, target, printed.source] as const,
      );
    }
  });
}
