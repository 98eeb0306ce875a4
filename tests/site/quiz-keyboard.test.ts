/** Every kind of question by keyboard alone, and what is left of it after the page was loaded anew. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { tabTo } from './keyboard.ts';
import { awaken, openQuizSite, openQuizzes, questionOf, type QuizSite } from './quiz-page.ts';

let quizzes: QuizSite;

beforeAll(async () => {
  quizzes = await openQuizSite();
});
afterEach(async () => {
  for (const context of quizzes.browser.contexts()) await context.close();
});
afterAll(() => quizzes.close());

async function checkByKey(page: Page, address: string): Promise<string> {
  const { check, says } = questionOf(page, address);
  await tabTo(page, check);
  await page.keyboard.press('Enter');
  return says();
}

const focusShows = (page: Page): Promise<boolean> =>
  page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle !== 'none');

test('one and several: arrows and Space', async () => {
  const { page } = await openQuizzes(quizzes);
  const one = questionOf(page, 'rates-one-at-1').root;
  await tabTo(page, one.getByRole('radio').first());
  expect(await focusShows(page)).toBe(true);
  await page.keyboard.press('Space');
  while (!(await one.getByRole('radio', { name: 'At 10.' }).isChecked()))
    await page.keyboard.press('ArrowDown');
  expect(await checkByKey(page, 'rates-one-at-1')).toBe('✓ Right.');
  for (const value of ['= 3', '1.2']) {
    const choice = questionOf(page, 'rates-diverges').root.locator('.choice', { hasText: value });
    await tabTo(page, choice.locator('input'));
    await page.keyboard.press('Space');
  }
  expect(await checkByKey(page, 'rates-diverges')).toBe('✓ Right.');
});

test('number: type and press Enter', async () => {
  const { page } = await openQuizzes(quizzes);
  const { root, says } = questionOf(page, 'rates-step');
  await tabTo(page, root.getByRole('textbox'));
  await page.keyboard.type('-1,27');
  await page.keyboard.press('Enter');
  expect(await says()).toBe('✓ Right.');
});

test('order: an item in hand moves with the arrows, and Escape puts it back', async () => {
  const { page } = await openQuizzes(quizzes);
  const { root } = questionOf(page, 'rates-loop');
  const items = () => root.locator('.order-text').allInnerTexts();
  const before = await items();
  const grab = root.getByRole('button', { name: /^Move with the arrow keys: Draw a batch/u });
  const status = root.getByRole('status');
  await tabTo(page, grab);
  await page.keyboard.press('ArrowUp');
  expect(await items()).toEqual(before);
  await page.keyboard.press('Space');
  expect(await grab.getAttribute('aria-pressed')).toBe('true');
  expect(await status.textContent()).toMatch(/In hand/u);
  await page.keyboard.press('Home');
  expect((await items())[0]).toMatch(/Draw a batch/u);
  expect(await status.textContent()).toBe('Place 1 of 5.');
  await page.keyboard.press('Escape');
  expect(await items()).toEqual(before);
  expect(await grab.getAttribute('aria-pressed')).toBe('false');
  expect(await grab.evaluate((element) => element === document.activeElement)).toBe(true);

  const order = ['Draw a', 'Predict', 'Compute the loss', 'Compute the gradient', 'Move the weights'];
  for (const [place, name] of order.entries()) {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo(page, root.getByRole('button', { name: `Move with the arrow keys: ${name}` }));
    await page.keyboard.press('Enter');
    while (!(await items())[place]?.startsWith(name)) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await status.textContent()).toBe(`Dropped at place ${place + 1}.`);
  }
  expect(await checkByKey(page, 'rates-loop')).toBe('✓ Right.');
});

test('order: the buttons keep the focus, at the ends too', async () => {
  const { page } = await openQuizzes(quizzes);
  const { root } = questionOf(page, 'rates-loop');
  const last = root.locator('.order-item').nth(1);
  await tabTo(page, last.getByRole('button', { name: /^Move up/u }));
  const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await page.keyboard.press('Enter');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(focused).toBe(name.replace('Move up', 'Move down'));
  expect(await root.getByRole('status').textContent()).toBe('Place 1 of 5.');
});

test('pairs: selects, by the letter of a side', async () => {
  const { page } = await openQuizzes(quizzes);
  const { root } = questionOf(page, 'rates-terms');
  const wanted: Record<string, string> = { 'learning rate': String.raw`\eta`, loss: 'L', weights: 'w' };
  for (const [row, side] of Object.entries(wanted)) {
    const entry = root.locator('.targets > li', { has: page.locator('annotation', { hasText: side }) });
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo(page, root.getByRole('combobox', { name: row }));
    await page.keyboard.press(await entry.locator('.target-letter').innerText());
  }
  expect(await checkByKey(page, 'rates-terms')).toBe('✓ Right.');
});

test('groups: selects', async () => {
  const { page } = await openQuizzes(quizzes);
  const { root } = questionOf(page, 'rates-who');
  const rows = { 'a weight': 'l', 'a bias': 'l', 'the learning rate': 'c', 'the size of a batch': 'c' };
  for (const select of await root.getByRole('combobox').all()) {
    const name = await select.evaluate(
      (each) => each.closest('.row')?.querySelector('.row-text')?.textContent ?? '',
    );
    await tabTo(page, select);
    await page.keyboard.press(rows[name as keyof typeof rows] === 'c' ? 'c' : 'l');
    // "Choose a group" begins with c as well.
    if (rows[name as keyof typeof rows] === 'c' && (await select.inputValue()) === '')
      await page.keyboard.press('c');
  }
  expect(await checkByKey(page, 'rates-who')).toBe('✓ Right.');
});

test('showing the answer and trying again keep the focus on the button', async () => {
  const { page } = await openQuizzes(quizzes);
  const { root, show, check, says } = questionOf(page, 'rates-one-at-1');
  await tabTo(page, show);
  await page.keyboard.press('Enter');
  expect(await says()).toBe('Here is the answer.');
  expect(await check.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await root.getByRole('status').textContent()).toBe('Cleared. Answer again.');
  expect(await check.evaluate((element) => element === document.activeElement)).toBe(true);
});

/** Waits until so many answers stand in the browser's database; they are written behind the page's back. */
async function kept(page: Page, answers: number): Promise<void> {
  const count = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('descent');
          opening.onerror = () => reject(new Error('no database'));
          opening.onsuccess = () => {
            const reading = opening.result
              .transaction('progress')
              .objectStore('progress')
              .get('kitchen-quiz');
            reading.onsuccess = () => {
              opening.result.close();
              const { quizzes } = (reading.result ?? { quizzes: {} }) as { quizzes: Record<string, object> };
              resolve(Object.values(quizzes).reduce((sum, quiz) => sum + Object.keys(quiz).length, 0));
            };
          };
        }),
    );
  await expect.poll(count, { timeout: 20_000 }).toBe(answers);
}

test('what went wrong is asked afresh when it is due', async () => {
  const { page } = await openQuizzes(quizzes);
  const one = questionOf(page, 'alone-epoch');
  await one.root.getByLabel('1,000', { exact: true }).check();
  await one.check.click();
  await kept(page, 1);
  await page.clock.setFixedTime(Date.now() + 2 * 86_400_000);
  await page.reload();
  await awaken(page);
  await expect.poll(() => one.says()).toBe('Time to review: you have answered this once.');
  expect(await one.root.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await one.root.locator('.why:visible').count()).toBe(0);
  expect(await page.locator('#alone').getAttribute('data-state')).toBe('wrong');
});

test('answers, marks and explanations are there again after the page was loaded anew', async () => {
  const { page } = await openQuizzes(quizzes);
  const one = questionOf(page, 'rates-one-at-1');
  await one.root.getByLabel('At 8.').check();
  await one.check.click();
  await page.locator('#rates-step input').fill('5,27');
  await page.locator('#rates-step .question-check').click();
  await questionOf(page, 'rates-loop').check.click();
  const places = await page.locator('#rates-loop .order-text').allInnerTexts();
  await questionOf(page, 'rates-who').show.click();
  await page.locator('#rates-diverges input').first().check();
  expect(await page.locator('#rates .quiz-line').innerText()).toBe('4 of 6 answered.');
  await kept(page, 4);
  await page.reload();
  await awaken(page);
  await page.locator('#rates-one-at-1[data-state="wrong"]').waitFor();
  expect(await one.root.getByLabel('At 8.').isChecked()).toBe(true);
  expect(await one.root.locator('.why:visible').innerText()).toMatch(/^That is one step/u);
  expect(await page.locator('#rates-step input').inputValue()).toBe('5.27');
  expect(await page.locator('#rates-step .why:visible').innerText()).toContain('the other way');
  expect(await page.locator('#rates-loop .order-text').allInnerTexts()).toEqual(places);
  expect(await questionOf(page, 'rates-who').says()).toBe('Here is the answer.');
  expect(await questionOf(page, 'rates-diverges').state()).toBe('open');
  expect(await page.locator('#rates .quiz-line').innerText()).toBe('4 of 6 answered.');
});
