import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openQuizSite, openQuizzes, questionOf, type QuizSite } from './quiz-page.ts';

let quizzes: QuizSite;

beforeAll(async () => {
  quizzes = await openQuizSite();
});
afterEach(async () => {
  for (const context of quizzes.browser.contexts()) await context.close();
});
afterAll(() => quizzes.close());

const stateOf = (page: Page, id: string) => page.locator(`descent-quiz#${id}`).getAttribute('data-state');
const lineOf = (page: Page, id: string) => page.locator(`#${id} .quiz-line`).innerText();
const order = [
  'Draw a batch',
  'Predict with',
  'Compute the loss',
  'Compute the gradient',
  'Move the weights',
];
const itemsOf = (page: Page) => page.locator('#rates-loop .order-text').allInnerTexts();

test('without JavaScript a quiz can be read, and explains nothing yet', async () => {
  const context = await quizzes.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${quizzes.site.url}kitchen-quiz/`);
  const quiz = page.getByRole('region', { name: 'Quiz: Learning rates' });
  expect(await quiz.getByRole('radio').count()).toBe(3);
  expect(await quiz.getByRole('checkbox').count()).toBe(4);
  expect(await quiz.getByRole('textbox', { name: 'Your answer' }).count()).toBe(1);
  expect(await quiz.locator('ol.order > li').count()).toBe(5);
  expect(await quiz.getByRole('combobox').count()).toBe(7);
  expect(await quiz.locator('.why:visible').count()).toBe(0);
  expect(await quiz.innerText()).toContain('where is');
  expect((await itemsOf(page)).map((text) => text.slice(0, 8))).not.toEqual(
    order.map((text) => text.slice(0, 8)),
  );
});

test('one: a wrong choice explains itself, the right one too, and the first answer stays', async () => {
  const { page, complaints } = await openQuizzes(quizzes);
  const one = questionOf(page, 'alone-epoch');
  await one.check.click();
  expect(await one.says()).toBe('Choose an answer first.');
  expect(await stateOf(page, 'alone')).toBe('todo');
  await one.root.getByLabel('1', { exact: true }).check();
  await one.check.click();
  expect(await one.says()).toBe('✗ Not right yet.');
  expect(await one.root.locator('.why:visible').allInnerTexts()).toEqual([
    'One iteration uses one batch only.',
  ]);
  expect(await one.root.locator('.verdict').allInnerTexts()).toEqual(['✗ Wrong']);
  expect(await stateOf(page, 'alone')).toBe('wrong');
  await one.root.getByLabel('20', { exact: true }).check();
  expect(await one.state()).toBe('open');
  expect(await one.root.locator('.why:visible').count()).toBe(0);
  await one.check.click();
  expect(await one.says()).toBe('✓ Right.');
  expect(await one.root.locator('.verdict').allInnerTexts()).toEqual(['✓ Right']);
  expect(await stateOf(page, 'alone')).toBe('right');
  expect(await lineOf(page, 'alone')).toBe('Not right at the first answer; right now.');
  await one.check.click();
  expect(await one.root.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await one.check.innerText()).toBe('Check answer');
  expect(complaints).toEqual([]);
});

test('several: only what was chosen is marked, and partly right is said', async () => {
  const { page } = await openQuizzes(quizzes);
  const several = questionOf(page, 'rates-diverges');
  const box = (value: string) => several.root.locator('.choice', { hasText: value }).locator('input');
  await box('1.2').check();
  await box('0.9').check();
  await several.check.click();
  expect(await several.says()).toBe('✗ Not right yet: 1 of 2 right answers chosen, and 1 that is wrong.');
  expect(await several.root.locator('.why:visible').count()).toBe(2);
  expect((await several.root.locator('.verdict').allInnerTexts()).sort()).toEqual(['✓ Right', '✗ Wrong']);
  await box('0.9').uncheck();
  await box('= 3').check();
  await several.check.click();
  expect(await several.says()).toBe('✓ Right.');
});

test('number: words for what is no number, a reason for a foreseen one', async () => {
  const { page } = await openQuizzes(quizzes);
  const number = questionOf(page, 'rates-step');
  const box = number.root.getByRole('textbox', { name: 'Your answer' });
  const enter = async (text: string) => {
    await box.fill(text);
    await box.press('Enter');
    return number.says();
  };
  expect(await enter('')).toMatch(/^Type a number first/u);
  expect(await enter('two')).toMatch(/“two” is not a number/u);
  expect(await box.getAttribute('aria-invalid')).toBe('true');
  expect(await number.state()).toBe('open');
  expect(await enter('5,27')).toBe('✗ Not right yet.');
  expect(await box.getAttribute('aria-invalid')).toBeNull();
  expect(await number.root.locator('.why:visible').innerText()).toContain('the sign is the other way');
  expect(await enter('9')).toBe('✗ Not right yet.');
  expect(await number.root.locator('.why:visible').count()).toBe(0);
  expect(await enter('−127/100 m')).toBe('✓ Right.');
  expect(await number.root.locator('.why:visible').innerText()).toContain('metres');
});

test('order: buttons move items, places are counted', async () => {
  const { page } = await openQuizzes(quizzes);
  const question = questionOf(page, 'rates-loop');
  for (const [place, text] of order.entries())
    while (!(await itemsOf(page))[place]?.startsWith(text))
      await question.root.getByRole('button', { name: `Move up: ${text}` }).click();
  await question.root.getByRole('button', { name: 'Move down: Compute the loss' }).click();
  await question.check.click();
  expect(await question.says()).toBe('✗ Not right yet: 3 of 5 in the right place.');
  expect(await question.root.locator('.why:visible').count()).toBe(3);
  await question.root.getByRole('button', { name: 'Move up: Compute the loss' }).click();
  await question.check.click();
  expect(await question.says()).toBe('✓ Right.');
  expect(await question.root.locator('.why:visible').count()).toBe(5);
});

test('order: items are dragged by the pointer', async () => {
  const { page } = await openQuizzes(quizzes);
  const list = page.locator('#rates-loop ol.order');
  await list.scrollIntoViewIfNeeded();
  const before = await itemsOf(page);
  const boxes = await Promise.all([0, 3].map((index) => list.locator('li').nth(index).boundingBox()));
  const [from, to] = boxes.map((box) => ({ x: box!.x + 100, y: box!.y + box!.height / 2 }));
  await page.mouse.move(from!.x, from!.y);
  await page.mouse.down();
  await page.mouse.move(to!.x, to!.y + 10, { steps: 8 });
  await page.mouse.up();
  expect(await itemsOf(page)).toEqual([...before.slice(1, 4), before[0], before[4]]);
  expect(await list.locator('[data-dragged]').count()).toBe(0);
  await page.mouse.move(from!.x, from!.y);
  expect((await itemsOf(page))[3]).toBe(before[0]);
});

test('pairs: every row wants a choice; letters stand for formulas', async () => {
  const { page } = await openQuizzes(quizzes);
  const pairs = questionOf(page, 'rates-terms');
  await pairs.check.click();
  expect(await pairs.says()).toBe('Choose for every row first; 3 are open.');
  const letters = new Map<string, string>();
  for (const entry of await pairs.root.locator('.targets > li').all())
    letters.set(
      (await entry.locator('annotation').textContent()) ?? '',
      await entry.locator('.target-letter').innerText(),
    );
  const choose = (row: string, target: string) =>
    pairs.root.getByRole('combobox', { name: row }).selectOption(letters.get(target) ?? '');
  await choose('learning rate', String.raw`\eta`);
  await choose('loss', 'w');
  await choose('weights', 'L');
  await pairs.check.click();
  expect(await pairs.says()).toBe('✗ Not right yet: 1 of 3 pairs are right.');
  expect(await pairs.root.locator('.why:visible').count()).toBe(1);
  await choose('loss', 'L');
  await choose('weights', 'w');
  await pairs.check.click();
  expect(await pairs.says()).toBe('✓ Right.');
});

test('groups: rows are sorted by name; a reason for all stands once', async () => {
  const { page } = await openQuizzes(quizzes);
  const groups = questionOf(page, 'rates-who');
  for (const select of await groups.root.getByRole('combobox').all()) await select.selectOption('learned');
  await groups.check.click();
  expect(await groups.says()).toBe('✗ Not right yet: 2 of 4 in the right group.');
  for (const name of ['the learning rate', 'the size of a batch'])
    await groups.root.getByRole('combobox', { name }).selectOption('chosen');
  await groups.check.click();
  expect(await groups.says()).toBe('✓ Right.');
  const plain = questionOf(page, 'plain-who-first');
  const tasks = {
    optimiser: 'moves the weights',
    loss: 'says how wrong they are',
    'data set': 'says what is right',
  };
  for (const [name, task] of Object.entries(tasks))
    await plain.root.getByRole('combobox', { name }).selectOption(task);
  await plain.check.click();
  expect(await plain.root.locator('.why:visible').allInnerTexts()).toEqual([
    'The loss compares predictions with the data; the optimiser acts on its gradient.',
  ]);
});

test('the answer is shown on demand, in each kind, and counts as not right', async () => {
  const { page } = await openQuizzes(quizzes);
  const ids = ['one-at-1', 'diverges', 'step', 'loop', 'terms', 'who'];
  for (const id of ids) {
    const question = questionOf(page, `rates-${id}`);
    await question.show.click();
    expect(await question.says()).toBe('Here is the answer.');
    expect(await question.root.locator('[data-verdict="wrong"]').count()).toBe(0);
    expect(await question.root.locator('.why:visible').count()).toBeGreaterThan(0);
    expect(await question.show.isVisible()).toBe(false);
  }
  expect((await itemsOf(page)).map((text, place) => text.startsWith(order[place]!))).toEqual(
    Array(5).fill(true),
  );
  expect(await stateOf(page, 'rates')).toBe('wrong');
  expect(await lineOf(page, 'rates')).toBe('0 of 6 right at the first answer.');
});

test('what a screen reader is told: outcome and reason at once, without the source of formulas', async () => {
  const { page } = await openQuizzes(quizzes);
  const one = questionOf(page, 'rates-one-at-1');
  const status = one.root.getByRole('status');
  await one.root.getByLabel('At 0.').check();
  await one.check.click();
  expect(await status.textContent()).toBe(
    '✗ Not right yet. That takes η=0.5: then one step lands in the valley.',
  );
  expect(await status.ariaSnapshot()).toContain('Not right yet.');
  const radio = one.root.getByRole('radio', { name: 'At 0.' });
  const described = await radio.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${described ?? ''}"]`).isVisible()).toBe(true);
  expect(await page.getByRole('checkbox', { name: 'η=1.2' }).count()).toBe(1);
  const group = page.getByRole('radiogroup', { name: /^Question 1 of 6 On .* after two steps from 10\?$/u });
  expect(await group.count()).toBe(1);
});

test.each(['light', 'dark'] as const)('axe finds nothing, fresh and answered (%s)', async (colorScheme) => {
  const { page } = await openQuizzes(quizzes, { colorScheme, viewport: { width: 360, height: 800 } });
  const faults = async () =>
    (await new AxeBuilder({ page }).include('descent-quiz').analyze()).violations.map(({ id, nodes }) => [
      id,
      nodes[0]?.html,
    ]);
  expect(await faults()).toEqual([]);
  for (const id of ['one-at-1', 'diverges']) await page.locator(`#rates-${id} input`).first().check();
  await page.locator('#rates-step input').fill('5.27');
  for (const select of await page.locator('#rates select').all()) await select.selectOption({ index: 1 });
  for (const check of await page.locator('#rates .question-check').all()) await check.click();
  await page.locator('#alone .question-button', { hasText: 'Show' }).click();
  await page.locator('#plain .question-check').click();
  await page.mouse.move(0, 0);
  expect(await faults()).toEqual([]);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
});

test('on paper: questions and outcomes, no controls', async () => {
  const { page } = await openQuizzes(quizzes);
  const one = questionOf(page, 'alone-epoch');
  await one.root.getByLabel('20', { exact: true }).check();
  await one.check.click();
  await page.emulateMedia({ media: 'print' });
  expect(await one.root.locator('.why:visible').count()).toBe(1);
  expect(await one.root.locator('.question-says').isVisible()).toBe(true);
  expect(await page.locator('descent-quiz button:visible').count()).toBe(0);
  expect(await page.locator('#rates-loop .order-text:visible').count()).toBe(5);
  expect(await page.locator('#rates .why:visible').count()).toBe(0);
});

test('the list of questions names each, with its words and its address', () => {
  const { questions } = JSON.parse(readFileSync(join(quizzes.site.dir, 'data/quizzes.json'), 'utf8')) as {
    questions: unknown[];
  };
  expect(questions).toContainEqual({
    ...{ lesson: 'kitchen-quiz', quiz: 'alone', question: 'epoch' },
    text: 'One epoch on 1,000 examples in batches of 50. How many iterations?',
    address: '/kitchen-quiz/#alone-epoch',
  });
});

test('explanations are no part of what search finds', () => {
  const html = readFileSync(join(quizzes.site.dir, 'kitchen-quiz/index.html'), 'utf8');
  const whys = html.match(/<div class="why"[^>]*>/gu) ?? [];
  expect(whys.length).toBeGreaterThan(20);
  for (const why of whys) expect(why).toMatch(/hidden.*data-pagefind-ignore|data-pagefind-ignore.*hidden/u);
});
