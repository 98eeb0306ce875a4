/** A lesson page in a real browser, and what tests ask of its cells. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { softwareGpu } from '../chromium.ts';
import { builtSite, openBrowser, type Site } from './site.ts';

export interface Cell {
  root: Locator;
  button(name: 'Run' | 'Stop' | 'Reset' | 'Edit'): Locator;
  output: Locator;
  status: Locator;
  /** The open editor. */
  editor: Locator;
  source(): Promise<string>;
  write(text: string): Promise<void>;
  /** Waits until `data-state` is this one. */
  is(state: string, timeout?: number): Promise<void>;
  /** Clicks Run and waits for how it ends. */
  run(state?: string, timeout?: number): Promise<void>;
}

export function cellOf(page: Page, id: string): Cell {
  const root = page.locator(`descent-cell#${id}`);
  const button = (name: string): Locator => root.getByRole('button', { name, exact: true });
  const is = (state: string, timeout = 30_000): Promise<void> =>
    page
      .locator(`descent-cell#${id}[data-state="${state}"]`)
      .waitFor({ timeout })
      .catch(async () => {
        expect({ id, state: await root.getAttribute('data-state'), text: await root.innerText() }).toBe(
          state,
        );
      });
  return {
    root,
    button,
    output: root.locator('.cell-output'),
    status: root.locator('.cell-status'),
    editor: root.getByRole('textbox', { name: /^Code: / }),
    source: () => root.evaluate((element) => (element as unknown as { source: string }).source),
    write: (text) =>
      root.evaluate((element, given) => {
        (element as unknown as { source: string }).source = given;
      }, text),
    is,
    async run(state = 'done', timeout = 30_000) {
      await button('Run').click();
      await is(state, timeout);
    },
  };
}

export interface Opened {
  page: Page;
  cell(id: string): Cell;
  /** What the page complained of. */
  complaints: string[];
}

let started: Promise<{ site: Site; browser: Browser }> | undefined;

function start(): Promise<{ site: Site; browser: Browser }> {
  started ??= Promise.all([builtSite(), openBrowser(softwareGpu)]).then(([site, browser]) => ({
    site,
    browser,
  }));
  return started;
}

/** Builds and serves the site, unless that has been done. */
export async function openSite(): Promise<void> {
  await start();
}

/** Closes all pages; after each test. */
export async function closePages(): Promise<void> {
  const { browser } = await start();
  for (const context of browser.contexts()) await context.close();
}

/** After the last test of a file. */
export async function closeSite(): Promise<void> {
  if (!started) return;
  const { site, browser } = await started;
  started = undefined;
  await browser.close();
  await site.close();
}

/** Opens the kitchen sink in a context of its own. */
export async function openKitchen(
  options: {
    search?: string;
    context?: BrowserContextOptions;
    /** Runs before anything of the page does. */
    before?: (page: Page) => Promise<unknown>;
  } = {},
): Promise<Opened> {
  const context = await (
    await start()
  ).browser.newContext({ viewport: { width: 1100, height: 900 }, ...options.context });
  return openIn(await context.newPage(), options);
}

export async function openIn(
  page: Page,
  { search = '?backend=cpu', before }: { search?: string; before?: (page: Page) => Promise<unknown> } = {},
): Promise<Opened> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await before?.(page);
  await page.goto(`${(await start()).site.url}kitchen-sink/${search}`);
  await page.locator('descent-cell#tiny .cell-run').waitFor();
  return { page, complaints, cell: (id) => cellOf(page, id) };
}
