import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseCurriculum } from '../../src/course/curriculum.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();
let page: Page;
beforeEach(async () => {
  page = await site.browser.newPage();
});
afterEach(() => page.close());

const planned = parseCurriculum(readFileSync('content/curriculum.yaml', 'utf8')).chapters.flatMap(
  (chapter) => chapter.lessons,
);
const files = new Set(readdirSync('content', { recursive: true, encoding: 'utf8' }));
const written = planned.filter((lesson) => files.has(lesson.file));

describe('the landing page', () => {
  test('starts the first written lesson with one click', async () => {
    await page.goto(site.url);
    await page.getByRole('link', { name: /^Start: / }).click();
    await page.waitForURL(`${site.url}${written[0]!.id}/`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(written[0]!.title);
  });

  test('shows every chapter', async () => {
    await page.goto(site.url);
    expect(await page.locator('main h3').count()).toBe(15);
  });
});

describe('the course page', () => {
  test('links the lessons that are written and marks the others as planned', async () => {
    await page.goto(`${site.url}course/`);
    const lessons = page.locator('main .lessons > li');
    expect(await lessons.count()).toBe(60);
    expect(await lessons.locator('a[data-lesson] .title').allTextContents()).toEqual(
      written.map((lesson) => lesson.title),
    );
    expect(await lessons.filter({ hasText: 'planned' }).count()).toBe(60 - written.length);
  });
});

describe('a lesson', () => {
  test('links to its neighbours in the order of the curriculum', async () => {
    for (const [index, lesson] of written.entries()) {
      await page.goto(`${site.url}${lesson.id}/`);
      const href = (rel: string) =>
        page
          .locator(`.neighbours a[rel="${rel}"]`)
          .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
      const address = (other: { id: string } | undefined) => (other ? [`${site.url}${other.id}/`] : []);
      expect(await href('prev')).toEqual(address(written[index - 1]));
      expect(await href('next')).toEqual(address(written[index + 1]));
    }
  });

  test('stands at its number, says how long it takes and what it needs', async () => {
    const lesson = planned.find(({ id }) => id === 'cost')!;
    await page.goto(`${site.url}cost/`);
    const head = await page.locator('main .head').innerText();
    expect(head).toContain('4.2 · Learning as descent');
    expect(head).toContain('45 minutes');
    for (const need of lesson.needs) expect(head).toContain(planned.find(({ id }) => id === need)!.title);
  });

  test('lists its cells, exercises and quizzes among its contents, and each is there', async () => {
    await page.goto(`${site.url}cost/`);
    const links = page.locator('descent-contents :is(li.cell, li.exercise, li.quiz) a');
    const targets = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')!.slice(1)));
    // The cells of exercises and figures are reached by what they stand in.
    const own = 'descent-cell:not(descent-exercise *, descent-figure *), descent-exercise, descent-quiz';
    const parts = await page.locator(own).evaluateAll((all) => all.map((part) => part.id));
    expect(parts.length).toBeGreaterThan(2);
    expect(targets).toEqual(parts);
  });

  test('marks itself in the sidebar, where only its chapter stands open', async () => {
    await page.goto(`${site.url}cost/`);
    const sidebar = page.locator('#starlight__sidebar');
    expect((await sidebar.locator('[aria-current="page"]').innerText()).trim()).toBe(
      'Cost, learning rate, iterations',
    );
    expect(await sidebar.locator('details[open] summary').allInnerTexts()).toEqual([
      expect.stringContaining('Learning as descent'),
    ]);
    expect(await sidebar.locator('details').count()).toBe(15);
  });
});

describe('the theme', () => {
  test('follows the system until the reader chooses, and keeps the choice', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(site.url);
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    expect(await theme()).toBe('dark');
    await page.getByRole('button', { name: 'Theme: system' }).click();
    expect(await theme()).toBe('light');
    await page.reload();
    expect(await theme()).toBe('light');
    await page.getByRole('button', { name: 'Theme: light' }).click();
    expect(await theme()).toBe('dark');
  });

  test('gives scripts colours, not the text that chooses them', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(site.url);
    const blue = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--blue'),
    );
    expect(blue).toBe('rgb(108, 184, 234)');
  });
});

describe('the search', () => {
  test('loads at the first sign of intent and finds a lesson by keyboard alone', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.url}course/`);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => /pagefind|dialog/.test(url) && url.endsWith('.js'))).toEqual([]);

    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').pressSequentially('foggy mountain');
    const result = page
      .getByRole('dialog')
      .getByRole('link', { name: /Down the foggy mountain/ })
      .first();
    await result.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/foggy-mountain/);
  });

  test('shows words that look like markup as words', async () => {
    await page.goto(site.url);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('slope');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link').first().waitFor();
    expect(await dialog.innerText()).not.toMatch(/&(lt|gt|amp|quot|#)/);
    expect(await dialog.locator('mark').count()).toBeGreaterThan(0);
  });
});

describe('an address that leads nowhere', () => {
  test('answers 404 with a page that leads back', async () => {
    const response = await page.goto(`${site.url}no-such-lesson/`);
    expect(response?.status()).toBe(404);
    await page.getByRole('link', { name: 'See the whole course' }).click();
    await page.waitForURL(`${site.url}course/`);
  });

  test('never leaves the built folder', async () => {
    for (const path of ['..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', '%', '_astro%00'])
      expect((await fetch(site.url + path)).ok).toBe(false);
  });
});

test('no page repeats an id', async () => {
  for (const lesson of written) {
    await page.goto(`${site.url}${lesson.id}/`);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map((element) => element.id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  }
});

test('every link inside the site leads somewhere', async () => {
  const seen = new Set<string>();
  const open = [site.url, `${site.url}404.html`];
  while (open.length > 0) {
    const address = open.pop()!;
    if (seen.has(address)) continue;
    seen.add(address);
    const html = await (await fetch(address)).text();
    for (const [, href = ''] of html.matchAll(/<a\s[^>]*href="([^"]*)"/g)) {
      const target = new URL(href.replaceAll('&amp;', '&'), address);
      if (target.origin !== new URL(site.url).origin) continue;
      const page = target.href.split('#')[0]!;
      const response = await fetch(page);
      expect(response.ok, `${address} links to ${href}`).toBe(true);
      if (target.hash && target.hash !== '#_top') {
        const id = decodeURIComponent(target.hash.slice(1));
        expect(await response.text(), `${address} links to ${href}`).toContain(`id="${id}"`);
      }
      open.push(page);
    }
  }
  expect(seen.size).toBeGreaterThan(written.length + 2);
});

test('the kernel and the data of lessons are files of the site', () => {
  const all = readdirSync(site.dir, { recursive: true, encoding: 'utf8' });
  expect(all).toContain(join('data', 'lesson', 'cost.json'));
  expect(all.some((file) => /^kernel\/.*\.js$/.test(file))).toBe(true);
});
