import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { openWorld } from '../../src/course/world.ts';
import { comeTo } from './reader.ts';
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
  await use(page);
  await context.close();
}

/** The kitchen page once its notes are alive. */
const kitchen = (options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> =>
  read('kitchen-knowledge/', options, async (page) => {
    await comeTo(page.locator('descent-note').first());
    await page.locator('descent-note[data-alive]').first().waitFor();
    await use(page);
  });

const card = (page: Page): Locator => page.locator('.note-card');
const term = (page: Page, name: string): Locator => page.locator('a.term', { hasText: name }).first();

describe('the card of a term or a source', () => {
  test('opens when the pointer rests on the word, stays while the pointer is in it, and goes after', async () => {
    await kitchen({}, async (page) => {
      await term(page, 'learning rate').hover();
      await card(page).waitFor();
      expect(await card(page).innerText()).toMatch(/^learning rate\s+The number η/iu);
      await card(page).hover();
      await page.waitForTimeout(600); // longer than a card waits before it goes
      expect(await card(page).count()).toBe(1);
      await page.mouse.move(5, 5);
      await card(page).waitFor({ state: 'detached' });
    });
  });

  test('opens by keyboard, is described to a screen reader, leads on, and Escape closes it', async () => {
    await kitchen({}, async (page) => {
      const link = page.locator('.cite a').first();
      await page.locator('#citations-and-terms').click();
      await page.keyboard.press('Tab');
      while (!(await link.evaluate((a) => a === document.activeElement))) await page.keyboard.press('Tab');
      await card(page).waitFor();
      const described = await link.getAttribute('aria-describedby');
      expect(described).toBe(await card(page).getAttribute('id'));
      expect(await card(page).innerText()).toMatch(/A\.-L\. Cauchy \(1847\)[^]*Here: p\. 537/u);
      await page.keyboard.press('Escape');
      expect(await card(page).count()).toBe(0);
      expect(await link.evaluate((a) => a === document.activeElement)).toBe(true);
      expect(await link.getAttribute('aria-describedby')).toBeNull();

      await page.keyboard.press('Tab');
      await card(page).waitFor();
      await page.keyboard.press('Tab');
      expect(
        await card(page)
          .locator('a')
          .evaluate((a) => a === document.activeElement),
      ).toBe(true);
      await page.keyboard.press('Escape');
      expect(await card(page).count()).toBe(0);
      const focused = await page.evaluate(() => document.activeElement?.id);
      expect(focused).toBe('cite-robbins-monro-1951');
    });
  });

  test('opens at a tap, closes at a tap elsewhere, and a second tap follows the link', async () => {
    await kitchen({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 700 } }, async (page) => {
      await term(page, 'gradients').tap();
      await card(page).waitFor();
      expect(page.url()).not.toContain('glossary');
      await page.locator('#claims').tap();
      await card(page).waitFor({ state: 'detached' });
      await term(page, 'gradients').tap();
      await card(page).waitFor();
      await term(page, 'gradients').tap();
      await page.waitForURL(/\/glossary\/#gradient$/u);
    });
  });

  test('is one at a time, and lies inside the window from 320 px on', async () => {
    await kitchen({ viewport: { width: 320, height: 480 } }, async (page) => {
      for (const link of await page.locator('descent-note > a').all()) {
        await link.focus();
        await page.keyboard.press('Shift'); // the keyboard is in use: a focus is shown
        await link.blur();
        await link.focus();
        await card(page).waitFor();
        expect(await card(page).count()).toBe(1);
        const box = (await card(page).boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(320);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      }
    });
  });

  test('opens for the keyboard that comes to a term before its code does', async () => {
    await read('kitchen-knowledge/', { viewport: { width: 320, height: 200 } }, async (page) => {
      expect(await page.locator('descent-note[data-alive]').count()).toBe(0);
      await page.keyboard.press('Shift');
      await page.locator('descent-note > a').first().focus();
      await card(page).waitFor();
    });
  });

  test('is not printed', async () => {
    await kitchen({}, async (page) => {
      await term(page, 'learning rate').hover();
      await card(page).waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await card(page).isVisible()).toBe(false);
      expect(await page.locator('.source-back').first().isVisible()).toBe(false);
      expect(await page.locator('.source-list li').first().isVisible()).toBe(true);
    });
  });
});

test('nothing of it is fetched from another host', async () => {
  await read('404.html', {}, async (page) => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url)) foreign.push(request.url());
    });
    for (const path of ['kitchen-knowledge/', 'sources/', 'glossary/'])
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
    expect(foreign).toEqual([]);
  });
});

describe('without JavaScript', () => {
  test('claims, terms, citations, tables and entries read, and their links lead on', async () => {
    await read('kitchen-knowledge/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('#watched-video').innerText()).toMatch(
        /Often said[^]*What is reported[^]*nobody here has opened the source/u,
      );
      expect(await page.getByRole('group', { name: 'Who published what, and when' }).isVisible()).toBe(true);
      expect(await page.getByRole('region', { name: 'The first winter' }).isVisible()).toBe(true);
      await page.locator('.cite a').first().click();
      expect(page.url()).toMatch(/#source-cauchy-1847$/u);
      await page.locator('.source-back').first().click();
      expect(page.url()).toMatch(/#cite-cauchy-1847$/u);
    });
  });

  test('the glossary is whole and has no filter', async () => {
    await read('glossary/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.term').count()).toBe(openWorld(process.cwd()).glossary().terms.length);
      expect(await page.getByRole('searchbox').count()).toBe(0);
    });
  });
});

describe('the glossary', () => {
  test('shows the terms that contain what is typed, says how many, and all of them again', async () => {
    await read('glossary/', {}, async (page) => {
      const all = await page.locator('.term').count();
      const filter = page.getByRole('searchbox', { name: /terms that contain/u });
      await filter.fill('momentum');
      const shown = page.locator('.term:visible');
      expect(await shown.count()).toBeLessThan(10);
      expect(await page.getByRole('status').innerText()).toBe(`${await shown.count()} of ${all} terms`);
      expect(await page.getByRole('heading', { level: 2, name: 'B', exact: true }).count()).toBe(0);
      // A link to a hidden term shows it.
      await page.locator('#nesterov-momentum').getByRole('link', { name: 'derivative' }).click();
      await page.locator('#derivative').waitFor();
      expect(await shown.count()).toBe(all);
    });
  });

  test('leads to the lessons that are written', async () => {
    await read('glossary/#learning-rate', {}, async (page) => {
      await page
        .locator('#learning-rate')
        .getByRole('link', { name: /Cost, learning rate/u })
        .click();
      await page.waitForURL(`${site.url}cost/`);
    });
  });
});

test('the page of sources names every work, whether it was opened, and which lessons cite it', async () => {
  await read('sources/', {}, async (page) => {
    const works = openWorld(process.cwd()).references();
    expect(await page.locator('main li').count()).toBe(works.size);
    for (const { id, checked } of works.values()) {
      const text = await page.locator(`[id="${id}"]`).innerText();
      expect(text).toMatch(
        checked === undefined ? /Not opened for this course/u : /Opened on \d+ \w+ \d{4}:/u,
      );
    }
    await page
      .locator('#robbins-monro-1951')
      .getByRole('link', { name: /4\.2 Cost/u })
      .click();
    await page.waitForURL(`${site.url}cost/#source-robbins-monro-1951`);
  });
});

describe('axe finds nothing (WCAG 2.2 AA)', () => {
  for (const path of ['kitchen-knowledge/', 'sources/', 'glossary/'])
    for (const [colorScheme, width] of [
      ['light', 1400],
      ['dark', 390],
    ] as const)
      test(`/${path} ${colorScheme} ${width}px`, async () => {
        await read(path, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          if (path.startsWith('kitchen')) {
            await term(page, 'learning rate').hover();
            await card(page).waitFor();
          }
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
            .analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual(
            [],
          );
        });
      });
});

describe('no page scrolls sideways', () => {
  for (const path of ['kitchen-knowledge/', 'sources/', 'glossary/'])
    test(`/${path}, from a phone to a wall; a wide table scrolls by itself, by keyboard too`, async () => {
      await read(path, {}, async (page) => {
        for (const width of [320, 640, 1160, 2200]) {
          await page.setViewportSize({ width, height: 700 });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide, `at ${width}px`).toBeLessThanOrEqual(width);
        }
        if (!path.startsWith('kitchen')) return;
        await page.setViewportSize({ width: 360, height: 700 });
        const scroller = page.locator('#who-and-when .table-scroll');
        await expect.poll(() => scroller.getAttribute('tabindex')).toBe('0');
        expect(await page.locator('#narrow .table-scroll').getAttribute('tabindex')).toBeNull();
        await scroller.focus();
        await page.keyboard.press('ArrowRight');
        await expect.poll(() => scroller.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
      });
    });
});
