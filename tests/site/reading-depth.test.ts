import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright';
import { expect, test } from 'vitest';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();

async function reading(
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await site.browser.newContext(options);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(`${site.url}kitchen-reading/`);
  await use(page);
  await context.close();
}

const open = (page: Page) =>
  page
    .locator('details.depth')
    .evaluateAll((all) => all.map((part) => `${part.dataset['depth']} ${(part as HTMLDetailsElement).open}`));

test('mathematics first; the story by keyboard; the choice is kept', async () => {
  await reading(async (page) => {
    expect(await open(page)).toEqual(['story false', 'maths true']);
    await page.getByRole('radio', { name: 'Mathematics' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await open(page)).toEqual(['story true', 'maths false']);
    // Each can be opened by itself all the same.
    await page.locator('details[data-depth="maths"] > summary').click();
    expect(await open(page)).toEqual(['story true', 'maths true']);
    await page.reload();
    expect(await open(page)).toEqual(['story true', 'maths false']);
    expect(await page.getByRole('radio', { name: 'Story' }).isChecked()).toBe(true);
  });
});

test('the kept choice stands at the first paint: nothing moves', async () => {
  await reading(async (page) => {
    await page.evaluate(() => localStorage.setItem('descent.depth', 'story'));
    await page.reload({ waitUntil: 'networkidle' });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) =>
            resolve(
              list
                .getEntries()
                .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
            ),
          ).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(0), 300);
        }),
    );
    expect(shift).toBeLessThan(0.01);
    expect(await open(page)).toEqual(['story true', 'maths false']);
  });
});

test('a kept choice that is none is none', async () => {
  await reading(async (page) => {
    await page.evaluate(() => localStorage.setItem('descent.depth', '"]'));
    await page.reload();
    expect(await open(page)).toEqual(['story false', 'maths true']);
  });
});

test('without JavaScript both stand open, and there is no control', async () => {
  await reading(
    async (page) => {
      expect(await open(page)).toEqual(['story true', 'maths true']);
      expect(await page.getByRole('radio').filter({ visible: true }).count()).toBe(0);
    },
    { javaScriptEnabled: false },
  );
});

test('on paper stands what is chosen', async () => {
  await reading(async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details[data-depth="maths"]').isVisible()).toBe(true);
    expect(await page.locator('details[data-depth="story"]').isVisible()).toBe(false);
    expect(await page.locator('descent-depth fieldset').isVisible()).toBe(false);
  });
});

test('only a lesson that has depths offers the choice', async () => {
  await reading(async (page) => {
    await page.goto(`${site.url}one-cell/`);
    expect(await page.locator('descent-depth').count()).toBe(0);
  });
});

test('a lesson names what it needs; what is not written stands in a box', async () => {
  await reading(async (page) => {
    await page.goto(`${site.url}cost/`);
    const need = page.getByRole('complementary', { name: 'What you need' });
    expect(await need.innerText()).toContain('Supervised learning and honest evaluation');
    expect(await page.getByRole('link', { name: 'Next' }).getAttribute('href')).toBe('/optimisers/');
  });
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const)
  test(`axe finds nothing, ${colorScheme} ${width}px`, async () => {
    await reading(
      async (page) => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(violations).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      { colorScheme, viewport: { width, height: 800 } },
    );
  });
