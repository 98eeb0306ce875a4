/** A page of quizzes in a real browser, and what tests ask of its questions. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { comeTo } from './reader.ts';
import { builtSite, openBrowser, type Site } from './site.ts';

export interface QuestionOnPage {
  root: Locator;
  check: Locator;
  show: Locator;
  /** What it says under its answers, as everyone sees it. */
  says(): Promise<string>;
  state(): Promise<string | null>;
}

export interface QuizSite {
  site: Site;
  browser: Browser;
  close(): Promise<void>;
}

export async function openQuizSite(): Promise<QuizSite> {
  const [site, browser] = await Promise.all([builtSite(), openBrowser()]);
  return {
    site,
    browser,
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

export interface QuizPage {
  page: Page;
  complaints: string[];
}

/** @param page of an earlier visit, or a new one in a context of its own */
export async function openQuizzes(
  { site, browser }: QuizSite,
  options: BrowserContextOptions = {},
): Promise<QuizPage> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${site.url}kitchen-quiz/`);
  await awaken(page);
  return { page, complaints };
}

/** Quizzes come alive when they come near. */
export async function awaken(page: Page): Promise<void> {
  await comeTo(page.locator('#rates'));
  await page.locator('#rates-who .question-check').waitFor();
}

export function questionOf(page: Page, address: string): QuestionOnPage {
  const root = page.locator(`#${address}`);
  return {
    root,
    check: root.locator('.question-check'),
    show: root.getByRole('button', { name: 'Show the answer' }),
    says: () =>
      root.locator('.question-says').evaluate((place) => {
        const copy = place.cloneNode(true) as HTMLElement;
        for (const aside of copy.querySelectorAll('.question-aside')) aside.remove();
        return copy.textContent.trim();
      }),
    state: () => root.getAttribute('data-state'),
  };
}
