import { expect, test } from 'vitest';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();

test('in a tall window, what answers the reader waits for the reader', async () => {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 4000 } });
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}kitchen-predict/`);
  await page.waitForLoadState('networkidle');
  expect(await page.locator('descent-prediction').first().isVisible()).toBe(true);
  expect(scripts.filter((path) => /\/prediction\./u.test(path))).toEqual([]);
  await page.mouse.move(3, 3);
  await page.locator('.prediction-buttons').first().waitFor();
  expect(scripts.filter((path) => /\/prediction\./u.test(path))).not.toEqual([]);
  await page.close();
});
