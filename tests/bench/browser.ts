/** A fresh Chromium for one measure: empty profile, empty cache, and the software adapters where they are asked for. */
import { chromium, type Page } from 'playwright';
import { launchArgs, provideChromium, softwareGpu } from '../chromium.ts';

export async function inFreshBrowser<T>(use: (page: Page) => Promise<T>, gpu = false): Promise<T> {
  const browser = await chromium.launch({
    executablePath: provideChromium(),
    args: [...launchArgs, ...(gpu ? softwareGpu : [])],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(240_000);
    return await use(page);
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the click on `button` until the text of `target` matches, both in the page, by its own clock. */
export async function clickToText(
  page: Page,
  button: string,
  target: string,
  pattern: RegExp,
): Promise<number> {
  return page.evaluate(
    async ([buttonSelector, targetSelector, source]) => {
      const wanted = new RegExp(source);
      const find = (): Element | null => document.querySelector(targetSelector);
      const started = performance.now();
      const shown = new Promise<number>((resolve) => {
        const look = (): void => {
          if (wanted.test(find()?.textContent ?? '')) resolve(performance.now() - started);
        };
        new MutationObserver(look).observe(document.body, {
          childList: true,
          subtree: true,
          characterData: true,
        });
      });
      (document.querySelector(buttonSelector) as HTMLElement).click();
      return shown;
    },
    [button, target, pattern.source] as const,
  );
}
