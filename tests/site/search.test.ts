import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();
let page: Page;
beforeEach(async () => {
  page = await (await site.browser.newContext()).newPage();
});
afterEach(() => page.context().close());

const dialog = () => page.getByRole('dialog', { name: 'Search the course' });
const group = (name: string) => dialog().getByRole('region', { name: new RegExp(`^${name}`) });

/** Opens the dialog and types, by keyboard. */
async function search(query: string, at = 'course/'): Promise<void> {
  await page.goto(site.url + at);
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').pressSequentially(query);
}

/** The text of the element that has the focus. */
const focused = () => page.evaluate(() => document.activeElement?.querySelector('strong')?.textContent ?? '');

test('lessons, text, terms, cells and topics are found, in groups in this order', async () => {
  await search('gradient');
  await group('Terms').waitFor();
  const headings = await dialog().getByRole('heading', { level: 2 }).allInnerTexts();
  const names = headings.map((text) => text.replace(/ \d+ of \d+$/, ''));
  const order = ['Lessons', 'In the text', 'Terms', 'Cells and exercises', 'Topics'];
  expect(names).toEqual(order.filter((name) => names.includes(name)));
  expect(names).toEqual(expect.arrayContaining(['In the text', 'Terms', 'Topics']));
});

test('a term is found by another of its names', async () => {
  await search('sgd');
  const link = group('Terms').getByRole('link', { name: /gradient descent/i });
  await link.waitFor();
  expect(await link.getAttribute('href')).toMatch(/^\/glossary\/#/);
});

test('a cell is found by its title, and Enter in the field goes to the first result', async () => {
  await search('down by four directions');
  const link = group('Cells and exercises').getByRole('link', { name: /Down by four directions/ });
  await link.waitFor();
  expect(await link.innerText()).toContain('Cell · Down the foggy mountain');
  const first = await dialog().getByRole('link').first().getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(
    (url) => url.pathname + url.hash === new URL(first!, site.url).pathname + new URL(first!, site.url).hash,
  );
});

test('a topic leads to the element that is its home', async () => {
  await search('compass search');
  await group('Topics')
    .getByRole('link', { name: /Compass search/ })
    .click();
  await page.waitForURL(/foggy-mountain\/#compass$/);
  expect(await page.locator('#compass').evaluate((element) => element.localName)).toBe('descent-cell');
});

test('arrows go through all groups and back to the field, Escape closes', async () => {
  await search('learning rate');
  await group('Terms').waitFor();
  const titles = await dialog().locator('li strong').allInnerTexts();
  expect(titles.length).toBeGreaterThan(2);
  for (const title of titles) {
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(title);
  }
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(titles.at(-1));
  for (let up = 0; up < titles.length; up++) await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await dialog().count()).toBe(0);
});

test('how much was found is told, and that nothing was', async () => {
  await search('learning rate');
  await page.getByRole('searchbox').fill('learning rate');
  const status = dialog().getByRole('status');
  await expect.poll(() => status.innerText()).toMatch(/^\d+ results\.$/);
  await page.getByRole('searchbox').fill('qqqqzzzz');
  await expect.poll(() => status.innerText()).toBe('Nothing found.');
  expect(await dialog().getByRole('link').count()).toBe(0);
  await page.getByRole('searchbox').fill('');
  await expect.poll(() => status.innerText()).toBe('');
});

test('pages for tests are not found among cells', async () => {
  const { entries } = (await (await fetch(`${site.url}data/search.json`)).json()) as {
    entries: { at: string }[];
  };
  expect(entries.length).toBeGreaterThan(100);
  expect(entries.filter(({ at }) => /kitchen|one-cell/.test(at))).toEqual([]);
});

test('when one index is out of reach, the other still answers and the page says so', async () => {
  await page.route('**/data/search.json', (route) => route.abort());
  await search('foggy mountain');
  await group('In the text').waitFor();
  expect(await dialog().getByRole('status').innerText()).toMatch(
    /Not searched: names of lessons, terms and cells/,
  );
  await page.unroute('**/data/search.json');
  await page.getByRole('searchbox').fill('foggy');
  await group('Lessons').waitFor();
});

test('nothing of it is fetched before it is wanted', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /search\.json|pagefind/.test(url))).toEqual([]);
});

for (const [colorScheme, width] of [
  ['light', 1400],
  ['dark', 360],
] as const)
  test(`axe finds nothing in the dialog, ${colorScheme} ${width}px`, async () => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await search('gradient');
    await group('Terms').waitFor();
    await page.keyboard.press('ArrowDown');
    const { violations } = await new AxeBuilder({ page })
      .include('.search-dialog')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
    const box = await dialog().evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { left, right, hidden: element.scrollWidth - element.clientWidth };
    });
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(width);
    expect(box.hidden).toBe(0);
  });
