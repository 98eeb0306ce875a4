import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { exerciseOf } from './exercise-page.ts';
import { tabTo } from './keyboard.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll({ tidy: true });

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(`${site.url}kitchen-exercise/?backend=wasm`);
  return page;
}

async function near(page: Page, id: string) {
  const exercise = exerciseOf(page, id);
  await exercise.near();
  return exercise;
}

const right = 'function step(w: number, slope: number, eta: number): number {\n  return w - eta * slope;\n}';
const rest = (page: Page): Promise<void> => page.waitForTimeout(900);
test('other numbers stand in task, cell and check, keep that it was passed, and come back', async () => {
  const page = await open();
  const step = await near(page, 'step');
  const numbers = () => step.root.locator('.exercise-given').allInnerTexts();
  const first = await numbers();
  await step.write(right);
  await step.check();
  expect(await step.state()).toBe('passed');
  await step.button('Try').click();
  await expect.poll(() => step.state()).toBe('todo');
  const second = await numbers();
  expect(second).not.toEqual(first);
  expect(await step.root.locator('.exercise-state').innerText()).toBe('passed with other numbers');
  await step.write(right.replace('- eta', '+ eta'));
  const [start = 0, rate = 0] = second.map(Number);
  expect((await step.check()).text).toContain(`step(${start}, ${2 * start}, ${rate})`);
  await step.write(`${right}\nride.start`);
  await page.locator('#step-code').getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('#step-code[data-state="done"]').waitFor();
  expect(await page.locator('#step-code .cell-output').innerText()).toContain(String(start));
  await rest(page);
  await page.reload();
  await step.near();
  await expect.poll(numbers).toEqual(second);
  await expect.poll(() => step.state()).toBe('todo');
  await step.check();
  expect(await step.state()).toBe('passed');
});

const allPass = /^All|^The (test passes|goal is reached)/;
const kinds: [id: string, text: string][] = [
  [
    'average',
    'function average(values: number[]): number {\n  return values.reduce((a, b) => a + b) / values.length;\n}',
  ],
  ['product-shape', 'const productShape: number[] = [4, 2];'],
  ['relu', 'function rectify(x: number): number {\n  return x > 0 ? x : 0;\n}'],
  ['step', right],
  ['low-cost', 'const chosen = 0.4;'],
];
test.each(kinds)('%s: fails as it stands, and passes with another right answer', async (id, text) => {
  const page = await open();
  const exercise = await near(page, id);
  expect((await exercise.check()).summary).not.toMatch(allPass);
  await exercise.write(text);
  expect((await exercise.check()).summary).toMatch(allPass);
  expect(await exercise.state()).toBe('passed');
});

test.each(kinds)('%s: with the keyboard alone, typed in the editor and checked', async (id, text) => {
  const page = await open();
  const exercise = exerciseOf(page, id);
  await tabTo(page, page.locator(`#${id}-code`).getByRole('button', { name: 'Edit', exact: true }));
  await page.keyboard.press('Enter');
  await page
    .locator(`#${id}-code`)
    .getByRole('textbox', { name: /^Code: / })
    .waitFor();
  await page.keyboard.press('Control+A');
  // In one line: the editor would add indentation and brackets of its own.
  const line = text.replaceAll(/\n\s*/g, ' ');
  await page.keyboard.insertText(line);
  expect(await exercise.source()).toBe(line);
  await page.keyboard.press('Escape');
  await tabTo(page, exercise.button('Check'));
  await page.keyboard.press('Enter');
  expect((await exercise.checked()).summary).toMatch(allPass);
  expect(await exercise.state()).toBe('passed');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Check');
});

test('a score is shown with its goal, and the best is kept', async () => {
  const page = await open();
  const cost = await near(page, 'low-cost');
  const score = async (rate: string): Promise<string> => {
    await cost.write(`const chosen = ${rate};`);
    await cost.check();
    return cost.root.locator('.exercise-score').innerText();
  };
  expect(await score('0.2')).toMatch(/cost after ten steps\s+0\.003\d+\s+goal\s+0\.001 or less/);
  expect(await cost.state()).toBe('tried');
  expect(await score('0.1')).toMatch(/your best\s+0\.003/);
  expect(await score('0.4')).toMatch(/your best\s+\d/);
  expect(await cost.state()).toBe('passed');
});

describe('lines in order', () => {
  const shown = (page: Page) =>
    page
      .locator('#loop .exercise-lines > li')
      .evaluateAll((items) => items.map((item) => item.dataset['line']));
  const wanted = [
    'function descend(w: number): number {',
    '  for (let step = 0; step < 10; step++) {',
    '    w = w - 0.1 * slopeAt(w);',
    '  }',
    '  return w;',
    '}',
  ];

  test('are moved by arrow keys, keyboard only, checked, and come back', async () => {
    const page = await open();
    const loop = exerciseOf(page, 'loop');
    await tabTo(page, page.locator('#loop .exercise-line').first());
    expect((await shown(page)).join('\n')).toBe(await loop.source());
    expect(await shown(page)).not.toEqual(wanted);
    for (const [place, line] of wanted.entries()) {
      const from = (await shown(page)).indexOf(line, place);
      await tabTo(page, page.locator('#loop .exercise-line').nth(from));
      for (let at = from; at > place; at -= 1) await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(
        `Line ${place + 1}: ${line.trim()}`,
      );
    }
    expect(await shown(page)).toEqual(wanted);
    expect(await loop.source()).toBe(wanted.join('\n'));
    await tabTo(page, loop.button('Check'));
    await page.keyboard.press('Enter');
    expect((await loop.checked()).summary).toBe('All 2 tests pass.');
    await rest(page);
    await page.reload();
    await loop.near();
    await expect.poll(() => shown(page)).toEqual(wanted);
    await page.locator('#loop-code').getByRole('button', { name: 'Reset', exact: true }).click();
    await expect.poll(() => shown(page)).not.toEqual(wanted);
  });

  test('are moved by buttons and by dragging', async () => {
    const page = await open();
    const loop = await near(page, 'loop');
    const [first, second, ...others] = await shown(page);
    const lines = page.locator('#loop .exercise-lines > li');
    await lines
      .nth(0)
      .getByRole('button', { name: /^Move down/ })
      .click();
    expect(await shown(page)).toEqual([second, first, ...others]);
    await lines
      .nth(1)
      .getByRole('button', { name: /^Move up/ })
      .click();
    expect(await shown(page)).toEqual([first, second, ...others]);
    await loop.root.scrollIntoViewIfNeeded();
    const [from, to] = [await lines.nth(0).boundingBox(), await lines.nth(5).boundingBox()];
    await page.mouse.move((from?.x ?? 0) + 40, (from?.y ?? 0) + 15);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 40, (to?.y ?? 0) + 15, { steps: 12 });
    await page.mouse.up();
    expect(await shown(page)).toEqual([second, ...others, first]);
    expect(await loop.source()).toBe([second, ...others, first].join('\n'));
  });

  test('that were rewritten in the editor are shown as code', async () => {
    const page = await open();
    const loop = await near(page, 'loop');
    await loop.write('function descend(w: number): number {\n  return w * 0.8 ** 10;\n}');
    await expect.poll(() => page.locator('#loop .exercise-lines').isVisible()).toBe(false);
    expect((await loop.check()).summary).toBe('All 2 tests pass.');
  });
});

test('with the keyboard alone: a hint, the solution, other numbers', async () => {
  const page = await open();
  const step = exerciseOf(page, 'step');
  await tabTo(page, step.button('Hint'));
  await page.keyboard.press('Enter');
  await expect.poll(() => step.root.locator('.exercise-says').innerText()).toMatch(/^Hint 1 is open/);
  await tabTo(page, step.button('Solution'));
  await page.keyboard.press('Enter');
  await expect.poll(() => step.root.locator('.exercise-says').innerText()).toMatch(/once more/);
  await page.keyboard.press('Enter');
  await step.root.getByRole('region', { name: 'A solution' }).waitFor();
  const numbers = () => step.root.locator('.exercise-given').allInnerTexts();
  const first = await numbers();
  await tabTo(page, step.button('Try'));
  await page.keyboard.press('Enter');
  await expect.poll(numbers).not.toEqual(first);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([1100, 360])(
    '%i px wide, everything open: axe finds nothing and nothing sticks out',
    async (width) => {
      const page = await open({ colorScheme, viewport: { width, height: 900 } });
      for (const id of ['step', 'loop', 'low-cost']) {
        const exercise = await near(page, id);
        await exercise.button('Hint').click();
        await exercise.button('Solution').click();
        await exercise.button('Solution').click();
        await exercise.root.getByRole('region', { name: 'A solution' }).waitFor();
        await exercise.check();
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).include('descent-exercise').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
  );
});

test('without JavaScript, task and hints can be read', async () => {
  const page = await open({ javaScriptEnabled: false });
  const step = page.locator('#step');
  expect(await step.locator('.exercise-task').innerText()).toMatch(/Begin at \d with a rate of 0\.\d/);
  expect(await step.locator('details.exercise-hint > summary').allInnerTexts()).toEqual([
    'Hint 1 of 3',
    'Hint 2 of 3',
    'Hint 3 of 3',
  ]);
  expect(await step.locator('.cell-source').innerText()).toContain('// your line');
});

test('nothing that checks is fetched before it is wanted', async () => {
  const requests: string[] = [];
  const context = await site.browser.newContext();
  const page = await context.newPage();
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${site.url}kitchen-exercise/`);
  await near(page, 'step');
  await page.waitForTimeout(300);
  expect(requests.filter((url) => /data\/lesson|kernel\/|monaco/.test(url))).toEqual([]);
});
