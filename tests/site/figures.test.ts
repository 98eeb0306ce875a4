import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright';
import { expect, test } from 'vitest';
import { cellOf } from './cell-page.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll({ tidy: true });

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(`${site.url}kitchen-figures-a/`);
  return page;
}

/** Scrolls to a figure and waits for its picture. */
async function drawn(page: Page, id: string) {
  const figure = page.locator(`descent-figure#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await page.locator(`descent-figure#${id}[data-drawn] svg.plane`).first().waitFor();
  return figure;
}

test('without JavaScript a figure is its words, its table and its code, and no empty place', async () => {
  const page = await open({ javaScriptEnabled: false });
  const figure = page.locator('#threshold');
  expect(await figure.getAttribute('role')).toBe('figure');
  expect(await figure.locator('.figure-words').innerText()).toMatch(
    /^Where to draw the line\. .*Well: 240 numbers/s,
  );
  expect(await figure.locator('.figure-reading').innerText()).toMatch(/^Below 0\.5: well \d+, sick \d+\./);
  expect(await figure.locator('.figure-place').isVisible()).toBe(false);
  await figure.getByText('As a table').click();
  expect(await figure.locator('tbody tr').count()).toBeGreaterThanOrEqual(20);
  expect(await figure.locator('table').isVisible()).toBe(true);
  await figure.getByText('Show the code').click();
  expect(await figure.locator('.cell-source').innerText()).toContain("show.figure('histogram'");
});

test.each([
  ['a page', { width: 1280, height: 900 }],
  ['a phone', { width: 360, height: 800 }],
])('no figure is fetched before it comes near, and then nothing moves: %s', async (_, viewport) => {
  const page = await open({ viewport });
  const heights = () =>
    page.$$eval('descent-figure', (figures) =>
      figures.map((figure) => figure.getBoundingClientRect().height),
    );
  expect(await page.locator('#apart[data-drawn]').count()).toBe(0);
  await page.evaluate(() => document.fonts.ready);
  const before = await heights();
  const ids = await page.$$eval('descent-figure', (figures) => figures.map(({ id }) => id));
  for (const id of ids) await drawn(page, id);
  const after = await heights();
  const moved = ids.filter((_, i) => Math.abs((after[i] ?? 0) - (before[i] ?? 0)) > 2);
  expect(moved).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('the code opens in a cell below, runs, and shows the same figure; an edit shows another', async () => {
  const page = await open();
  const figure = await drawn(page, 'threshold');
  const cell = cellOf(page, 'threshold-code');
  expect(await cell.root.isVisible()).toBe(false);
  await figure.getByText('Show the code').click();
  expect(await cell.root.isVisible()).toBe(true);
  await cell.run();
  const bars = (within: string) =>
    page.$$eval(`${within} .bar`, (list) => list.map((bar) => Number(bar.getAttribute('height')) > 0));
  await page.locator('#threshold-code .bar').first().waitFor();
  expect(await bars('#threshold-code')).toEqual(await bars('#threshold .figure-place'));
  const words = await cell.output.locator('.figure-summary').innerText();
  expect(await figure.locator('.figure-words').innerText()).toContain(words);
  await cell.write((await cell.source()).replace('threshold: 0.5', 'threshold: 0.25'));
  await cell.run();
  await expect.poll(() => cell.output.locator('.figure-reading').innerText()).toMatch(/^Below 0\.25:/);
});

test('the words follow the reader, by keyboard alone', async () => {
  const page = await open();
  const figure = await drawn(page, 'slope');
  await figure.getByRole('slider').focus();
  await page.keyboard.press('Home');
  expect(await figure.locator('.figure-words').innerText()).toContain('The tangent at w −2 has slope −23.7');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await figure.getByRole('table').isVisible()).toBe(true);
});

test('on paper a picture that was drawn stays, every table is open, and no button is left', async () => {
  const page = await open();
  const figure = await drawn(page, 'fog');
  await page.emulateMedia({ media: 'print' });
  expect(await figure.locator('svg.plane').isVisible()).toBe(true);
  expect(await figure.locator('.figure-numbers table').isVisible()).toBe(true);
  expect(await figure.locator('.figure-code').isVisible()).toBe(false);
});

test('on paper a picture that was never drawn leaves no hole', async () => {
  const page = await open({ javaScriptEnabled: false });
  await page.emulateMedia({ media: 'print' });
  const figure = page.locator('#apart');
  expect(await figure.locator('.figure-place').isVisible()).toBe(false);
  expect(await figure.locator('table').isVisible()).toBe(true);
  expect(await figure.locator('.figure-words').isVisible()).toBe(true);
});

test('data that do not fit are told in the output of their cell', async () => {
  const page = await open();
  for (const [id, told] of [
    ['plane-wrong', 'one of the classes'],
    ['network-wrong', 'one matrix for each gap'],
    ['curve-wrong', 'needs f'],
  ] as const) {
    const cell = cellOf(page, id);
    await cell.run();
    await expect.poll(() => cell.output.innerText()).toContain(told);
  }
});

test.each(['light', 'dark'] as const)('axe finds nothing on figures of the text: %s', async (colorScheme) => {
  const page = await open({ colorScheme });
  for (const id of ['fog', 'line', 'near', 'forward', 'threshold']) {
    const figure = await drawn(page, id);
    await figure.getByText('As a table').last().click();
    await figure.getByText('Show the code').click();
  }
  const { violations } = await new AxeBuilder({ page }).include('descent-figure').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
