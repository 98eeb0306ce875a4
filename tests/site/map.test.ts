import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright';
import { expect, test } from 'vitest';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();

async function onCourse(
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await site.browser.newContext(options);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(`${site.url}course/`);
  await use(page);
  await context.close();
}

const parts = (page: Page, part: string) =>
  page
    .locator(`.box[data-part="${part}"]`)
    .evaluateAll((all) => all.map((box) => (box as HTMLElement).dataset['id']));

test('every lesson is a box, every need a line, and the list says the same', async () => {
  await onCourse(
    async (page) => {
      expect(await page.locator('.box').count()).toBe(60);
      const needs = await page.locator('li .needs a').count();
      expect(needs).toBeGreaterThan(60);
      expect(await page.locator('path.need').count()).toBe(needs);
      // A link of the list leads to an entry of the list.
      const targets = await page
        .locator('li .needs a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
      const ids = new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)));
      expect(targets.filter((id) => !ids.has(id))).toEqual([]);
    },
    { javaScriptEnabled: false },
  );
});

test('pointing shows what a lesson needs and what needs it', async () => {
  await onCourse(async (page) => {
    await page.locator('.box[data-id="cost"]').hover();
    await expect.poll(() => parts(page, 'self')).toEqual(['cost']);
    expect(await parts(page, 'before')).toEqual([
      'laboratory',
      'three-terms',
      'features',
      'evaluation',
      'foggy-mountain',
    ]);
    expect(await parts(page, 'after')).toContain('backpropagation');
    expect(await page.locator('descent-map .said').innerText()).toContain('Before it come 5');
    await page.mouse.move(0, 0);
    await expect.poll(() => parts(page, 'self')).toEqual([]);
  });
});

test('one stop of the Tab key, then the arrows; Enter opens a lesson', async () => {
  await onCourse(async (page) => {
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['id']);
    await page.locator('descent-map .window').focus();
    await page.keyboard.press('Tab');
    await expect.poll(at).toBe('laboratory');
    await expect.poll(() => parts(page, 'self')).toEqual(['laboratory']);
    await page.keyboard.press('End');
    expect(await at()).toBe('capstone');
    await page.keyboard.press('Home');
    expect(await at()).toBe('laboratory');
    for (let row = 2; row <= 5; row++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await at()).toBe('foggy-mountain');
    await page.keyboard.press('ArrowRight');
    expect(await at()).toBe('cost');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cost\/$/);
  });
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const)
  test(`axe finds nothing while a lesson is chosen, ${colorScheme} ${width}px`, async () => {
    await onCourse(
      async (page) => {
        await page.locator('.box[data-id="cost"]').focus();
        await expect.poll(() => parts(page, 'self')).toEqual(['cost']);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(violations).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      { colorScheme, viewport: { width, height: 800 } },
    );
  });
