import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closePages, closeSite, openKitchen, openSite, type Opened } from './cell-page.ts';

beforeAll(openSite);
afterEach(closePages);
afterAll(closeSite);

const used = (): string | undefined => document.documentElement.dataset['backend'];

test.each(['cpu', 'wasm', 'webgpu'])(
  '?backend=%s runs cells on that back end and names it',
  async (backend) => {
    const { page, cell } = await openKitchen({ search: `?backend=${backend}` });
    expect(await page.evaluate(used)).toBeUndefined();
    await cell('tiny').run('done', 60_000);
    expect(await page.evaluate(used)).toBe(backend);
    await expect.poll(() => cell('tiny').output.innerText()).toMatch(/1, 4, 9/);
  },
);

test('without a wish and without a graphics card, WASM is taken', async () => {
  const { page, cell } = await openKitchen({ search: '' });
  await cell('tiny').run();
  expect(await page.evaluate(used)).toBe('wasm');
});

test('the reader sees why, chooses another, and the choice outlives the page', async () => {
  const { page, cell } = await openKitchen({ search: '' });
  await cell('tiny').run();
  const word = page.getByRole('button', { name: /^Back end/ });
  await expect.poll(() => word.innerText()).toBe('WASM');
  await word.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Back end' });
  await expect.poll(() => panel.innerText()).toContain('run on WASM');
  await panel.getByRole('radio', { name: /^CPU/ }).check();
  await page.keyboard.press('Escape');
  expect(await panel.isVisible()).toBe(false);
  await cell('tiny').run();
  await expect.poll(() => page.evaluate(used)).toBe('cpu');
  await page.reload();
  await cell('tiny').run();
  await expect.poll(() => page.evaluate(used)).toBe('cpu');
});

test('the seed decides the random numbers; a new one makes them others', async () => {
  const roll = async (): Promise<Opened> => {
    const opened = await openKitchen({ search: '?backend=cpu&seed=7' });
    await opened.cell('scratch').write('Math.random()');
    await opened.cell('scratch').run();
    return opened;
  };
  const first = await roll();
  await expect.poll(() => first.cell('scratch').output.innerText()).toMatch(/^0\.\d+/);
  const text = await first.cell('scratch').output.innerText();
  const { page, cell } = await roll();
  await expect.poll(() => cell('scratch').output.innerText()).toBe(text);
  await page.getByRole('button', { name: /^Back end/ }).click();
  await page.getByRole('button', { name: 'Draw a new seed' }).click();
  await cell('scratch').is('stale');
  await page.keyboard.press('Escape');
  await cell('scratch').run();
  await expect.poll(() => cell('scratch').output.innerText()).not.toBe(text);
});

test('what looks like a graphics card and is slower than WASM is found out when the page is idle, and remembered', async () => {
  const { page, cell } = await openKitchen({
    search: '',
    before: (fresh) =>
      fresh.addInitScript(() => {
        const info = {
          vendor: 'acme',
          architecture: '',
          device: '',
          description: '',
          isFallbackAdapter: false,
        };
        Object.defineProperty(GPUAdapter.prototype, 'info', { get: () => info });
      }),
  });
  await cell('tiny').run('done', 60_000);
  expect(await page.evaluate(used)).toBe('webgpu');
  const kept = (): Promise<string | null> => page.evaluate(() => localStorage.getItem('descent.probes'));
  await expect.poll(kept, { timeout: 40_000 }).toMatch(/webgpu.*wasm/);
  await page.reload();
  await cell('tiny').run('done', 60_000);
  expect(await page.evaluate(used)).toBe('wasm');
}, 150_000);
