/** A school's own server often has no certificate: there browsers give a page fewer means, and everything must still work. */
import { expect, test } from 'vitest';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll({ args: ['--host-resolver-rules=MAP school.test 127.0.0.1'] });

test('a cell runs where the site is served without https', async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url.replace('127.0.0.1', 'school.test')}one-cell/`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.locator('#tiny .cell-run').click();
  await page.locator('#tiny[data-state="done"]').waitFor({ timeout: 20_000 });
  expect(await page.evaluate(() => document.documentElement.dataset['backend'])).toMatch(
    /^(wasm|webgl|cpu)$/,
  );
  await page.close();
});
