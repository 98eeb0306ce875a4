import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closePages, closeSite, openKitchen, openSite } from './cell-page.ts';

beforeAll(openSite);
afterEach(closePages);
afterAll(closeSite);

test.each([
  ['the kernel’s script', '**/kernel/**'],
  ['the lesson’s record', '**/data/lesson/**'],
])('when %s cannot be fetched the cell says what to do, and Run tries again', async (_, pattern) => {
  const { page, cell } = await openKitchen();
  await page.route(pattern, (route) => route.abort());
  const scratch = cell('scratch');
  await scratch.write("'not lost'");
  await scratch.button('Run').click();
  await scratch.is('failed');
  await expect.poll(() => scratch.output.innerText()).toMatch(/connection/);
  expect(await scratch.source()).toBe("'not lost'");
  await page.unroute(pattern);
  await scratch.run();
  await expect.poll(() => scratch.output.innerText()).toContain('not lost');
});

test('when the scripts of the page itself cannot be fetched the cell says so', async () => {
  const { page, cell } = await openKitchen();
  await page.route(/_astro\/.*\.js/, (route) => route.abort());
  await cell('scratch').button('Run').click();
  await cell('scratch').is('failed');
  expect(await cell('scratch').output.innerText()).toContain('could not be fetched');
});

test('cut off from the net a cell says so, and runs at the next press once the net is back', async () => {
  const { page, cell } = await openKitchen();
  await page.context().setOffline(true);
  await cell('scratch').button('Run').click();
  await cell('scratch').is('failed');
  expect(await cell('scratch').output.innerText()).toContain('Check the connection');
  await page.context().setOffline(false);
  await cell('scratch').run();
});

test('an error after the end of a cell is shown below it', async () => {
  const { cell } = await openKitchen();
  await cell('late-error').run();
  await expect.poll(() => cell('late-error').output.innerText()).toContain('late on purpose');
});

test('a stopped start leaves the cell as it was', async () => {
  const { page, cell } = await openKitchen();
  await page.route('**/data/lesson/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await cell('tiny').button('Run').click();
  await cell('tiny').is('starting');
  await cell('tiny').button('Stop').click();
  await page.waitForTimeout(2_500);
  expect(await cell('tiny').root.getAttribute('data-state')).toMatch(/idle|stopped/);
  expect(await cell('tiny').button('Run').isVisible()).toBe(true);
});
