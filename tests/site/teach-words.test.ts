/** The pages that explain handing in. */
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { expect, test } from 'vitest';
import { weights } from '../../src/course/class-weights.ts';
import { kept } from '../../src/course/storage.ts';
import { exerciseOf } from './exercise-page.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll({ tidy: true });
const pages = ['teach/handing-in/', 'teach/file/'];

async function open(path: string, options: object = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  return page;
}

test.each(pages)('%s is accessible in light and dark, and fits a phone', async (path) => {
  const page = await open(path);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.reload();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(complaints).toEqual([]);
});

test.each(pages)('%s reads without scripts, and its links lead somewhere', async (path) => {
  const page = await open(path, { javaScriptEnabled: false });
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  const links = await page
    .locator('.words a')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  for (const link of new Set(links)) {
    const { origin, pathname, hash } = new URL(link);
    expect(origin).toBe(new URL(site.url).origin);
    if (pathname === `/${path}`) expect(await page.locator(hash).count(), link).toBe(1);
    else expect((await page.request.get(link)).status(), link).toBe(200);
  }
});

test('all that a browser keeps stands in the table', async () => {
  const page = await open(pages[0] ?? '');
  const shown = await page.locator('code[data-key]').allInnerTexts();
  const keys = kept.flatMap(({ where }) => (where.kind === 'database' ? [where.store] : where.keys));
  expect(shown).toEqual(keys);
});

test('each field of the schema stands on its page', async () => {
  const schema = JSON.parse(readFileSync(join(site.dir, 'data/submission.schema.json'), 'utf8')) as {
    $schema: string;
    properties: Record<string, { description: string }>;
  };
  expect(schema.$schema).toContain('2020-12');
  const page = await open(pages[1] ?? '');
  for (const [name, { description }] of Object.entries(schema.properties)) {
    const row = page.locator(`tr[data-field="${name}"]`);
    expect(await row.getByRole('cell').last().innerText()).toBe(description);
  }
  expect(await page.getByRole('region', { name: 'An example of the file' }).innerText()).toContain(
    '"student": "Ada Lovelace"',
  );
});

/** Counts what comes over the network, in kB, until it is asked. */
async function scale(page: Page): Promise<() => number> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => {
    const kB = bytes / 1000;
    bytes = 0;
    return kB;
  };
}

test('what a class fetches is what the page says', async () => {
  const page = await (await site.browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  // The large editor opens of itself as an exercise is worked on, so it is weighed by itself.
  await page.addInitScript(() => localStorage.setItem('descent:editor', 'small'));
  const weigh = await scale(page);
  const near = (kB: number, said: number): void => {
    expect(kB / said).toBeGreaterThan(0.8);
    expect(kB / said).toBeLessThan(1.2);
  };
  await page.goto(`${site.url}cost/`, { waitUntil: 'networkidle' });
  near(weigh(), weights.page);
  await page.locator('descent-cell#points .cell-run').click();
  await page.locator('descent-cell#points[data-state="done"]').waitFor();
  await page.locator('descent-cell#points .cell-output svg').waitFor();
  await page.waitForLoadState('networkidle');
  near(weigh(), weights.run);
  const exercise = exerciseOf(page, 'steeper-walls');
  await exercise.near();
  await exercise.check();
  near(weigh(), weights.check);
  await page.goto(`${site.url}optimisers/`, { waitUntil: 'networkidle' });
  near(weigh(), weights.nextPage);
  await page.addInitScript(() => localStorage.setItem('descent:editor', 'full'));
  await page.goto(`${site.url}one-cell/`, { waitUntil: 'networkidle' });
  weigh();
  await page.locator('#tiny .cell-edit').click();
  await page.locator('#tiny .monaco-editor').first().waitFor();
  near(weigh(), weights.editor);
});
