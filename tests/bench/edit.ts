/** From the click on Edit to the first typed character painted, over a bare page with the same parts of Monaco. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { serve } from '../../src/course/commands/serve.ts';
import { inFreshBrowser } from './browser.ts';
import { median, type Row } from './row.ts';
import type { Subject } from './subject.ts';

const rounds = 5;
const typed = 'Q';
const cell = 'descent-cell#cost';

export async function measureEdit(subject: Subject): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'descent-monaco-'));
  await bundle(folder);
  const bare = await serve(folder, { port: 0 });
  const times = { course: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.bare.push(await clickToCharacter(`${bare.url.replace(/\/$/, '')}/monaco.html`, 'button', 'body'));
    times.course.push(await clickToCharacter(`${subject.course}cost/`, `${cell} .cell-edit`, cell));
  }
  await bare.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      name: 'edit',
      value: median(times.course) / median(times.bare),
      unit: 'ratio',
      target: 1.2,
      better: 'lower',
    },
    { name: 'edit-time', value: median(times.course), unit: 'ms', target: 1200, better: 'lower' },
  ];
}

async function bundle(folder: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, 'bare'),
    base: './',
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: join(import.meta.dirname, 'bare/monaco.html') },
    },
  });
}

async function clickToCharacter(address: string, button: string, within: string): Promise<number> {
  return inFreshBrowser(async (page) => {
    await page.goto(address);
    await page.waitForSelector(button);
    await page.evaluate((selector) => {
      performance.mark('click');
      document.querySelector<HTMLElement>(selector)?.click();
    }, button);
    await page.waitForFunction(() => document.activeElement?.closest('.monaco-editor'), null, {
      polling: 'raf',
    });
    await page.keyboard.press(typed);
    return page.evaluate(
      async ([selector, text]) => {
        const shown = (): boolean =>
          document.querySelector(`${selector} .monaco-editor .view-lines`)?.textContent.includes(text) ??
          false;
        while (!shown()) await new Promise(requestAnimationFrame);
        return performance.now() - (performance.getEntriesByName('click')[0]?.startTime ?? NaN);
      },
      [within, typed] as const,
    );
  });
}
