import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { softwareGpu } from '../chromium.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll({ args: softwareGpu });

async function reading(
  use: (page: Page, complaints: string[]) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await use(page, complaints);
  expect(complaints).toEqual([]);
  await context.close();
}

const go = (page: Page, path: string) => page.goto(`${site.url}${path}`);

/** Runs the first cell of the lesson on cost and waits until that is kept. */
async function runOne(page: Page): Promise<void> {
  await go(page, 'cost/?backend=cpu');
  const cell = page.locator('descent-cell').first();
  await cell.locator('.cell-run').click();
  await page.locator('descent-cell[data-state="done"]').first().waitFor();
  await page.locator('a[aria-current="page"] .said', { hasText: 'begun' }).waitFor({ state: 'attached' });
}

const row = (page: Page) => page.locator('li[data-lesson="cost"]');
const did = (page: Page) => row(page).locator('.did').innerText();
const toProgress = async (page: Page): Promise<void> => {
  await go(page, 'progress/');
  await page.getByRole('checkbox', { name: 'Note my progress' }).waitFor();
};

test('a page that nobody touches brings nothing that notes, and opens no database', async () => {
  await reading(async (page) => {
    const scripts: string[] = [];
    page.on('response', (response) => scripts.push(response.url()));
    await go(page, 'one-cell/');
    await page.waitForLoadState('networkidle');
    expect(scripts.filter((url) => /reader/.test(url))).toEqual([]);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await page.keyboard.press('Shift');
    await page.waitForResponse(/reader/);
  });
});

test('a cell that ran fills the dot, and the first page leads back', async () => {
  await reading(async (page) => {
    await go(page, '');
    expect(await page.locator('.start').innerText()).toContain('Start');
    await runOne(page);
    await go(page, '');
    await page.getByRole('link', { name: 'Continue where you left off' }).waitFor();
    expect(await page.locator('.left-off').innerText()).toContain('Cost, learning rate, iterations');
    await page.getByRole('link', { name: 'Continue where you left off' }).click();
    await page.waitForURL(/\/cost\//);
    const link = page.locator('a[aria-current="page"][data-lesson="cost"]');
    expect(await link.locator('.dot').getAttribute('title')).toBe('begun');
    expect(await link.innerText()).toContain('begun');
  });
});

test('a broken note is no note', async () => {
  await reading(async (page) => {
    await go(page, '');
    for (const text of ['{', '7', '{"last":{"lesson":"nowhere","anchor":"x","label":"<b>"}}']) {
      await page.evaluate((value) => localStorage.setItem('descent.progress', value), text);
      await page.reload();
      expect(await page.locator('.start').innerText()).toContain('Start');
    }
  });
});

test('the page says what was run, erases on request by keyboard alone, and brings it back', async () => {
  await reading(async (page) => {
    await runOne(page);
    await toProgress(page);
    await expect.poll(() => did(page)).toMatch(/^1 of \d+ cells run/);
    const erase = page.getByRole('button', { name: 'Erase Cost, learning rate, iterations' });
    await erase.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    // Cancel has the focus, and Escape leaves.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel');
    await page.keyboard.press('Escape');
    expect(await did(page)).toMatch(/^1 of/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => did(page)).toMatch(/^not begun/);
    expect(await page.getByRole('status').last().innerText()).toContain('Erased');
    // Undo has the focus.
    await page.keyboard.press('Enter');
    await expect.poll(() => did(page)).toMatch(/^1 of/);
    await page.reload();
    await expect.poll(() => did(page)).toMatch(/^1 of/);
  });
});

test('a file takes progress and typed work to another browser; a wrong one is refused in words', async () => {
  let text = '';
  await reading(async (page) => {
    await runOne(page);
    const cell = page.locator('descent-cell').first();
    await cell.evaluate((element) => {
      (element as unknown as { source: string }).source = 'const mine = 1;';
    });
    await page.waitForTimeout(900);
    await toProgress(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export to a file' }).click(),
    ]);
    text = readFileSync(await download.path(), 'utf8');
  });
  const data = JSON.parse(text) as {
    lessons: Record<string, unknown>;
    work: Record<string, { source: string }>;
  };
  expect(Object.keys(data.lessons)).toEqual(['cost']);
  expect(Object.values(data.work)[0]?.source).toBe('const mine = 1;');
  await reading(async (page) => {
    await toProgress(page);
    const bring = (contents: string) =>
      page
        .getByLabel('Import a file')
        .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(contents) });
    const says = page.locator('.says');
    await bring('{"lesson":"cost"}');
    await expect.poll(() => says.innerText()).toContain('not a file of progress');
    await bring(text.replace('"version": 1', '"version": 9'));
    await expect.poll(() => says.innerText()).toContain('version');
    expect(await did(page)).toMatch(/^not begun/);
    await bring(text);
    await expect.poll(() => says.innerText()).toContain('Imported');
    await expect.poll(() => did(page)).toMatch(/^1 of/);
    await go(page, 'cost/');
    await expect
      .poll(() =>
        page
          .locator('descent-cell')
          .first()
          .evaluate((element) => (element as unknown as { source: string }).source),
      )
      .toBe('const mine = 1;');
  });
});

test('switched off, nothing is noted and nothing kept, and that is said', async () => {
  await reading(async (page) => {
    await runOne(page);
    await toProgress(page);
    await page.getByRole('checkbox', { name: 'Note my progress' }).uncheck({ force: true });
    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.getByText('Progress is switched off: nothing is noted').waitFor();
    await go(page, 'cost/?backend=cpu');
    await page.locator('descent-cell .cell-run').first().click();
    await page.locator('descent-cell[data-state="done"]').first().waitFor();
    await page.waitForTimeout(800);
    const kept = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          indexedDB.open('descent').onsuccess = (event) => {
            const database = (event.target as IDBOpenDBRequest).result;
            if (!database.objectStoreNames.contains('progress')) return resolve(0);
            database.transaction('progress').objectStore('progress').count().onsuccess = (count) =>
              resolve((count.target as IDBRequest<number>).result);
          };
        }),
    );
    expect(kept).toBe(0);
    await toProgress(page);
    expect(await page.getByRole('checkbox', { name: 'Note my progress' }).isChecked()).toBe(false);
    expect(await page.getByText('Progress is switched off: nothing is noted').isVisible()).toBe(true);
    await page.getByRole('checkbox', { name: 'Note my progress' }).check();
    await page.getByText('Nothing is noted yet').waitFor();
  });
});

test('a question that went wrong is there to review, with a link to it', async () => {
  await reading(async (page) => {
    await go(page, 'progress/');
    const { questions } = (await (await page.request.get(`${site.url}data/quizzes.json`)).json()) as {
      questions: { lesson: string; quiz: string; question: string; text: string; address: string }[];
    };
    const [asked] = questions;
    const lesson = {
      ...{ cells: [], exercises: {}, predictions: {}, ms: 0, first: 1, last: 1 },
      quizzes: {
        [asked!.quiz]: {
          [asked!.question]: {
            ...{ first: 1, firstRight: false, last: 1, right: false, tries: 1 },
            review: { due: 2, days: 1 },
          },
        },
      },
    };
    const file = {
      ...{ format: 'descent-progress', version: 1, exported: '', work: {} },
      lessons: { [asked!.lesson]: lesson },
    };
    await page.getByLabel('Import a file').setInputFiles({
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    });
    const link = page.locator('.review a');
    await link.waitFor();
    expect(await link.innerText()).toBe(asked!.text);
    await link.click();
    await page.waitForURL(`**${asked!.address}`);
  });
});

test('where storage is denied the page says so and goes on', async () => {
  await reading(async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
      Object.defineProperty(window, 'indexedDB', {
        value: {
          open: () => {
            throw new DOMException('denied');
          },
        },
      });
    });
    await go(page, 'progress/');
    await page.getByText('This browser does not let pages keep anything').waitFor();
    await go(page, 'cost/');
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(300);
  });
});

describe('the page', () => {
  test('without JavaScript says what it needs', async () => {
    await reading(
      async (page) => {
        await go(page, 'progress/');
        expect(await page.locator('noscript p').isVisible()).toBe(true);
        expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  });

  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const)
    test(`axe finds nothing, with something done and a dialog open, ${colorScheme} ${width}px`, async () => {
      await reading(
        async (page) => {
          await runOne(page);
          await toProgress(page);
          await expect.poll(() => did(page)).toMatch(/^1 of/);
          const axe = async () =>
            (
              await new AxeBuilder({ page })
                .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
                .analyze()
            ).violations;
          expect(await axe()).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          await page.getByRole('button', { name: 'Erase everything' }).click();
          expect(await axe()).toEqual([]);
        },
        { colorScheme, viewport: { width, height: 800 } },
      );
    });
});
