import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { cellOf, closePages, closeSite, openKitchen, openSite } from './cell-page.ts';
import { comeTo } from './reader.ts';

beforeAll(openSite);
afterEach(closePages);
afterAll(closeSite);

const isAvoided = (breaks: Set<string>): boolean => [...breaks].every((each) => each.startsWith('avoid'));

async function onPaper(path: string, before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const { page } = await openKitchen();
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/${path}/?backend=cpu`);
  await before?.(page);
  await page.emulateMedia({ media: 'print' });
  return page;
}

test('what a cell has shown is printed, its controls are not, and links say no addresses', async () => {
  const page = await onPaper('kitchen-reading', (on) => cellOf(on, 'halve').run());
  expect(await cellOf(page, 'halve').output.innerText()).toContain('4');
  expect(await cellOf(page, 'halve').output.isVisible()).toBe(true);
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  const after = await page
    .locator('.prose a[href^="http"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toBe('none');
});

test('no page break goes through a cell, a question or the recap', async () => {
  const page = await onPaper('kitchen-reading');
  const breaks = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((each) => getComputedStyle(each).breakInside));
  expect(new Set(await breaks('descent-cell, .recap'))).toSatisfy(isAvoided);
  const quiz = await onPaper('kitchen-quiz');
  const questions = await quiz
    .locator('descent-quiz .question')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).breakInside));
  expect(new Set(questions)).toSatisfy(isAvoided);
});

test.each(['kitchen-reading', 'winters'])('frames stay within the paper: %s', async (path) => {
  const page = await onPaper(path);
  const beyond = await page.evaluate(() => {
    const { left, right } = document.querySelector('.prose')!.getBoundingClientRect();
    return [...document.querySelectorAll('.prose > *')]
      .map((each) => [each.localName, each.getBoundingClientRect()] as const)
      .filter(([, box]) => box.left < left - 0.5 || box.right > right + 0.5)
      .map(([name]) => name);
  });
  expect(beyond).toEqual([]);
});

test('an answered question prints its answer', async () => {
  const page = await onPaper('kitchen-quiz', async (on) => {
    const quiz = on.locator('descent-quiz').first();
    await comeTo(quiz);
    await quiz
      .getByRole('button', { name: /^Check/ })
      .first()
      .waitFor();
    await quiz.getByRole('radio').first().check({ force: true });
    await quiz
      .getByRole('button', { name: /^Check/ })
      .first()
      .click();
  });
  expect(await page.locator('descent-quiz input:checked').first().isVisible()).toBe(true);
  const says = page.locator('descent-quiz .question').first();
  expect(await says.innerText()).toMatch(/right|not/i);
});
