import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { closePages, closeSite, openKitchen, openSite } from './cell-page.ts';

beforeAll(openSite);
afterEach(closePages);
afterAll(closeSite);

/** Notes what moved without the reader's doing, beside the cells and in the header; the rest of the page has tests of its own. */
const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[])
        for (const { node } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          if (element?.closest('main, header')) moved.push(element.outerHTML.slice(0, 80));
        }
    }).observe({ type: 'layout-shift', buffered: true });
  });

test('nothing moves when cells come alive, nor when output appears in its reserved room', async () => {
  const { page, cell } = await openKitchen({ before: watchShifts });
  await page.waitForTimeout(500);
  await cell('tiny').run();
  await expect.poll(() => cell('tiny').output.innerText()).toMatch(/1, 4, 9/);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
});

test('opening the editor moves nothing below the cell', async () => {
  const { page, cell } = await openKitchen();
  const height = (): Promise<number> =>
    cell('tiny').root.evaluate((element) => element.getBoundingClientRect().height);
  const before = await height();
  await cell('tiny').button('Edit').click();
  await cell('tiny').editor.waitFor({ timeout: 30_000 });
  await page.waitForTimeout(300);
  expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(1);
}, 90_000);

test('on a phone the small editor opens, and the cell runs', async () => {
  const { page, cell } = await openKitchen({
    context: { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true },
  });
  await cell('scratch').button('Edit').tap();
  await cell('scratch').root.locator('textarea.small-editor').waitFor({ timeout: 10_000 });
  await cell('scratch').root.locator('textarea').fill("'by thumb'");
  await cell('scratch').button('Run').tap();
  await expect.poll(() => cell('scratch').output.innerText(), { timeout: 20_000 }).toContain('by thumb');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const small = await page
    .locator('descent-cell button:visible')
    .evaluateAll((all) =>
      all.filter((b) => Math.min(b.clientWidth, b.clientHeight) < 22).map((b) => b.outerHTML),
    );
  expect(small).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing in %s, before and after runs',
  async (scheme) => {
    const { page, cell } = await openKitchen({
      context: { colorScheme: scheme },
      before: (fresh) =>
        fresh.addInitScript((theme) => localStorage.setItem('starlight-theme', theme), scheme),
    });
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(scheme);
    const faults = async (): Promise<string[]> => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
    };
    expect(await faults()).toEqual([]);
    await cell('tiny').run();
    await cell('thrown-error').run('failed');
    await cell('scratch').write("'edited' // 1");
    await cell('scratch').run();
    await cell('console').run();
    await cell('series').run();
    await cell('input-number').run();
    await cell('depends-b').run();
    await cell('depends-a').write('const base = 3; base');
    await cell('depends-b').is('stale');
    await page.mouse.move(5, 5);
    await page.waitForTimeout(300);
    expect(await faults()).toEqual([]);
  },
  120_000,
);

test('on paper the outputs are there and the buttons are not', async () => {
  const { page, cell } = await openKitchen();
  await cell('tiny').run();
  await page.emulateMedia({ media: 'print' });
  expect(await cell('tiny').button('Run').isVisible()).toBe(false);
  expect(await cell('tiny').output.isVisible()).toBe(true);
  expect(await cell('scratch').output.isVisible()).toBe(false);
});
