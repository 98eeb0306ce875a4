import { readdirSync } from 'node:fs';

import { expect, test } from 'vitest';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll({ base: '/course/', kitchen: false });

test(
  'below a path, pages find their styles, scripts, fonts, links and search',
  { timeout: 300_000 },
  async () => {
    const page = await site.browser.newPage();
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
