/** The editor in a lesson as it is published: what it adds to the page, and to whom it answers. */
import AxeBuilder from '@axe-core/playwright';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { builtSite } from './site.ts';
import { closePages, closeSite, openKitchen, openSite } from './cell-page.ts';

beforeAll(openSite);
afterEach(closePages);
afterAll(closeSite);

/** Like `expect`, asked again and again: machines are slow at times. */
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 20_000 });
const heights = (root: import('playwright').Locator) =>
  root.evaluate((cell) => [cell.clientHeight, cell.querySelector('.cell-code')?.clientHeight]);

test('nothing of Monaco is in a lesson before it is wanted: no request, no style', async () => {
  const requests: string[] = [];
  const { page, cell } = await openKitchen({
    before: (page) => Promise.resolve(page.on('request', (request) => requests.push(request.url()))),
  });
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => /monaco|checker|codicon/.test(url))).toEqual([]);
  const styles = requests.filter((url) => url.endsWith('.css'));
  const texts = await Promise.all(styles.map((url) => page.request.get(url).then((answer) => answer.text())));
  expect(styles.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.includes('monaco-editor'))).toEqual([]);
  await cell('tiny').button('Edit').hover();
  await eventually(() => requests.some((url) => url.includes('monaco'))).toBe(true);
});

test('no style sheet or page of the built site holds Monaco’s styles', async () => {
  const { dir, close } = await builtSite();
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(css|html)$/.test(name),
  );
  const guilty = files.filter((name) => readFileSync(join(dir, name), 'utf8').includes('.monaco-editor'));
  await close();
  expect(files.length).toBeGreaterThan(3);
  expect(guilty).toEqual([]);
});

test('an editor opens where the code stood, and nothing moves', async () => {
  const { page, cell } = await openKitchen();
  const { root, button, editor } = cell('chart');
  const before = await heights(root);
  await button('Edit').click();
  await editor.waitFor();
  expect(await page.locator('.monaco-editor').count()).toBeGreaterThan(0);
  expect(await heights(root)).toEqual(before);
});

test('the types are those of the site: tfjs, what a cell can show, and the other cells', async () => {
  const { page, cell } = await openKitchen();
  await cell('depends-b').button('Edit').click();
  await cell('depends-b').editor.waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nshow(tf.scalar(1).mul(2));\nlet nothing: number = "one";', { delay: 5 });
  await page.locator('.squiggly-error').first().waitFor();
  expect(await page.locator('.squiggly-error').count()).toBe(1);
});

test('the keyboard alone opens the editor, runs the cell, and leaves it', async () => {
  const { page, cell } = await openKitchen();
  const { button, editor, is, source } = cell('tiny');
  await button('Edit').focus();
  await page.keyboard.press('Enter');
  await editor.waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n// by hand');
  await page.keyboard.press('Control+Enter');
  await is('done');
  expect(await source()).toMatch(/\n\/\/ by hand$/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await eventually(() =>
    page.evaluate(() => document.activeElement?.closest('.monaco-editor') === null),
  ).toBe(true);
});

test.each(['light', 'dark'])('axe finds nothing in a lesson with an open editor, in %s', async (theme) => {
  const { page, cell } = await openKitchen();
  await page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), theme);
  await cell('tiny').button('Edit').click();
  await cell('tiny').editor.waitFor();
  await page.keyboard.type('let nothing: number = "one";');
  await page.locator('.squiggly-error').waitFor();
  const { violations } = await new AxeBuilder({ page })
    .include('descent-cell#tiny')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
