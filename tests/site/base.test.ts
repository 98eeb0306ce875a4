import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtSite, openBrowser, type Site } from './site.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  site = await builtSite({ base: '/course/', kitchen: false });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test(
  'below a path, pages find their styles, scripts, fonts, links and search',
  { timeout: 300_000 },
  async () => {
    const page = await browser.newPage();
    const lost: string[] = [];
    page.on('response', (response) => {
      if (!response.ok()) lost.push(response.url());
    });
    await page.goto(site.url);
    await page.getByRole('link', { name: /^Start: / }).click();
    await page.waitForURL(`${site.url}laboratory/`);
    await page.locator('.neighbours a[rel="next"]').click();
    await page.waitForURL(`${site.url}three-terms/`);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('slope');
    await page.getByRole('dialog').getByRole('link').first().click();
    await page.waitForURL(`${site.url}**/*`);
    await page.waitForLoadState('networkidle');
    expect(lost).toEqual([]);
    await page.close();
  },
);

test('the published course has no page that is there for tests only', () => {
  const files = readdirSync(site.dir, { recursive: true, encoding: 'utf8' });
  expect(files).toContain('cost/index.html');
  expect(files.filter((file) => /kitchen|one-cell/.test(file))).toEqual([]);
});
