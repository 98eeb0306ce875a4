import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { collectTypes } from '../../src/course/types-world.ts';
import type { EditorPage } from '../fixtures/editor/main.ts';
import { openEditorSite } from './editor-page.ts';
import type { EditorSite } from './editor-page.ts';

declare global {
  interface Window {
    page: EditorPage;
  }
}

let site: EditorSite;
let page: Page;
let requests: string[];
const types = JSON.stringify({ files: collectTypes(resolve(import.meta.dirname, '../..')) });

beforeAll(async () => {
  site = await openEditorSite();
});
afterAll(() => site.close());
afterEach(() => page.context().close());

async function visit(options: BrowserContextOptions = {}): Promise<void> {
  const context = await site.browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  page = await context.newPage();
  requests = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.route('**/data/types.json', (route) => route.fulfill({ body: types }));
  await page.goto(site.url);
}

/** Like `expect`, asked again and again: machines are slow at times. */
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 20_000 });
const open = (id: string) => page.evaluate((id) => window.page.open(id), id);
const text = (id: string) => page.evaluate((id) => window.page.texts[id], id);
const events = () => page.evaluate(() => window.page.events);
const box = (id: string) => page.getByRole('textbox', { name: `Code: ${id}` });
const widget = () => page.locator('.suggest-widget.visible');

/** A new line at the end, and this on it. */
async function append(line: string): Promise<void> {
  await page.keyboard.press('Control+End');
  await page.keyboard.type(`\n${line}`, { delay: 20 });
}

describe('Monaco in a page', () => {
  test('is not fetched before it is wanted', async () => {
    await visit();
    await page.waitForLoadState('networkidle');
    const body = await Promise.all(
      requests
        .filter((url) => /\.(js|css)$/.test(url))
        .map((url) => page.request.get(url).then((r) => r.text())),
    );
    expect(body.join('')).not.toContain('monaco-editor .');
    expect(requests.filter((url) => /monaco|checker/.test(url))).toEqual([]);
    const asked = page.waitForRequest(/monaco/);
    await page.evaluate(() => window.page.warm());
    await asked;
    expect(await page.locator('.monaco-editor').count()).toBe(0);
  });

  test('is a text box named after the cell, and gives back what is typed', async () => {
    await visit();
    await open('first');
    await eventually(() => box('first').count()).toBe(1);
    await append("const text = `a ${1}\\n`; // 'é' 𝄞");
    await eventually(() => text('first')).toMatch(/\nw\nconst text = `a \$\{1\}\\n`; \/\/ 'é' 𝄞$/);
  });

  test('can be filled like any text box', async () => {
    await visit();
    await open('first');
    await box('first').fill('const a = 1;\na');
    await eventually(() => text('first')).toBe('const a = 1;\na');
  });

  test('stands where the code stood', async () => {
    await visit();
    const height = () => page.locator('#first').evaluate((cell) => cell.getBoundingClientRect().height);
    const before = await height();
    await open('first');
    expect(await height()).toBe(before);
    await append('// one more');
    await eventually(height).toBe(before + 23);
  });

  test('completes the names of TensorFlow.js', async () => {
    await visit();
    await open('first');
    await append('tf.sca');
    await widget().waitFor();
    await eventually(() => widget().textContent()).toContain('scalar');
    await page.keyboard.press('Enter');
    await eventually(() => text('first')).toMatch(/tf\.scalar$/);
  });

  test('documents what the pointer rests on', async () => {
    await visit();
    await open('second');
    await page
      .locator('.view-line')
      .getByText('show', { exact: false })
      .last()
      .hover({ position: { x: 12, y: 8 } });
    const hover = page.locator('.monaco-hover:visible').first();
    await eventually(() => hover.textContent()).toContain('as a developer console does');
  });

  test('underlines what has the wrong type, before it is run', async () => {
    await visit();
    await open('first');
    await append('const steps: number = "ten";');
    await page.locator('.squiggly-error').waitFor();
    expect(await page.locator('.squiggly-error').count()).toBe(1);
  });

  test('knows the names of the other cells, with their types', async () => {
    await visit();
    await open('second');
    await append('w.matMu');
    await widget().waitFor();
    await eventually(() => widget().textContent()).toContain('matMul');
    await page.keyboard.press('Enter');
    await page.keyboard.type('(w);\nnobody;');
    const underlined = () =>
      page
        .locator('.squiggly-error')
        .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().top));
    await eventually(async () => (await underlined()).length).toBe(1);
  });

  test('runs on Ctrl+Enter and writes no line', async () => {
    await visit();
    await open('first');
    const before = await text('first');
    await page.keyboard.press('Control+Enter');
    await eventually(events).toEqual(['run first']);
    expect(await text('first')).toBe(before);
  });

  test('is left by Esc, then Tab', async () => {
    await visit();
    await open('second');
    await eventually(() => page.getByText('Esc, then Tab leaves the editor').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await eventually(() => text('second')).toMatch(/^ {2}const/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await eventually(events).toEqual(['leave second']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('after');
    await eventually(() => page.getByText('Esc, then Tab leaves the editor').isVisible()).toBe(false);
  });

  test('indents again when something is typed after Esc', async () => {
    await visit();
    await open('second');
    await page.keyboard.press('Escape');
    await page.keyboard.type('x');
    await page.keyboard.press('Tab');
    await eventually(() => text('second')).toMatch(/^x {1,2}const/);
    expect(await events()).toEqual([]);
  });

  test('is one for all cells, and each keeps what can be undone', async () => {
    await visit();
    await open('first');
    await page.keyboard.type('0,');
    await open('second');
    expect(await events()).toEqual(['taken first']);
    expect(await page.locator('.monaco-editor[role=code]').count()).toBe(1);
    await eventually(() => page.locator('#first pre').textContent()).toMatch(/^0,const/);
    await open('first');
    await page.keyboard.press('Control+z');
    await eventually(() => text('first')).toMatch(/^const eta/);
  });

  test('takes a text from the page as an edit that can be undone', async () => {
    await visit();
    await open('first');
    const before = await text('first');
    await page.evaluate(() => (window.page.editors['first']!.value = 'reset'));
    await eventually(() => text('first')).toBe('reset');
    await page.keyboard.press('Control+z');
    await eventually(() => text('first')).toBe(before);
  });

  test('marks places that the page names, and shows one', async () => {
    await visit();
    await open('first');
    await page.evaluate(() => {
      const editor = window.page.editors['first']!;
      editor.setMarkers([{ line: 2, column: 5, message: 'w is lost', severity: 'error' }]);
      editor.reveal(2, 5);
    });
    await page.locator('.squiggly-error').waitFor();
    await page.keyboard.type('_');
    await eventually(() => text('first')).toContain('let _w =');
    await page.evaluate(() => window.page.editors['first']!.setMarkers([]));
    await eventually(() => page.locator('.squiggly-error').count()).toBe(0);
  });

  test('follows the page from light to dark', async () => {
    await visit();
    await open('first');
    const colour = () =>
      page
        .locator('.monaco-editor-background')
        .first()
        .evaluate((e) => getComputedStyle(e).backgroundColor);
    expect(await colour()).toBe('rgb(255, 255, 255)');
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await eventually(colour).toBe('rgb(27, 31, 35)');
  });

  test.each(['light', 'dark'])('gives axe nothing to find in %s', async (theme) => {
    await visit();
    await page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), theme);
    await open('first');
    await append('const steps: number = "ten";');
    await page.locator('.squiggly-error').waitFor();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  });
});

describe('without Monaco', () => {
  test('the small editor takes its place when it cannot be fetched, and says so', async () => {
    await visit();
    await page.route(/monaco/, (route) => route.abort());
    await open('first');
    await eventually(() => page.getByRole('status').textContent()).toContain('small one');
    await append('// typed');
    await eventually(() => text('first')).toMatch(/\nw\n\/\/ typed$/);
  });

  test('an editor whose checker cannot be fetched still edits', async () => {
    await visit();
    await page.route(/checker/, (route) => route.abort());
    await open('first');
    await append('const steps: number = "ten"; tf.');
    await eventually(() => text('first')).toMatch(/tf\.$/);
    expect(await page.locator('.squiggly-error').count()).toBe(0);
  });

  test('a telephone gets the small editor, in letters that do not make it zoom', async () => {
    await visit({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
    await open('first');
    expect(requests.filter((url) => url.includes('monaco'))).toEqual([]);
    const area = box('first');
    expect(await area.evaluate((e) => e.tagName)).toBe('TEXTAREA');
    expect(await area.evaluate((e) => parseFloat(getComputedStyle(e).fontSize))).toBeGreaterThanOrEqual(16);
    await area.fill('const a = 1;');
    expect(await text('first')).toBe('const a = 1;');
  });

  test("the reader's own choice comes first", async () => {
    await visit();
    await page.evaluate(() => localStorage.setItem('descent:editor', 'small'));
    await open('first');
    expect(await page.locator('.monaco-editor').count()).toBe(0);
    expect(await page.getByRole('status').count()).toBe(0);
  });
});
