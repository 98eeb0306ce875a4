import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { cellOf } from './cell-page.ts';
import { tabTo } from './keyboard.ts';
import { comeTo } from './reader.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll({ tidy: true });

interface Opened {
  page: Page;
  complaints: string[];
}

async function open(options: BrowserContextOptions = {}, theme?: string): Promise<Opened> {
  const context = await site.browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  if (theme) await page.addInitScript((to) => localStorage.setItem('starlight-theme', to), theme);
  await page.goto(`${site.url}kitchen-predict/?backend=cpu`);
  return { page, complaints };
}

/** A prediction that has come alive. */
async function prediction(page: Page, id: string) {
  const root = page.locator(`descent-prediction#${id}`);
  await comeTo(root);
  await root.locator('.prediction-buttons').waitFor({ state: 'attached' });
  const button = (name: string) => root.getByRole('button', { name, exact: true });
  return {
    root,
    commit: button('That is my guess'),
    change: button('Change my guess'),
    says: root.locator('.prediction-says'),
    is: (state: string) =>
      page.locator(`descent-prediction#${id}[data-state="${state}"]`).waitFor({ timeout: 20_000 }),
  };
}

/** Through places given as shares of the picture's width and height. */
async function drag(page: Page, root: Locator, places: readonly (readonly [number, number])[]) {
  const box = (await root.locator('svg.plane').boundingBox())!;
  const go = ([x, y]: readonly [number, number]) =>
    page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 });
  await go(places[0]!);
  await page.mouse.down();
  for (const place of places) await go(place);
  await page.mouse.up();
}

const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  );

/** Goes on with Tab until what has the focus is called so. */
async function tabToName(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if (name.test((await focused(page)) ?? '')) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(name)}; it is at ${String(await focused(page))}.`);
}

test('without scripts the prompt and the choices are there to read', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  const winner = page.getByRole('region', { name: /^Prediction: Which of the three/ });
  expect(await winner.getByRole('listitem').allInnerTexts()).toEqual(['sgd', 'momentum', 'adam']);
  expect(await page.locator('descent-prediction').first().innerText()).toContain('A weight of 10 loses');
});

describe('with the pointer', () => {
  test('a number is typed, kept, changed, and stands beside the run', async () => {
    const { page, complaints } = await open();
    const asked = await prediction(page, 'after-twenty');
    await asked.commit.click();
    expect(await asked.says.innerText()).toBe('Type a number first.');
    await asked.root.getByRole('spinbutton', { name: 'Your guess, in m' }).fill('3');
    await asked.commit.click();
    await asked.is('made');
    expect(await asked.root.locator('dl').innerText()).toMatch(/Your guess\s+3\sm/);
    await asked.change.click();
    await asked.is('todo');
    await asked.root.getByRole('spinbutton').fill('1.5');
    await asked.commit.click();
    await cellOf(page, 'falling').run();
    await asked.is('shown');
    expect(await asked.root.locator('dl').innerText()).toMatch(/1\.5\sm\s+The run\s+1\.216\sm/);
    expect(await asked.says.innerText()).toMatch(/close, 0\.284\sm too high/);
    expect(await asked.change.isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('a pick is marked, and so is what it is', async () => {
    const { page } = await open();
    const asked = await prediction(page, 'winner');
    await asked.root.getByText('momentum').click();
    await asked.commit.click();
    await asked.is('made');
    expect(await asked.root.getByRole('radio', { name: /momentum/ }).isDisabled()).toBe(true);
    await cellOf(page, 'race').run();
    await asked.is('shown');
    expect(await asked.root.locator('label').allInnerTexts()).toEqual([
      'sgd',
      expect.stringMatching(/momentum\s+your guess/) as string,
      expect.stringMatching(/adam\s+the run/) as string,
    ]);
    expect(await asked.says.innerText()).toBe('You guessed momentum; it is adam.');
  });

  test('a curve is drawn, and the real one lies over it, with a sentence and a table', async () => {
    const { page } = await open();
    const asked = await prediction(page, 'loss-curve');
    await asked.commit.click();
    expect(await asked.says.innerText()).toBe('Draw the curve first.');
    await drag(page, asked.root, [
      [0.08, 0.1],
      [0.5, 0.5],
      [0.99, 0.8],
    ]);
    await asked.commit.click();
    await asked.is('made');
    await cellOf(page, 'losing').run();
    await asked.is('shown');
    expect(await asked.root.locator('.line-label').allTextContents()).toEqual(['your guess', 'the run']);
    expect(await asked.says.innerText()).toMatch(
      /^In the run, loss falls from 2 at epoch 0 .* furthest from your curve at epoch/,
    );
    expect(await asked.root.getByRole('img').getAttribute('aria-label')).toBe(await asked.says.innerText());
    await asked.root.getByRole('button', { name: 'As a table' }).click();
    const rows = await asked.root.locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatch(/^0\s+\S+\s+2$/);
    expect(rows[8]).toMatch(/^50\s+\S+\s+0\.031$/);
  });

  test('what was drawn can be cleared', async () => {
    const { page } = await open();
    const asked = await prediction(page, 'loss-curve');
    await drag(page, asked.root, [
      [0.3, 0.3],
      [0.6, 0.4],
    ]);
    expect(await asked.root.locator('.line-label').count()).toBe(1);
    await asked.root.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => asked.root.locator('.line-label').count()).toBe(0);
  });

  test('a place is marked, and the real one beside it', async () => {
    const { page } = await open();
    const asked = await prediction(page, 'spot');
    await drag(page, asked.root, [
      [0.5, 0.5],
      [0.7, 0.6],
    ]);
    expect(Number(await asked.root.getByLabel('x', { exact: true }).inputValue())).toBeGreaterThan(0.5);
    await asked.commit.click();
    await cellOf(page, 'walk').run();
    await asked.is('shown');
    expect(await asked.root.locator('.line-label').allTextContents()).toEqual(['your guess', 'the run']);
    expect(await asked.says.innerText()).toMatch(/the run came to x 1\.5, y −1: .* away\.$/);
  });
});

describe('with the keyboard alone', () => {
  test('a number: type, Enter, run', async () => {
    const { page } = await open();
    const asked = await prediction(page, 'after-twenty');
    await tabTo(page, asked.root.getByRole('spinbutton'));
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await asked.is('made');
    expect(await focused(page)).toBe('Change my guess');
    await tabToName(page, /^Run$/);
    await page.keyboard.press('Enter');
    await asked.is('shown');
  });

  test('a pick: arrows choose', async () => {
    const { page } = await open();
    const asked = await prediction(page, 'winner');
    await tabTo(page, asked.root.getByRole('radio').first());
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabToName(page, /^That is my guess$/);
    await page.keyboard.press('Enter');
    await asked.is('made');
    await tabToName(page, /^Run$/);
    await page.keyboard.press('Enter');
    await asked.is('shown');
    expect(await asked.says.innerText()).toBe('It is adam, as you guessed.');
  });

  test('a curve: nine sliders, one stop of the Tab key', async () => {
    const { page } = await open();
    const asked = await prediction(page, 'loss-curve');
    const sliders = asked.root.getByRole('slider');
    expect(await sliders.count()).toBe(9);
    await tabTo(page, sliders.first());
    expect(await focused(page)).toBe('loss at epoch 0');
    expect(await sliders.first().getAttribute('aria-valuetext')).toBe('not drawn yet');
    for (let i = 0; i < 5; i++) await page.keyboard.press('PageUp');
    expect(await sliders.first().getAttribute('aria-valuetext')).toBe('2');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('loss at epoch 50');
    for (let i = 0; i < 4; i++) await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('loss at epoch 43.8');
    expect(await sliders.last().getAttribute('aria-valuenow')).toBe('1.16');
    await tabToName(page, /^That is my guess$/);
    await page.keyboard.press('Enter');
    await asked.is('made');
    await tabToName(page, /^Run$/);
    await page.keyboard.press('Enter');
    await asked.is('shown');
    expect(await asked.says.innerText()).toMatch(/at epoch 31\.3|at epoch \d/);
  });

  test('a place: arrow keys or two numbers', async () => {
    const { page } = await open();
    const asked = await prediction(page, 'spot');
    await tabTo(page, asked.root.getByRole('application'));
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    expect(await asked.root.getByLabel('x', { exact: true }).inputValue()).toBe('0.24');
    expect(await asked.root.getByLabel('y', { exact: true }).inputValue()).toBe('-0.12');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1.5');
    await tabToName(page, /^That is my guess$/);
    await page.keyboard.press('Enter');
    await asked.is('made');
    await tabToName(page, /^Run$/);
    await page.keyboard.press('Enter');
    await asked.is('shown');
    expect(await asked.says.innerText()).toMatch(/You guessed x 1\.5, y −0\.12; .*: 0\.88 away/);
  });
});

test('a run without a guess shows the run alone, kindly', async () => {
  const { page } = await open();
  const number = await prediction(page, 'after-twenty');
  await cellOf(page, 'falling').run();
  await number.is('shown');
  expect(await number.says.innerText()).toMatch(
    /^No guess this time, and that is fine\. The run gave 1\.216/,
  );
  expect(await number.root.locator('dl').innerText()).not.toContain('Your guess');
  const curve = await prediction(page, 'loss-curve');
  await cellOf(page, 'losing').run();
  await curve.is('shown');
  expect(await curve.root.locator('.line-label').allTextContents()).toEqual(['the run']);
});

test('a guess that stands there counts, though it was not said', async () => {
  const { page } = await open();
  const asked = await prediction(page, 'winner');
  await asked.root.getByText('sgd').click();
  await cellOf(page, 'race').run();
  await asked.is('shown');
  expect(await asked.says.innerText()).toBe('You guessed sgd; it is adam.');
});

test('what cannot be compared is told, and the question stays open', async () => {
  const { page } = await open();
  const asked = await prediction(page, 'not-a-number');
  await cellOf(page, 'wordy').run();
  await expect.poll(() => asked.says.innerText()).toContain('answer is a text, not a number');
  expect(await asked.root.getAttribute('data-state')).toBe('todo');
  await cellOf(page, 'wordy').write('const answer = () => 1;');
  await cellOf(page, 'wordy').run();
  await expect.poll(() => asked.says.innerText()).toMatch(/nothing to compare with\. .*answer/);
});

test('the run of a reader’s own text is what is shown', async () => {
  const { page } = await open();
  const asked = await prediction(page, 'loss-curve');
  await cellOf(page, 'losing').write('const losses = [0, 1, 4, 9, Infinity];');
  await cellOf(page, 'losing').run();
  await asked.is('shown');
  expect(await asked.says.innerText()).toContain('rises from 0 at epoch 0 to 9 at epoch 37.5');
  expect(await asked.root.locator('.figure-remark').innerText()).toMatch(/leaves the picture at epoch 37\.5/);
});

test('guesses come back after a reload; what was real, after another run', async () => {
  const { page } = await open();
  const winner = await prediction(page, 'winner');
  await winner.root.getByText('momentum').click();
  await winner.commit.click();
  const curve = await prediction(page, 'loss-curve');
  await drag(page, curve.root, [
    [0.08, 0.1],
    [0.99, 0.8],
  ]);
  await curve.commit.click();
  const path = () => curve.root.locator('path.curve[stroke-dasharray]').getAttribute('d');
  const drawn = await path();
  await cellOf(page, 'race').run();
  await winner.is('shown');
  await page.waitForTimeout(500);
  await page.reload();
  const back = await prediction(page, 'winner');
  await back.is('made');
  expect(await back.root.getByRole('radio', { name: /momentum/ }).isChecked()).toBe(true);
  expect(await back.root.locator('[data-real]').count()).toBe(0);
  await (await prediction(page, 'loss-curve')).is('made');
  await expect.poll(path).toBe(drawn);
  await cellOf(page, 'race').run();
  await back.is('shown');
  expect(await back.says.innerText()).toBe('You guessed momentum; it is adam.');
});

const ids = ['after-twenty', 'winner', 'loss-curve', 'spot', 'not-a-number'];

test.each(['light', 'dark'] as const)(
  'axe finds nothing in %s, before and after',
  async (scheme) => {
    const { page, complaints } = await open({ colorScheme: scheme }, scheme);
    const faults = async (): Promise<string[]> => {
      const { violations } = await new AxeBuilder({ page })
        .include('main')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
    };
    for (const id of ids) await prediction(page, id);
    expect(await faults()).toEqual([]);
    const curve = await prediction(page, 'loss-curve');
    await drag(page, curve.root, [
      [0.08, 0.1],
      [0.99, 0.8],
    ]);
    await curve.commit.click();
    expect(await faults()).toEqual([]);
    const winner = await prediction(page, 'winner');
    await winner.root.getByText('momentum').click();
    for (const cell of ['falling', 'race', 'losing', 'walk', 'wordy']) await cellOf(page, cell).run();
    for (const id of ids.slice(0, 4)) await (await prediction(page, id)).is('shown');
    await curve.root.getByRole('button', { name: 'As a table' }).click();
    await page.mouse.move(5, 5);
    await page.waitForTimeout(200);
    expect(await faults()).toEqual([]);
    expect(complaints).toEqual([]);
  },
  120_000,
);

test('at 320 pixels nothing sticks out, and what is tapped is large enough', async () => {
  const { page } = await open({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });
  for (const id of ids) await prediction(page, id);
  const spot = await prediction(page, 'spot');
  await spot.root.locator('svg.plane').tap({ position: { x: 150, y: 100 } });
  await spot.commit.tap();
  for (const cell of ['falling', 'race', 'losing', 'walk']) await cellOf(page, cell).run();
  await spot.is('shown');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const small = await page
    .locator('descent-prediction button:visible, descent-prediction label:visible')
    .evaluateAll((all) => all.filter((each) => each.clientHeight < 20).map((each) => each.outerHTML));
  expect(small).toEqual([]);
});

test('nothing below moves when a prediction comes alive', async () => {
  const { page } = await open();
  const heights = () =>
    page
      .locator('descent-prediction')
      .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().height)));
  const before = await heights();
  for (const id of ids) await prediction(page, id);
  await page.waitForTimeout(300);
  (await heights()).forEach((height, i) => expect(Math.abs(height - before[i]!), ids[i]).toBeLessThan(24));
});
