import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { exerciseOf } from './exercise-page.ts';
import { builtSite, openBrowser, type Site } from './site.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([builtSite(), openBrowser()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
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
/** Reaches a control by Tab, and says so when it cannot be reached. */
async function tabTo(page: Page, name: RegExp, back = false): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.ariaLabel ?? activeElement?.textContent ?? '';
    });
    if (name.test(at)) return;
  }
  throw new Error(`No Tab leads to ${String(name)}.`);
}

describe('Check', () => {
  test('names every test, with what was expected, what came and for which input, in a live region', async () => {
    const page = await open();
    const step = await near(page, 'step');
    await step.write(right.replace('- eta * slope', '- slope * 0.1'));
    const { summary, tests, text } = await step.check();
    expect(summary).toBe('2 of 3 tests pass.');
    expect(tests).toEqual([
      'one step from 10: passed',
      'one step uphill: failed',
      'with your numbers: passed',
    ]);
    expect(text).toMatch(/for\s+step\(-3, -6, 0\.5\)\s+expected\s+0\s+got\s+-2\.4/);
    expect(await step.root.locator('.exercise-report').getAttribute('role')).toBe('status');
    expect(await step.root.locator('.exercise-tests .exercise-sign').allInnerTexts()).toEqual([
      '✓',
      '✗',
      '✓',
    ]);
    expect(await step.state()).toBe('tried');
  });

  test('passes what is right, and a reload remembers it', async () => {
    const page = await open();
    const step = await near(page, 'step');
    await step.write(right);
    expect((await step.check()).summary).toBe('All 3 tests pass.');
    expect(await step.state()).toBe('passed');
    await rest(page);
    await page.reload();
    await step.near();
    await expect.poll(() => step.state()).toBe('passed');
    await expect.poll(() => step.source()).toBe(right);
  });

  test('of what the reader has not touched is no try', async () => {
    const page = await open();
    const step = await near(page, 'step');
    expect((await step.check()).summary).toBe('0 of 3 tests pass.');
    expect(await step.state()).toBe('todo');
  });

  test('stops what never ends, and says so; Stop ends it at once', async () => {
    const page = await open();
    const step = await near(page, 'step');
    await step.write('function step(): number {\n  return 0;\n}\nfor (;;) {}');
    await step.button('Check').click();
    await step.button('Stop').click();
    expect((await step.checked()).text).toBe('Stopped.');
    const { summary, tests } = await step.check();
    expect(summary).toMatch(/still running after 10 seconds and was stopped/);
    expect(tests.every((told) => told.endsWith(': not reached'))).toBe(true);
    await step.write(right);
    expect((await step.check()).summary).toBe('All 3 tests pass.');
  });

  test('shows the reader’s own error and marks its line', async () => {
    const page = await open();
    const step = await near(page, 'step');
    await step.write(`${right}\nconst list = [1];\nlist[3].toFixed();`);
    const { summary, text } = await step.check();
    expect(summary).toMatch(/^Your code stopped with an error\./);
    expect(text).toMatch(/TypeError[\s\S]*line 5/);
    const mark = step.root.locator('.cell-line');
    expect(await mark.evaluate((line) => getComputedStyle(line).getPropertyValue('--line-number'))).toBe('5');
  });

  test('leaves the lesson’s variables alone', async () => {
    const page = await open();
    const step = await near(page, 'step');
    await step.check();
    expect(await page.locator('#step-code').getAttribute('data-state')).toBe('idle');
    await page.locator('#step-code').getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('#step-code[data-state="done"]').waitFor();
  });
});

describe('hints and solution', () => {
  test('hints come one at a time, say how many are left, and are there after a reload', async () => {
    const page = await open();
    const step = await near(page, 'step');
    const visible = () => step.root.locator('details.exercise-hint:visible');
    expect(await visible().count()).toBe(0);
    for (const [name, words] of [
      ['Hint 1 of 3', /Hint 1 is open below\. 2 more are left/],
      ['Hint 2 of 3', /One more is left/],
      ['Hint 3 of 3', /It was the last/],
    ] as const) {
      expect(await step.button('Hint').textContent()).toBe(name);
      await step.button('Hint').click();
      expect(await step.root.locator('.exercise-says').innerText()).toMatch(words);
    }
    expect(await visible().count()).toBe(3);
    expect(await step.button('Hint').getAttribute('aria-disabled')).toBe('true');
    await rest(page);
    await page.reload();
    await step.near();
    await expect.poll(() => visible().count()).toBe(3);
    expect(await step.state()).toBe('todo');
  });

  test('the solution asks for a second press, and opens beside one’s own', async () => {
    const page = await open();
    const step = await near(page, 'step');
    await step.button('Solution').click();
    await expect.poll(() => step.root.locator('.exercise-says').innerText()).toMatch(/once more/);
    expect(await step.root.locator('.exercise-solution section').count()).toBe(0);
    await step.button('Solution').click();
    const [own, theirs] = [
      step.root.getByRole('region', { name: 'Yours' }),
      step.root.getByRole('region', { name: 'A solution' }),
    ];
    await theirs.waitFor();
    expect(await theirs.innerText()).toContain('return w - eta * slope;');
    await step.write(right.replace('eta', 'mine'));
    await expect.poll(() => own.innerText()).toContain('mine');
    const [left, beside] = [await own.boundingBox(), await theirs.boundingBox()];
    expect(left?.y).toBe(beside?.y);
  });

  test('the solution opens at once after an honest try', async () => {
    const page = await open();
    const step = await near(page, 'step');
    await step.check();
    await step.button('Solution').click();
    await expect.poll(() => step.root.locator('.exercise-says').innerText()).toMatch(/once more/);
    await step.write(right.replace('-', '+'));
    await step.check();
    await step.button('Solution').click();
    await step.root.getByRole('region', { name: 'A solution' }).waitFor();
  });
});

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

const kinds: [id: string, text: string][] = [
  [
    'average',
    'function average(values: number[]): number {\n  return values.reduce((a, b) => a + b) / values.length;\n}',
  ],
  ['product-shape', 'const productShape: number[] = [4, 2];'],
  ['relu', 'function rectify(x: number): number {\n  return x > 0 ? x : 0;\n}'],
];
test.each(kinds)('%s: fails as it stands, and passes with another right answer', async (id, text) => {
  const page = await open();
  const exercise = await near(page, id);
  expect((await exercise.check()).summary).not.toMatch(/^All|passes/);
  await exercise.write(text);
  expect((await exercise.check()).summary).toMatch(/^All|passes/);
  expect(await exercise.state()).toBe('passed');
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
    const loop = await near(page, 'loop');
    expect((await shown(page)).join('\n')).toBe(await loop.source());
    expect(await shown(page)).not.toEqual(wanted);
    await page.locator('#loop-code .cell-run').focus();
    for (const [place, line] of wanted.entries()) {
      await tabTo(page, new RegExp(`^Line 1:`), place > 0).catch(() => tabTo(page, /^Line 1:/));
      const from = (await shown(page)).indexOf(line, place);
      await page.locator('#loop .exercise-line').nth(from).focus();
      for (let at = from; at > place; at -= 1) await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(
        `Line ${place + 1}: ${line.trim()}`,
      );
    }
    expect(await shown(page)).toEqual(wanted);
    expect(await loop.source()).toBe(wanted.join('\n'));
    await tabTo(page, /^Check$/);
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

test('with the keyboard alone: a hint, the solution, the code, the check', async () => {
  const page = await open();
  const shape = await near(page, 'product-shape');
  await page.locator('#product-shape-code .cell-run').focus();
  await tabTo(page, /^Hint 1 of 1/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Solution/);
  await page.keyboard.press('Enter');
  await expect.poll(() => shape.root.locator('.exercise-says').innerText()).toMatch(/once more/);
  await page.keyboard.press('Enter');
  await shape.root.getByRole('region', { name: 'A solution' }).waitFor();
  await shape.write('const productShape = [4, 2];');
  await tabTo(page, /^Check$/);
  await page.keyboard.press('Enter');
  expect((await shape.checked()).summary).toBe('The test passes.');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Check');
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
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${site.url}kitchen-exercise/`);
  await near(page, 'step');
  await page.waitForTimeout(300);
  expect(requests.filter((url) => /data\/lesson|kernel\/|monaco/.test(url))).toEqual([]);
});
