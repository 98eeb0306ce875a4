import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();

async function read(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await site.browser.newContext(options);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(site.url + path);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await use(page);
  await context.close();
}

const pages = [
  '',
  'course/',
  '404.html',
  'cost/',
  'foggy-mountain/',
  'what-a-cell-can-show/',
  'kitchen-sink/',
];

describe('axe finds nothing (WCAG 2.2 AA)', () => {
  for (const path of pages)
    for (const [colorScheme, width] of [
      ['light', 1400],
      ['dark', 390],
    ] as const)
      test(`/${path} ${colorScheme} ${width}px`, async () => {
        await read(path, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
            .analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual(
            [],
          );
        });
      });
});

describe('with JavaScript off', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`a lesson reads: text, mathematics, code, all in one ${colorScheme} theme`, async () => {
      await read('cost/', { javaScriptEnabled: false, colorScheme }, async (page) => {
        expect(await page.locator('.prose > p').count()).toBeGreaterThan(5);
        expect(await page.locator('math').count()).toBeGreaterThan(0);
        const code = page.locator('descent-cell .cell-source').first();
        expect((await code.innerText()).length).toBeGreaterThan(20);
        // A control that cannot work is not shown.
        expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
        const coloured = code.locator('span[style]');
        expect(await coloured.count()).toBeGreaterThan(3);
        const [paper, ink, ...tokens] = await page.evaluate(() => {
          const spans = document.querySelectorAll('descent-cell .cell-source span[style]');
          const colours = [...spans].slice(0, 200).map((span) => getComputedStyle(span).color);
          const { backgroundColor, color } = getComputedStyle(document.body);
          return [backgroundColor, color, ...new Set(colours)];
        });
        const dark = colorScheme === 'dark';
        expect(isDark(paper)).toBe(dark);
        expect(isDark(ink)).toBe(!dark);
        expect(new Set(tokens.map(isDark))).toEqual(new Set([!dark]));
      });
    });
});

/** @param colour as a computed style gives it, `rgb(…)` */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = colour.match(/\d+/g)!.map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 140;
}

test('a subscript is smaller than what it stands at: styles and markup of mathematics fit', async () => {
  await read('cost/', {}, async (page) => {
    const [base, sub] = await page.evaluate(() => {
      const size = (selector: string) =>
        parseFloat(getComputedStyle(document.querySelector(selector)!).fontSize);
      return [size('.katex'), size('.katex .msupsub .sizing')];
    });
    expect(sub / base).toBeCloseTo(0.7, 1);
  });
});

describe('no page scrolls sideways', () => {
  for (const path of pages)
    test(`/${path}, from a phone to a wall`, async () => {
      await read(path, {}, async (page) => {
        for (const width of [320, 640, 820, 1160, 2200]) {
          await page.setViewportSize({ width, height: 700 });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide, `at ${width}px`).toBeLessThanOrEqual(width);
        }
      });
    });

  test('and at 400% the text, the menu and the search are within reach', async () => {
    await read('cost/', { viewport: { width: 320, height: 256 } }, async (page) => {
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('link', { name: 'The whole course', exact: true }).click();
      await page.getByRole('button', { name: 'Search lessons' }).click();
      await page.getByRole('searchbox').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
});

describe('what a lesson transfers before it is touched', () => {
  for (const path of ['cost/', 'foggy-mountain/'])
    test(`/${path} keeps to its budget`, async () => {
      const context = await site.browser.newContext();
      const page = await context.newPage();
      const bodies: { url: string; size: number }[] = [];
      const pending: Promise<void>[] = [];
      page.on('response', (response) => {
        const keep = async () => {
          const body = await response.body();
          bodies.push({ url: response.url(), size: gzipSync(body).length });
        };
        pending.push(keep());
      });
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      await page.waitForTimeout(500);
      await Promise.all(pending);
      const sum = (wanted: (url: string) => boolean) =>
        bodies.filter(({ url }) => wanted(url)).reduce((total, { size }) => total + size, 0);
      const report = JSON.stringify(bodies);
      expect(
        sum((url) => !url.endsWith('.woff2')),
        report,
      ).toBeLessThanOrEqual(100_000);
      expect(
        sum((url) => url.endsWith('.js')),
        report,
      ).toBeLessThanOrEqual(25_000);
      expect(bodies.filter(({ url }) => /monaco|tfjs|kernel|wasm|pagefind|data\//.test(url))).toEqual([]);
      expect(bodies.filter(({ url }) => url.endsWith('.css')).length).toBeGreaterThan(0);
      await context.close();
    });

  test('no font but woff2 from this site, and only the face of the text ahead of time', async () => {
    await read('cost/', {}, async (page) => {
      const preloads = await page
        .locator('link[rel="preload"]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(preloads).toEqual([expect.stringMatching(/source-serif-4-latin-wght-normal\.[\w-]+\.woff2$/)]);
      const fonts = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => /\.(woff2?|ttf|otf)$/.test(name)),
      );
      expect(fonts.every((name) => name.endsWith('.woff2'))).toBe(true);
    });
  });
});

test('nothing moves while a lesson loads', async () => {
  for (const width of [1400, 390])
    await read('cost/', { viewport: { width, height: 900 } }, async (page) => {
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(300);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => {
              resolve(
                list
                  .getEntries()
                  .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
              );
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(0), 300);
          }),
      );
      expect(shift, `${width}px`).toBeLessThan(0.01);
    });
});

test('on paper a lesson is dark on light, without controls', async () => {
  await read('cost/', { colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('.header, #starlight__sidebar').filter({ visible: true }).count()).toBe(0);
    const [paper, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.querySelector('.prose')!);
      return [backgroundColor, color];
    });
    expect([paper, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(29, 33, 38)']);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });
});

test('the first stop of the keyboard skips to the text', async () => {
  await read('cost/', {}, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#_top$/);
  });
});
