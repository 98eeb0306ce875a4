import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();

const pages = ['kitchen-figures-a', 'kitchen-figures-b', 'kitchen-timeline'];
/**
 * Pixels that may stay empty: in some planes a line of words is kept that comes as the reader moves things, and the lines of
 * an event's card are counted by its letters.
 */
const spare: Record<string, number> = { 'kitchen-figures-a': 26, 'kitchen-timeline': 24 };

/** @returns what the console complained of */
async function read(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<string[]> {
  const context = await site.browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${site.url}${path}/`);
  await use(page);
  await context.close();
  return complaints;
}

async function drawAll(page: Page): Promise<void> {
  const figures = page.locator('descent-figure');
  for (let i = 0; i < (await figures.count()); i++) {
    const figure = figures.nth(i);
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('svg.plane[height]').first().waitFor({ state: 'attached' });
  }
}

describe.each(pages)('%s', (path) => {
  test.each([720, 360])('at %i pixels the room that is kept fits what is drawn', async (width) => {
    const complaints = await read(path, { viewport: { width, height: 800 } }, async (page) => {
      await drawAll(page);
      const rooms = await page.locator('descent-figure').evaluateAll((figures) =>
        figures.map((figure) => {
          const place = figure.querySelector('.figure-place')!;
          const drawn = place.firstElementChild!.getBoundingClientRect().height;
          const { id } = figure;
          return { id, kept: Number.parseFloat(getComputedStyle(place).minHeight), drawn };
        }),
      );
      const wrong = rooms.filter(
        ({ kept, drawn }) => !(kept >= drawn - 12 && kept <= drawn + (spare[path] ?? 12)),
      );
      expect(wrong).toEqual([]);
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth).toBeLessThanOrEqual(width);
    });
    expect(complaints).toEqual([]);
  });
});

describe('figures of squares and years', () => {
  const path = 'kitchen-figures-b';

  test('without JavaScript every figure is its sentence, its numbers and its code', async () => {
    await read(path, { javaScriptEnabled: false }, async (page) => {
      const figures = page.locator('descent-figure');
      const count = await figures.count();
      expect(count).toBeGreaterThan(5);
      for (let i = 0; i < count; i++) {
        const figure = figures.nth(i);
        expect((await figure.locator('.figure-summary').innerText()).length).toBeGreaterThan(8);
        const numbers = figure.locator('.figure-numbers');
        await numbers.locator('summary').click();
        expect(await numbers.locator('thead th').count()).toBeGreaterThan(0);
        expect(await figure.locator('.figure-code').count()).toBe(1);
      }
    });
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in the %s', async (colorScheme) => {
    await read(path, { colorScheme }, async (page) => {
      await drawAll(page);
      const { violations } = await new AxeBuilder({ page }).include('descent-figure').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    });
  });

  test('by keyboard alone: a square is read, a kernel typed, an event and a ring reached', async () => {
    const complaints = await read(path, {}, async (page) => {
      await drawAll(page);
      await page.locator('#confusion .square-reader').focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('#confusion .kept-line').innerText()).toBe('true square, said plus: 2');
      await page.locator('#edges .kernel-inputs input').first().focus();
      await page.keyboard.press('ArrowUp');
      expect(await page.locator('#edges .chooser select').inputValue()).toBe('yours');
      await page.locator('#edges .chooser select').selectOption('left edges');
      expect(await page.locator('#edges .kernel-inputs input').first().inputValue()).toBe('1');
      await page.locator('#history .step-reader').focus();
      await page.keyboard.press('End');
      expect(await page.locator('#history .step-says:not(.kept)').innerText()).toContain('The transformer');
      await page.locator('#numbers .step-reader').focus();
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('#numbers .step-says:not(.kept)').innerText()).toContain('counting numbers');
    });
    expect(complaints).toEqual([]);
  });

  test('at 320 pixels, as at 400 % zoom, nothing is wider than the page', async () => {
    await read(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      await drawAll(page);
      const wide = await page
        .locator('descent-figure')
        .evaluateAll((figures) =>
          figures.filter((figure) => figure.scrollWidth > figure.clientWidth + 1).map(({ id }) => id),
        );
      expect(wide).toEqual([]);
    });
  });

  test('on paper no control is left', async () => {
    await read(path, {}, async (page) => {
      await drawAll(page);
      await page.emulateMedia({ media: 'print' });
      for (const selector of ['.figure-controls', '.kernel-editor', '.step-card', '.square-cursor'])
        expect(await page.locator(`${selector}:visible`).count()).toBe(0);
      expect(await page.locator('#history svg.plane').isVisible()).toBe(true);
    });
  });
});
