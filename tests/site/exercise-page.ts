/** An exercise on a page, and what tests ask of it. */
import type { Locator, Page } from 'playwright';
import { comeTo } from './reader.ts';

export interface Exercise {
  root: Locator;
  button(name: 'Check' | 'Stop' | 'Hint' | 'Solution' | 'Try'): Locator;
  /** The buttons of the exercise come alive as it comes near. */
  near(): Promise<void>;
  source(): Promise<string>;
  /** What stands there before the reader works on it. */
  original(): Promise<string>;
  write(text: string): Promise<void>;
  /** Waits for the end of a check that has been begun. */
  checked(): Promise<Checked>;
  check(): Promise<Checked>;
  state(): Promise<string | null>;
}

export interface Checked {
  summary: string;
  /** "one step: passed", in order. */
  tests: string[];
  text: string;
}

export function exerciseOf(page: Page, id: string): Exercise {
  const root = page.locator(`descent-exercise#${id}`);
  const cell = page.locator(`#${id}-code`);
  const bar = root.locator('.exercise-bar');
  const button = (name: string): Locator =>
    bar.getByRole('button', { name: new RegExp(`^${name}`), includeHidden: true });
  const property = (name: string): Promise<string> =>
    cell.evaluate((element, key) => (element as unknown as Record<string, string>)[key] ?? '', name);
  async function checked(): Promise<Checked> {
    await page
      .locator(`descent-exercise#${id}:not([data-checking]) .exercise-report:not(:empty)`)
      .waitFor({ timeout: 60_000 });
    const report = root.locator('.exercise-report');
    return {
      summary: await report.evaluate((place) => place.querySelector('.exercise-summary')?.textContent ?? ''),
      tests: await report
        .locator('.exercise-tests > li')
        .evaluateAll((items) =>
          items.map((item) =>
            ['.exercise-name', '.exercise-word']
              .map((part) => item.querySelector(part)?.textContent)
              .join(': '),
          ),
        ),
      text: await report.innerText(),
    };
  }
  return {
    ...{ root, button, checked },
    async near() {
      await comeTo(root);
      await button('Check').waitFor({ state: 'attached' });
    },
    source: () => property('source'),
    original: () => property('original'),
    write: (text) =>
      cell.evaluate((element, given) => {
        (element as unknown as { source: string }).source = given;
      }, text),
    async check() {
      await button('Check').click();
      return checked();
    },
    state: () => root.getAttribute('data-state'),
  };
}
