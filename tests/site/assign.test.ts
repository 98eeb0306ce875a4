import AxeBuilder from '@axe-core/playwright';
import { correction, generate } from 'lean-qr';
import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { Assignment } from '../../src/teaching/assignment.ts';
import { readAssignment, writeAssignment } from '../../src/teaching/files.ts';
import { readFragment } from '../../src/teaching/link.ts';
import { writeSubmission } from '../../src/teaching/submission.ts';
import { tabTo } from './keyboard.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();

async function teaching(
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 900 },
    // Not the zone of the tests' machine, and not that of the dates.
    timezoneId: 'America/New_York',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`${site.url}teach/`);
  if (options.javaScriptEnabled !== false) await page.getByRole('list', { name: 'The course' }).waitFor();
  await use(page);
  expect(complaints).toEqual([]);
  await context.close();
}

const utc = (text: string): number => Date.parse(`${text}Z`);
const link = (page: Page) => page.getByLabel('Link for your students');
const read = async (address: string) => (await readFragment(new URL(address).hash)) as Assignment;
/** What the link holds, once it is that. */
const given = async (page: Page): Promise<Assignment> => read(await link(page).inputValue());
const chapter = (page: Page) => page.getByRole('checkbox', { name: '4 Learning as descent' });
const fold = (page: Page) => page.getByRole('button', { name: 'Lessons of chapter 4' });
const optimisers = (page: Page) => page.getByRole('checkbox', { name: '4.3 The optimiser family' });
const due = (page: Page) => page.getByLabel('Due', { exact: false }).first();
const sum = (page: Page) => page.locator('.assign-sum').innerText();
const opened = (page: Page) => page.locator('.assign-open [role="status"]');

async function saved(page: Page): Promise<{ name: string; bytes: Buffer<ArrayBuffer> }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: Buffer.from(readFileSync(await download.path())) };
}

const openFile = (page: Page, bytes: Uint8Array) =>
  page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'x.gz', mimeType: 'application/gzip', buffer: Buffer.from(bytes) });

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Or its link').fill(text);
  await page.getByRole('button', { name: 'Open the link' }).click();
}

test('a teacher chooses, says how, and gives out: by mouse', async () => {
  await teaching(
    async (page) => {
      await page.getByText('Choose something above, and its link stands here').waitFor();
      await chapter(page).check();
      await link(page).waitFor();
      expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Learning as descent');
      await chapter(page).uncheck();
      await page.getByText('Choose something above').waitFor();

      await fold(page).click();
      await optimisers(page).check();
      await page.getByRole('checkbox', { name: /^Look both ways/ }).check();
      expect(await chapter(page).evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
      await page.getByLabel('Points for Put on the skis').fill('2.5');
      expect(await sum(page)).toContain('6 items, 29.5 points');
      await due(page).fill('2026-12-04T18:00');
      await page.getByLabel('Time zone').selectOption('Europe/Zurich');
      expect(await page.locator('#assign-due-words').innerText()).toMatch(
        /4 December 2026.* 18:00 \(Europe\/Zurich\)/u,
      );
      await page.getByRole('textbox', { name: 'Title' }).fill('Week <b>3</b>');
      await page.getByLabel('Note to students').fill('<img src=x onerror=alert(1)>');
      await page.getByText('Rules.').click();
      await page.getByLabel('Tries at an exercise').fill('3');
      await page.getByLabel('Show solutions and a quiz’s answers').selectOption('after the due date');
      expect(await page.locator('.assign-rules summary').innerText()).toContain(
        '3 tries at each exercise, hints allowed, solutions after',
      );

      await expect
        .poll(() => given(page))
        .toMatchObject({
          ...{ title: 'Week <b>3</b>', note: '<img src=x onerror=alert(1)>', asks: 'name' },
          ...{ opens: null, due: utc('2026-12-04T17:00'), zone: 'Europe/Zurich', extensions: [] },
          policy: { tries: 3, hints: true, solutions: 'due', exercises: 'whole', answers: 'first' },
        });
      const { items, id } = await given(page);
      expect(id).toMatch(/^[0-9a-z]{12,}$/);
      expect(items.map(({ lesson, part, points }) => `${lesson}/${part} ${points}`).slice(0, 2)).toEqual([
        'foggy-mountain/central-difference 5',
        'optimisers/write-momentum 2.5',
      ]);
      const address = await link(page).inputValue();
      expect(address.startsWith(`${site.url}assignment/#a=1.`)).toBe(true);
      expect(await page.getByRole('link', { name: 'See it as a student' }).getAttribute('href')).toBe(
        address,
      );
      await page.getByRole('button', { name: 'Copy the link' }).click();
      await page.getByText('Copied. Paste it').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

      await page.getByRole('button', { name: 'Add a student' }).click();
      const personal = page.getByLabel('Link for this student alone');
      expect(await page.locator('.assign-extensions .assign-fault').count()).toBe(0);
      expect(await personal.getAttribute('placeholder')).toBe('needs a name');
      await page.getByLabel('Name, as the student types it').fill('Ada');
      await page.locator('#assign-extension-0').fill('2026-12-07T18:00');
      expect(await page.locator('#assign-extension-0-words').innerText()).toMatch(
        /7 December 2026.* 18:00 \(Europe\/Zurich\)/u,
      );
      await expect
        .poll(async () => read(await personal.inputValue()))
        .toMatchObject({ id, extensions: [{ student: 'Ada', due: utc('2026-12-07T17:00') }] });
      expect(await link(page).inputValue()).toBe(address);

      await page.getByRole('button', { name: 'Later' }).click();
      await expect.poll(async () => (await given(page)).due).toBe(utc('2026-12-11T17:00'));
      expect(await page.locator('.assign-shift [role="status"]').innerText()).toContain('11 December 2026');
      await page.getByText('This is another link than the one that you gave out').waitFor();
      await page.getByLabel('Or so that it is due on').fill('2027-04-02T18:00');
      await page.getByRole('button', { name: 'Move', exact: true }).click();
      // Clocks in Zurich are an hour ahead by then.
      await expect.poll(async () => (await given(page)).due).toBe(utc('2027-04-02T16:00'));

      const behind = page.locator('.assign-unsaved');
      expect(await behind.innerText()).toBe('Not saved yet.');
      const { name, bytes } = await saved(page);
      await expect.poll(() => behind.innerText()).toBe('');
      await page.reload();
      await link(page).waitFor();
      expect(await behind.innerText()).toBe('');
      await page.getByRole('button', { name: 'Remove Ada' }).click();
      expect(await behind.innerText()).toBe('Not saved since the last change.');
      expect(name).toBe('week-b-3-b.assignment.descent.gz');
      const file = (await readAssignment(new Uint8Array(bytes))) as Assignment;
      expect(file).toMatchObject({ id, extensions: [{ student: 'Ada', due: utc('2027-04-05T16:00') }] });
      expect(await page.getByText('This is another link').count()).toBe(0);
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('the link is reached by keyboard alone', async () => {
  await teaching(async (page) => {
    const keys = page.keyboard;
    await tabTo(page, fold(page));
    await keys.press('Enter');
    await tabTo(page, optimisers(page));
    await keys.press('Space');
    await tabTo(page, due(page));
    await keys.type('120420260600PM');
    await tabTo(page, page.getByRole('button', { name: 'Copy the link' }));
    expect(await given(page)).toMatchObject({ title: 'The optimiser family', due: utc('2026-12-04T23:00') });
    await tabTo(page, page.getByRole('button', { name: 'Add a student' }));
    await keys.press('Enter');
    await keys.type('Bo');
    await tabTo(page, page.getByRole('button', { name: 'Remove Bo' }));
    await keys.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Add a student');
  });
});

test('what is chosen while the list is searched is what is seen', async () => {
  await teaching(async (page) => {
    await page.getByRole('searchbox', { name: 'Show only parts' }).fill('quiz descent');
    await page
      .getByText('3 of 56 parts')
      .or(page.getByText(/^3 of \d+ parts$/))
      .waitFor();
    await chapter(page).check();
    expect(await sum(page)).toContain('3 items');
    await page.getByRole('searchbox', { name: 'Show only parts' }).fill('');
    expect(await chapter(page).evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
    expect((await given(page)).items.every(({ kind }) => kind === 'quiz')).toBe(true);
    await fold(page).click();
    const look = page.getByRole('link', { name: 'Look at Put on the skis' });
    expect(await look.getAttribute('href')).toBe(`${site.url}optimisers/#write-momentum`);
    expect(await look.getAttribute('target')).toBe('_blank');
  });
});

test('a reload loses nothing, and a broken draft is dropped', async () => {
  await teaching(async (page) => {
    await chapter(page).check();
    await page.getByRole('textbox', { name: 'Title' }).fill('Week 3');
    await due(page).fill('2026-12-04T18:00');
    await expect.poll(async () => (await given(page)).due).toBe(utc('2026-12-04T23:00'));
    const address = await link(page).inputValue();
    await page.reload();
    await link(page).waitFor();
    expect(await link(page).inputValue()).toBe(address);
    expect(await fold(page).getAttribute('aria-expanded')).toBe('true');
    for (const text of ['{', '7', '{"__proto__":{"polluted":true}}', `{"id":"${'x'.repeat(500_000)}"}`]) {
      await page.evaluate((value) => localStorage.setItem('descent.assign', value), text);
      await page.reload();
      await page.getByText('Choose something above').waitFor();
    }
  });
});

test('faults stand at their fields, and stop the link only where they must', async () => {
  await teaching(async (page) => {
    await optimisersOf(page);
    await due(page).fill('2020-12-04T18:00');
    await page.getByText('This is past').waitFor();
    await expect.poll(async () => (await given(page)).due).toBe(utc('2020-12-04T23:00'));
    await page.getByLabel('Opens').fill('2026-12-04T18:00');
    await page.getByText('There is no link as long as this stands').waitFor();
    expect(await due(page).getAttribute('aria-invalid')).toBe('true');
    const fault = (await due(page).getAttribute('aria-describedby'))?.split(' ')[0] ?? '';
    expect(await page.locator(`[id="${fault}"]`).innerText()).toContain('due before it opens');
    await page.getByRole('button', { name: 'Go there' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('assign-due');
    await page.getByLabel('Opens').fill('');
    await link(page).waitFor();
    await page.getByLabel('Points for Put on the skis').fill('');
    await fold(page).click();
    await page.getByRole('button', { name: /^Go there.*“Put on the skis”/ }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Points for Put on the skis',
    );
  });
});

async function optimisersOf(page: Page): Promise<void> {
  await fold(page).click();
  await optimisers(page).check();
  await link(page).waitFor();
}

test('a file brings it back another day, with what the course has changed since', async () => {
  await teaching(async (page) => {
    await optimisersOf(page);
    const before = await given(page);
    const { bytes } = await saved(page);
    const file = (await readAssignment(new Uint8Array(bytes))) as Assignment;

    await page.getByRole('button', { name: 'New assignment' }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('button', { name: 'Begin a new one' }).click();
    await page.getByText('Choose something above').waitFor();
    await openFile(page, bytes);
    await link(page).waitFor();
    expect(await given(page)).toEqual(before);

    const [one, ...others] = file.items;
    const title = '<img src=x onerror="document.title=1"> & =1+1';
    const old: Assignment = {
      ...{ ...file, title, extensions: [{ student: '__proto__', due: utc('2026-12-04T17:00') }] },
      items: [{ ...one!, hash: 'zzzzzzzz' }, { ...one!, lesson: 'gone', part: 'gone' }, ...others],
    };
    await openFile(page, await writeAssignment(old));
    await page.getByText('1 item changed in the course since').waitFor();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(title);
    expect(await opened(page).innerText()).toContain(title);
    expect(await page.locator('descent-assign img').count()).toBe(0);
    expect(await page.getByLabel('Name, as the student types it').inputValue()).toBe('__proto__');
    expect(await page.locator('.assign-part', { hasText: 'Put on the skis' }).innerText()).toContain(
      'changed since',
    );
    await page.getByText('Exercise “gone” of the lesson “gone”').waitFor();
    expect(await sum(page)).toContain('6 items');
    await page.getByRole('button', { name: 'Take the present versions' }).click();
    expect(await page.getByText('changed since').count()).toBe(0);
    await expect.poll(async () => (await given(page)).items).toEqual(before.items);
    expect((await given(page)).id).toBe(before.id);
  });
});

test('a link that is pasted is opened; what is none is refused in words, and nothing is lost', async () => {
  await teaching(async (page) => {
    await optimisersOf(page);
    const address = await link(page).inputValue();
    for (const [text, says] of [
      ['hello', 'no “#a=” in it'],
      [address.slice(0, -20), 'Copy it again'],
      [`${site.url}assignment/#a=1.${'A'.repeat(70_000)}`, 'longer than links'],
      [address.replace('#a=1.', '#a=7.'), 'newer version'],
      ['{"__proto__":{"x":1}}#a=<b>', 'cut or changed'],
    ] as const) {
      await paste(page, text);
      await expect.poll(() => opened(page).innerText()).toContain(says);
      expect(await link(page).inputValue()).toBe(address);
    }
    await openFile(page, Buffer.from('not a file of ours'));
    await expect.poll(() => opened(page).innerText()).toContain('This is not an assignment');
    const made = { id: 'k3v9x2m1q8', title: 'Week 3' };
    await openFile(
      page,
      await writeSubmission({
        assignment: made,
        student: 'Ada',
        made: 1,
        course: '',
        items: [],
        lessons: [],
      }),
    );
    await expect.poll(() => opened(page).innerText()).toContain('This is what a student handed in.');
    expect(await opened(page).getByRole('link', { name: 'Take it in here' }).getAttribute('href')).toBe(
      `${site.url}teach/collect/`,
    );
    await openFile(page, Buffer.alloc(3_000_000));
    await expect.poll(() => opened(page).innerText()).toContain('larger than 1 MB');

    await page.getByRole('textbox', { name: 'Title' }).fill('Another');
    await paste(page, `See you on Friday.\n${address} Yours, E.`);
    await expect.poll(() => opened(page).innerText()).toContain('Opened: “The optimiser family”');
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('The optimiser family');
    await page.getByRole('button', { name: 'Put back what was here' }).click();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Another');
  });
});

describe('the QR code', () => {
  test('is that of the link, dark on white, with its margin, in the dark too', async () => {
    await teaching(
      async (page) => {
        await optimisersOf(page);
        const code = generate(await link(page).inputValue(), { minCorrectionLevel: correction.L });
        const svg = page.getByRole('img', { name: 'QR code of the link' }).first();
        // Painted and looked at, square by square.
        const dark = await svg.evaluate(async (element, size) => {
          const text = new XMLSerializer().serializeToString(element);
          const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
          const image = Object.assign(new Image(size * 3, size * 3), { src: url });
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), {
            width: size * 3,
            height: size * 3,
          });
          const context = canvas.getContext('2d', { willReadFrequently: true })!;
          context.drawImage(image, 0, 0, size * 3, size * 3);
          return Array.from({ length: size * size }, (_, i) => {
            const [red = 0, , , alpha] = context.getImageData(
              (i % size) * 3 + 1,
              Math.floor(i / size) * 3 + 1,
              1,
              1,
            ).data;
            return alpha === 255 && red < 128;
          });
        }, code.size + 8);
        const wanted = dark.map((_, i) => {
          const size = code.size + 8;
          return code.get((i % size) - 4, Math.floor(i / size) - 4);
        });
        expect(dark).toEqual(wanted);
        const large = page.getByRole('button', { name: 'Show it large' });
        await large.click();
        const shown = page.getByRole('dialog', { name: 'The optimiser family' });
        const width = await shown
          .getByRole('img')
          .evaluate((element) => element.getBoundingClientRect().width);
        expect(width).toBeGreaterThan(700);
        await page.keyboard.press('Escape');
        expect(await large.evaluate((element) => element === document.activeElement)).toBe(true);
      },
      { colorScheme: 'dark' },
    );
  });

  test('is left out where cameras could not read it, and the page says what to do', async () => {
    await teaching(async (page) => {
      await optimisersOf(page);
      // Random letters do not get shorter when they are packed.
      let seed = 7;
      const letters = Array.from({ length: 2_500 }, () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed.toString(36).at(-3);
      });
      await page.getByLabel('Note to students').fill(letters.join(''));
      await page.getByText('too long for a QR code').waitFor();
      expect(await page.getByRole('img', { name: 'QR code' }).count()).toBe(0);
      expect((await given(page)).note).toHaveLength(2_500);
    });
  });
});

test('the hand-out stands alone on paper, with all that a student needs', async () => {
  await teaching(async (page) => {
    await optimisersOf(page);
    await page.getByLabel('Note to students').fill('Bring <b>questions</b>.');
    await due(page).fill('2026-12-04T18:00');
    await expect.poll(async () => (await given(page)).due).toBe(utc('2026-12-04T23:00'));
    const address = await link(page).inputValue();
    await page.evaluate(() =>
      Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }),
    );
    await page.getByRole('button', { name: 'Print a hand-out' }).click();
    await page.locator('body[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('body').innerText();
    expect(text.trim().startsWith('The optimiser family')).toBe(true);
    for (const part of [
      'Bring <b>questions</b>.',
      'Put on the skis',
      '5 points',
      'In a quiz your first answer',
      address,
    ])
      expect(text.replaceAll('\n', ''), part).toContain(part);
    expect(text).toMatch(/4 December 2026.* 18:00 \(America\/New_York\)/u);
    for (const part of ['Show only parts', 'Copy the link', 'Glossary', 'Take in what', 'Search'])
      expect(text, part).not.toContain(part);
    expect(await page.locator('.assign-paper svg').isVisible()).toBe(true);
  });
});

test('without a clipboard the link is selected, to be copied by hand', async () => {
  await teaching(async (page) => {
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await optimisersOf(page);
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('The link is selected').waitFor();
    const selected = await link(page).evaluate(
      (field: HTMLInputElement) =>
        document.activeElement === field &&
        field.selectionEnd === field.value.length &&
        field.selectionStart === 0,
    );
    expect(selected).toBe(true);
  });
});

describe('the page', () => {
  test('without JavaScript says what it needs', async () => {
    await teaching(
      async (page) => {
        expect(await page.locator('noscript p').first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });

  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const)
    test(`axe finds nothing, and nothing is wider than the window, ${colorScheme} ${width}px`, async () => {
      await teaching(
        async (page) => {
          await optimisersOf(page);
          await page.getByText('Rules.').click();
          await page.getByLabel('Opens').fill('2026-12-04T18:00');
          await due(page).fill('2026-12-11T18:00');
          await page.getByRole('button', { name: 'Add a student' }).click();
          const axe = async () =>
            (
              await new AxeBuilder({ page })
                // Four hundred options that are alike.
                .exclude('#assign-zone optgroup:last-of-type')
                .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
                .analyze()
            ).violations;
          expect(await axe()).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          await due(page).fill('2026-12-01T18:00');
          await page.getByText('There is no link as long as this stands').waitFor();
          expect(await axe()).toEqual([]);
        },
        { colorScheme, viewport: { width, height: 800 } },
      );
    });
});
