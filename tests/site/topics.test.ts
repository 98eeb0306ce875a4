import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright';
import { expect, test } from 'vitest';
import { topicKinds } from '../../src/course/topics.ts';
import { openWorld } from '../../src/course/world.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();

async function read(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await site.browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${site.url}topics/`);
  await use(page);
  await context.close();
}

const topics = openWorld(process.cwd()).topics();
const shown = (page: Page) => page.locator('.topics li').filter({ visible: true });

test('every topic stands under its letter, linked where it has its home, else with the number of its lesson', async () => {
  await read({ javaScriptEnabled: false }, async (page) => {
    expect(await shown(page).count()).toBe(topics.length);
    const linked = topics.filter(({ anchor }) => anchor !== undefined);
    const hrefs = await page
      .locator('.topics li a')
      .evaluateAll((all) =>
        all.map((a) => new URL((a as HTMLAnchorElement).href).pathname + (a as HTMLAnchorElement).hash),
      );
    expect(hrefs.sort()).toEqual(linked.map(({ home, anchor }) => `/${home}/#${anchor}`).sort());
    expect(await page.locator('.topics li', { hasText: 'planned in' }).count()).toBe(
      topics.length - linked.length,
    );
    const letters = await page.locator('.topics h2').allTextContents();
    expect(letters).toEqual([...letters].sort());
    for (const [index, letter] of letters.entries()) {
      if (!/^[A-Z]$/.test(letter)) continue;
      const first = await page.locator('.topics section').nth(index).locator('li').first().innerText();
      expect(
        first
          .replace(/^[^\p{L}]+/u, '')
          .charAt(0)
          .toUpperCase(),
      ).toBe(letter);
    }
  });
});

test('kinds are chosen by keyboard and without a script, and letters without an entry step aside', async () => {
  await read({ javaScriptEnabled: false }, async (page) => {
    await page.locator('#kind-all').focus();
    for (const kind of topicKinds) {
      await page.keyboard.press('ArrowRight');
      expect(await page.locator(`#kind-${kind}`).isChecked()).toBe(true);
      expect(await shown(page).count()).toBe(topics.filter((topic) => topic.kind === kind).length);
      const sections = page.locator('.topics section').filter({ visible: true });
      expect(await sections.filter({ has: page.locator(`li[data-k="${kind}"]`) }).count()).toBe(
        await sections.count(),
      );
      expect(await page.locator('.topics nav a').filter({ visible: true }).count()).toBe(
        await sections.count(),
      );
    }
    await page.keyboard.press('ArrowRight');
    expect(await shown(page).count()).toBe(topics.length);
  });
});

test('the keyboard sees where it is', async () => {
  await read({}, async (page) => {
    await page.locator('#kind-all').focus();
    await page.keyboard.press('ArrowRight');
    const outline = await page
      .locator('#kind-concept + span')
      .evaluate((chip) => getComputedStyle(chip).outlineStyle);
    expect(outline).toBe('solid');
  });
});

test('the page says all of it in less than 100 kB', () => {
  expect(readFileSync(join(site.dir, 'topics/index.html')).length).toBeLessThan(100_000);
});

test('it fits a narrow window', async () => {
  await read({ viewport: { width: 320, height: 700 } }, async (page) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

for (const [colorScheme, width] of [
  ['light', 1400],
  ['dark', 390],
] as const)
  test(`axe finds nothing, ${colorScheme} ${width}px`, async () => {
    await read({ colorScheme, viewport: { width, height: 900 } }, async (page) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
    });
  });
