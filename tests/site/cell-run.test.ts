import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closePages, closeSite, openKitchen, openSite } from './cell-page.ts';

beforeAll(openSite);
afterEach(closePages);
afterAll(closeSite);

test('a cell is a region with named buttons; Run shows its output and says so', async () => {
  const { page, cell, complaints } = await openKitchen();
  const region = page.getByRole('region', { name: 'Code cell: A tiny tensor' });
  expect(await region.getAttribute('data-state')).toBe('idle');
  expect(await region.getByRole('button').allTextContents()).toEqual(['Edit', 'Run']);
  await cell('tiny').run();
  const output = page.getByRole('region', { name: 'Output: A tiny tensor' });
  await expect.poll(() => output.innerText()).toMatch(/1, 4, 9/);
  expect(await cell('tiny').status.innerText()).toMatch(/^done in \d/);
  expect(await region.locator('.cell-buttons').getByRole('button').allTextContents()).toEqual([
    'Reset',
    'Edit',
    'Run',
  ]);
  expect(await page.evaluate(() => document.documentElement.dataset['backend'])).toBe('cpu');
  expect(complaints).toEqual([]);
});

test('Run first runs what the cell needs, and only what has not run', async () => {
  const { cell } = await openKitchen();
  await cell('depends-c').run();
  await expect.poll(() => cell('depends-c').output.innerText()).toContain('6');
  expect(await cell('depends-a').root.getAttribute('data-state')).toBe('done');
  expect(await cell('depends-b').root.getAttribute('data-state')).toBe('done');
});

test('an edit above makes what depends on it out of date, in a word', async () => {
  const { cell } = await openKitchen();
  await cell('depends-c').run();
  await cell('depends-b').write('const doubled = base * 20;\ndoubled');
  await cell('depends-c').is('stale');
  expect(await cell('depends-c').status.innerText()).toBe('out of date: run again');
  await cell('depends-c').run();
  await expect.poll(() => cell('depends-c').output.innerText()).toContain('42');
});

test('while it runs Stop stands in the place of Run; stopping a training loop keeps the curve', async () => {
  const { cell } = await openKitchen();
  const training = cell('training');
  await training.button('Run').click();
  await training.is('running');
  await expect.poll(() => training.status.innerText()).toMatch(/step \d+ of 200/);
  expect(await training.button('Run').isVisible()).toBe(false);
  await training.button('Stop').click();
  await training.is('stopped', 5_000);
  expect(await training.status.innerText()).toMatch(/^stopped at step \d+ of 200/);
  expect(await training.output.locator('svg').count()).toBeGreaterThan(0);
  expect(await training.button('Run').isVisible()).toBe(true);
});

test('an endless loop does not touch the page and is stopped', async () => {
  const { page, cell } = await openKitchen();
  await cell('tiny').run();
  await cell('scratch').write('let typed = 1;\nfor (;;) {}');
  const scratch = cell('scratch');
  await scratch.button('Run').click();
  await scratch.is('running');
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
  const start = Date.now();
  await scratch.button('Stop').click();
  await scratch.is('stopped', 6_000);
  expect(Date.now() - start).toBeLessThan(4_000);
  expect(await scratch.source()).toBe('let typed = 1;\nfor (;;) {}');
  await expect.poll(() => scratch.output.innerText()).toContain('cleared');
  await cell('tiny').is('idle');
  await cell('tiny').run();
});

test('Reset brings back the lesson’s text and takes the output away; it can be undone', async () => {
  const { cell } = await openKitchen();
  const scratch = cell('scratch');
  await scratch.write("'mine'");
  await scratch.run();
  await scratch.button('Reset').click();
  await scratch.is('idle');
  expect(await scratch.source()).toBe("'type here'");
  expect(await scratch.output.innerText()).not.toContain('mine');
  expect(await scratch.button('Reset').isVisible()).toBe(false);
  await scratch.root.getByRole('button', { name: 'Bring it back' }).click();
  expect(await scratch.source()).toBe("'mine'");
});

test('the text that was edited is what is seen and what runs', async () => {
  const { cell } = await openKitchen();
  await cell('scratch').write('const answer = 6 * 7; // mine\nanswer');
  await expect
    .poll(() => cell('scratch').root.locator('.cell-source:visible').innerText())
    .toContain('6 * 7; // mine');
  await cell('scratch').run();
  await expect.poll(() => cell('scratch').output.innerText()).toContain('42');
});

test('an error names the reader’s own line, which a click shows', async () => {
  const { cell } = await openKitchen();
  const failing = cell('thrown-error');
  await failing.run('failed');
  await expect.poll(() => failing.output.innerText()).toContain('out of range on purpose');
  expect(await failing.status.innerText()).toContain('failed');
  await failing.output.getByRole('button', { name: /line 2/ }).click();
  expect(await failing.root.locator('.cell-line').count()).toBe(1);
  expect(await failing.root.evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

test('a syntax error is said at its place, and nothing typed is lost', async () => {
  const { cell } = await openKitchen();
  await cell('scratch').write('const fine = 1;\nconst a = ;');
  await cell('scratch').run('failed');
  await expect.poll(() => cell('scratch').output.innerText()).toMatch(/line 2/);
  expect(await cell('scratch').source()).toBe('const fine = 1;\nconst a = ;');
});

test('with the keyboard alone: run, stop, edit, run from the editor, leave', async () => {
  const { page, cell } = await openKitchen();
  const scratch = cell('scratch');
  await scratch.root.locator('.cell-source').focus();
  await page.keyboard.press('Control+Enter');
  await scratch.is('done');
  const training = cell('training');
  await training.button('Run').focus();
  await page.keyboard.press('Enter');
  await training.is('running');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Stop');
  await page.keyboard.press('Enter');
  await training.is('stopped', 6_000);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Run');
  await scratch.root.locator('.cell-source').focus();
  await page.keyboard.press('Enter');
  await scratch.editor.waitFor({ timeout: 30_000 });
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type("'by keyboard'");
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => scratch.output.innerText(), { timeout: 20_000 }).toContain('by keyboard');
  expect(await scratch.source()).toBe("'by keyboard'");
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect
    .poll(() =>
      scratch.root.evaluate((e) => e.querySelector('.cell-place')?.contains(document.activeElement)),
    )
    .not.toBe(true);
}, 120_000);

test('one editor serves the page: opening another closes the first, whose text stays', async () => {
  const { page, cell } = await openKitchen();
  await cell('scratch').button('Edit').click();
  await cell('scratch').editor.waitFor({ timeout: 30_000 });
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type("'first'");
  await cell('tiny').button('Edit').click();
  await cell('tiny').editor.waitFor({ timeout: 30_000 });
  expect(await cell('scratch').editor.count()).toBe(0);
  expect(await cell('scratch').root.locator('.cell-source:visible').innerText()).toContain("'first'");
}, 90_000);

test('a change of a live cell’s input runs it again; Reset puts the input back', async () => {
  const { cell } = await openKitchen();
  await cell('live').run();
  await expect.poll(() => cell('live').output.innerText()).toContain('100');
  await cell('live').output.getByRole('spinbutton').fill('21');
  await cell('live').output.getByRole('spinbutton').press('Tab');
  await expect.poll(() => cell('live').output.innerText()).toContain('42');
  await cell('live').button('Reset').click();
  await cell('live').run();
  await expect.poll(() => cell('live').output.innerText()).toContain('100');
});
