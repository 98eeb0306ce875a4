import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { closePages, closeSite, openIn, openKitchen, openSite } from './cell-page.ts';

beforeAll(openSite);
afterEach(closePages);
afterAll(closeSite);

const banner = (page: Page) => page.getByRole('region', { name: 'Saved work' });
const rest = (page: Page): Promise<void> => page.waitForTimeout(900);

test('what was typed comes back after a reload, without loading anything heavy', async () => {
  const { page, cell } = await openKitchen();
  await cell('scratch').write("'tomorrow'");
  await rest(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.reload();
  await expect.poll(() => cell('scratch').source()).toBe("'tomorrow'");
  expect(await cell('scratch').root.locator('.cell-source:visible').innerText()).toContain("'tomorrow'");
  expect(requests.filter((url) => /kernel\/|monaco|wasm|data\/lesson/.test(url))).toEqual([]);
  await cell('scratch').run();
  await expect.poll(() => cell('scratch').output.innerText()).toContain('tomorrow');
});

test('an input that was set comes back', async () => {
  const { page, cell } = await openKitchen();
  await cell('live').run();
  await cell('live').output.getByRole('spinbutton').fill('21');
  await cell('live').output.getByRole('spinbutton').press('Tab');
  await rest(page);
  await page.reload();
  await cell('live').run();
  await expect.poll(() => cell('live').output.innerText()).toContain('42');
});

test('work is written before a run begins', async () => {
  const { page, cell } = await openKitchen();
  await cell('tiny').run();
  await cell('scratch').write('for (;;) {}');
  await cell('scratch').button('Run').click();
  await cell('scratch').is('running');
  const kept = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open('descent');
        open.onsuccess = () => {
          const get = open.result.transaction('work').objectStore('work').get('kitchen-sink/scratch');
          get.onsuccess = () => resolve((get.result as { source: string } | undefined)?.source);
        };
      }),
  );
  expect(kept).toBe('for (;;) {}');
});

const broken: [string, () => void][] = [
  ['is missing', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'throws',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    },
  ],
  [
    'never answers',
    () => (IDBFactory.prototype.open = () => ({ addEventListener() {} }) as unknown as IDBOpenDBRequest),
  ],
];
test.each(broken)('storage that %s: a lasting banner says so, and everything works', async (_, sabotage) => {
  const { page, cell } = await openKitchen({ before: (fresh) => fresh.addInitScript(sabotage) });
  expect(await banner(page).count()).toBe(0);
  await cell('scratch').write("'kept here'");
  await banner(page).waitFor({ timeout: 6_000 });
  await cell('scratch').run();
  await expect.poll(() => cell('scratch').output.innerText()).toContain('kept here');
  const download = page.waitForEvent('download');
  await banner(page).getByRole('button', { name: 'Save my work as a file' }).click();
  const stream = await (await download).createReadStream();
  const text = (await stream.toArray()).join('');
  expect(JSON.parse(text)).toMatchObject({ cells: [{ cell: 'scratch', source: "'kept here'" }] });
});

test('a full disk is said, and the text stays', async () => {
  const { page, cell } = await openKitchen();
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    quotaSize: 50_000,
  });
  const long = `'${'x'.repeat(150_000)}'.length`;
  await cell('scratch').write(long);
  await banner(page).waitFor({ timeout: 6_000 });
  expect(await banner(page).innerText()).toContain('no room');
  expect(await cell('scratch').source()).toBe(long);
  await cell('scratch').run();
  await expect.poll(() => cell('scratch').output.innerText()).toContain('150000');
});

test('two tabs: neither text is lost, and the second is offered the first one’s', async () => {
  const { page, cell } = await openKitchen();
  const second = await openIn(await page.context().newPage());
  await cell('scratch').write("'from the first'");
  await rest(page);
  await second.cell('scratch').write("'from the second'");
  const note = second.cell('scratch').root.locator('.cell-note');
  await expect.poll(() => note.innerText()).toContain("'from the first'");
  expect(await second.cell('scratch').source()).toBe("'from the second'");
  await note.getByRole('button', { name: 'Take the other text' }).click();
  expect(await second.cell('scratch').source()).toBe("'from the first'");
});

test('when the lesson’s text has changed since, the reader sees the difference and chooses', async () => {
  const { page, cell } = await openKitchen();
  await cell('scratch').write("'mine'");
  await rest(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open('descent');
        open.onsuccess = () => {
          const store = open.result.transaction('work', 'readwrite').objectStore('work');
          const get = store.get('kitchen-sink/scratch');
          get.onsuccess = () => {
            store.put({ ...(get.result as object), base: 'another' }, 'kitchen-sink/scratch').onsuccess =
              resolve;
          };
        };
      }),
  );
  await page.reload();
  const note = cell('scratch').root.locator('.cell-note');
  await expect.poll(() => note.innerText()).toMatch(/has changed[\s\S]*− 'mine'[\s\S]*\+ 'type here'/);
  expect(await cell('scratch').source()).toBe("'mine'");
  await note.getByRole('button', { name: 'Keep mine' }).click();
  await rest(page);
  await page.reload();
  await expect.poll(() => cell('scratch').source()).toBe("'mine'");
  expect(await note.count()).toBe(0);
});

test('a damaged record is set aside: the page works and the rest comes back', async () => {
  const { page, cell } = await openKitchen();
  await cell('scratch').write("'good'");
  await cell('tiny').write('1');
  await rest(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open('descent');
        open.onsuccess = () => {
          const store = open.result.transaction('work', 'readwrite').objectStore('work');
          store.put({ format: 99, source: { not: 'text' } }, 'kitchen-sink/tiny').onsuccess = resolve;
        };
      }),
  );
  await page.reload();
  await expect.poll(() => cell('scratch').source()).toBe("'good'");
  expect(await cell('tiny').source()).toContain('tf.tensor([1, 2, 3])');
});
