import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright';
import { expect, test } from 'vitest';
import { openWorld } from '../../src/course/world.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();

const { events } = openWorld(process.cwd()).timeline();

async function read(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await site.browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(`${site.url}kitchen-timeline/`);
  await use(page);
  await context.close();
}

test('without a script every event stands in a table, and its sources lead to the list', async () => {
  await read({ javaScriptEnabled: false }, async (page) => {
    const whole = page.locator('#whole');
    expect(await whole.locator('.figure-summary').innerText()).toContain(`${events.length} events from 1943`);
    await whole.getByText('As a table').click();
    const rows = whole.locator('tbody tr');
    expect(await rows.count()).toBe(events.length);
    expect(await rows.first().innerText()).toMatch(
      /1943\s+Threshold logic\s+theory\s+McCulloch and Pitts 1943/u,
    );
    const works = new Set(events.flatMap(({ source }) => source));
    expect(await page.locator('.source-list > li').count()).toBe(works.size);
    const broken = await page
      .locator('.cite a')
      .evaluateAll((links) =>
        links.map((link) => link.getAttribute('href')!).filter((to) => !document.querySelector(to)),
      );
    expect(broken).toEqual([]);
  });
});

test('the card of an event leads to its works and to its lesson; the table of the page stays', async () => {
  await read({}, async (page) => {
    const whole = page.locator('#whole');
    await whole.scrollIntoViewIfNeeded();
    await whole.locator('.step-reader').waitFor();
    await whole.getByLabel('Show').selectOption('classic milestones');
    expect(await whole.locator('.figure-summary').innerText()).toContain('20 events of “classic milestones”');
    expect(await whole.locator('.figure-code').count()).toBe(0);
    await whole.getByLabel('Show').selectOption('everything');
    const card = whole.locator('.step-says:not(.kept)');
    const later = whole.getByRole('button', { name: 'Later' });
    while (!(await card.innerText()).includes('Q-learning')) await later.click();
    expect(
      await card.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['#source-watkins-1989', '../q-learning/']);
    expect(await page.locator('#source-watkins-1989').count()).toBe(1);
    await whole.getByText('As a table').first().click();
    expect(await whole.locator('.timeline-table tbody tr').count()).toBe(events.length);
    expect(await whole.locator('.timeline-table').isVisible()).toBe(true);
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing on it in the %s', async (colorScheme) => {
  await read({ colorScheme }, async (page) => {
    for (const id of ['whole', 'fifties']) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await page.locator(`#${id} .step-reader`).waitFor();
    }
    await page.locator('#fifties').getByText('As a table').first().click();
    const { violations } = await new AxeBuilder({ page }).include('descent-figure').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.length])).toEqual([]);
  });
});
