import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Download, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { courseVersion, type Assignable } from '../../src/teaching/assignable.ts';
import { toFragment } from '../../src/teaching/link.ts';
import { pack } from '../../src/teaching/packing.ts';
import {
  readSubmission,
  selfReported,
  type HandedExercise,
  type Submission,
} from '../../src/teaching/submission.ts';
import { day, item, take, taken, week } from './assignment-page.ts';
import { exerciseOf } from './exercise-page.ts';
import { tabTo } from './keyboard.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll({ tidy: true });

const complaints: string[] = [];
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({
    ...{ viewport: { width: 1280, height: 900 }, timezoneId: 'Europe/Zurich', acceptDownloads: true },
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  complaints.length = 0;
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return page;
}

const go = (page: Page, path: string) => page.goto(`${site.url}${path}`);
/** A new address of the same page: the browser loads nothing. */
const follow = (page: Page, fragment: string) => page.evaluate((hash) => (location.hash = hash), fragment);
const main = (page: Page) => page.locator('descent-assignment');
const adopt = (page: Page) => page.getByRole('button', { name: 'Start this assignment' });
const own = async (page: Page) => {
  await go(page, `assignment/#${week.id}`);
  await page.locator('#assignment-hand').waitFor();
};
const right = 'function step(w: number, slope: number, eta: number): number {\n  return w - eta * slope;\n}';
const wrong = right.replace('- eta', '+ eta');

test('a link is shown first, and nothing is kept before the click', async () => {
  const page = await open();
  await go(page, `assignment/${await toFragment(week)}`);
  await adopt(page).waitFor();
  // Nothing was done yet, so that nothing is said of it, and no frame is around it.
  expect(
    await main(page)
      .locator('.assignment-says')
      .evaluate((place) => place.matches(':empty')),
  ).toBe(true);
  const text = await main(page).innerText();
  for (const words of [
    ...['Week 3: <b>steps</b>', 'the site does not know who made it. If in doubt, ask your teacher.'],
    ...[
      '<img src=x onerror=alert(1)>',
      '(Asia/Tokyo)',
      'for you: ',
      '(Europe/Zurich)',
      '10 points for 4 parts',
    ],
    ...['Change a line', 'You have 2 tries at each exercise', 'you are asked for your name'],
  ])
    expect(text).toContain(words);
  expect(await main(page).locator('b, img').count()).toBe(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

  await adopt(page).click();
  await page.locator('#assignment-hand').waitFor();
  expect(await page.evaluate(() => [location.hash, document.activeElement?.textContent])).toEqual([
    `#${week.id}`,
    week.title,
  ]);
  expect((await taken(page)).map(({ assignment }) => assignment.title)).toEqual([week.title]);
  const says = main(page).locator('.assignment-says');
  expect(await says.innerText()).toMatch(/is on your first page now\. Begin with step\./);
  expect(await says.getByRole('link', { name: 'step' }).getAttribute('href')).toMatch(
    /kitchen-exercise\/#step$/,
  );
  await says.getByRole('link', { name: 'your first page' }).click();
  await page.waitForURL(site.url);
  const card = page.locator('descent-assignments li').first();
  await card.getByRole('link', { name: week.title }).waitFor();
  expect(await card.innerText()).toMatch(/Due in 5 days\s+\w+day, .*\(Asia\/Tokyo\)\s+0 of 4 done/);
  await card.getByText('What is asked').click();
  await card.getByRole('link', { name: 'Change a line' }).click();
  await page.waitForURL('**/laboratory/#percent');
  expect(complaints).toEqual([]);
});

test('links that hold no assignment are refused in words, and change nothing', async () => {
  const page = await open();
  await take(page, site.url, week);
  const whole = await toFragment(week);
  const packed = async (data: string) => `#a=1.${await pack(data)}`;
  const faults: [fragment: string, words: string][] = [
    [whole.slice(0, 60), 'a part of it may be missing'],
    [`${whole} and more`, 'cut or changed'],
    [whole.replace('#a=1.', '#a=2.'), 'newer version'],
    [`#a=1.${'x'.repeat(60_001)}`, 'longer than links'],
    [await packed('x'.repeat(300_000)), 'more than 200 kB'],
    [await packed('{"__proto__":{"title":"x"},"constructor":1}'), 'something else than an assignment'],
    [await packed(JSON.stringify(['<b>', 1])), 'something else than an assignment'],
  ];
  await go(page, 'assignment/');
  for (const [fragment, words] of faults) {
    await follow(page, fragment);
    await main(page).locator('.desk-note.fault', { hasText: words }).waitFor();
  }
  await follow(page, '#nosuchassignment');
  await page.getByRole('heading', { name: 'This assignment is not in this browser' }).waitFor();
  expect(await taken(page)).toHaveLength(1);
  expect(await page.evaluate(() => 'title' in {})).toBe(false);
  expect(complaints).toEqual([]);
});

test('the same assignment again says what is different, and loses nothing', async () => {
  const page = await open();
  await take(page, site.url, week);
  await own(page);
  await page.getByLabel('Your name').fill('Ada');
  const later = {
    ...{ ...week, due: (week.due ?? 0) + 2 * day, items: week.items.slice(1) },
    policy: { ...week.policy, hints: true },
  };
  await follow(page, await toFragment(later));
  const card = main(page).locator('.assignment-take');
  await card.waitFor();
  expect(await card.innerText()).toMatch(
    /It is due on .*\nNo longer asked for: “step”.*\nAnother rule: Hints may/,
  );
  await card.getByRole('link', { name: 'Keep what I have' }).click();
  await page.locator('#assignment-hand').waitFor();
  expect((await taken(page))[0]?.assignment.items).toHaveLength(4);
  await page.goBack();
  await card.getByRole('button', { name: 'Take the new one' }).click();
  await page.locator('#assignment-hand').waitFor();
  expect((await taken(page))[0]).toMatchObject({ student: 'Ada', assignment: { due: later.due } });
  // Somebody else's date is no better: what is there stays at hand.
  await follow(
    page,
    await toFragment({ ...later, extensions: [{ student: 'Mia', due: later.due + day }] }, 'Mia'),
  );
  await card.getByText('This link is for “Mia”, with another date.').waitFor();
  expect(await card.locator('.strong-button').innerText()).toBe('Keep what I have');
  await card.getByRole('button', { name: 'Take this one all the same' }).click();
  await page.getByText('Your later date is for “Mia”: under another name you may count as late.').waitFor();
  expect(await page.getByLabel('Your name').getAttribute('aria-describedby')).toContain('assignment-other');
  await page.getByLabel('Your name').fill('mia');
  await expect.poll(() => page.locator('#assignment-other').innerText()).toBe('');
  await follow(page, await toFragment(later));
  await card.getByText('This link is for everybody, without the date for “Mia”.').waitFor();
  await card.getByRole('button', { name: 'Take this one all the same' }).click();
  await page.locator('#assignment-hand').waitFor();
  // The very same again: straight to it.
  await go(page, 'progress/');
  await go(page, `assignment/${await toFragment(later)}`);
  await page.locator('#assignment-hand').waitFor();
});

/** Holds a script back, to see how far what stands below moves when it has come. */
async function held(page: Page, script: RegExp, below: string) {
  const top = () => page.locator(below).evaluate((place) => place.getBoundingClientRect().top);
  let arrive = (): void => undefined;
  await page.route(script, async (route) => {
    await new Promise<void>((resolve) => (arrive = resolve));
    await route.continue();
  });
  return {
    begin: (open: () => Promise<unknown>) => Promise.all([page.waitForRequest(script), open()]),
    async moved(what: string): Promise<number> {
      const before = await top();
      arrive();
      await page.locator(what).first().waitFor();
      await page.waitForTimeout(200);
      return Math.abs((await top()) - before);
    },
  };
}

test('on the first page nothing moves when its cards come', async () => {
  const page = await open();
  await take(page, site.url, week, { ...week, id: 'another01', title: 'Week 4' });
  const drawn = await held(page, /cards[^/]*\.js/, '.promises');
  await drawn.begin(() => go(page, ''));
  expect(await drawn.moved('descent-assignments h3')).toBeLessThan(1);
  expect(await page.locator('descent-assignments > ul > li').count()).toBe(2);
});

test('on a phone the cards stand before the picture, and what is in the file is not cut', async () => {
  const page = await open({ viewport: { width: 360, height: 740 } });
  await take(page, site.url, week);
  await go(page, 'kitchen-exercise/#step');
  const step = exerciseOf(page, 'step');
  await step.near();
  await step.write(wrong);
  await step.check();
  await page.waitForTimeout(700);
  await go(page, '');
  const card = page.locator('descent-assignments h3');
  await card.waitFor();
  const top = (place: typeof card) => place.evaluate((element) => element.getBoundingClientRect().top);
  expect(await top(card)).toBeLessThan(await top(page.locator('.opening figure')));
  await own(page);
  const table = page.getByRole('region', { name: 'What will be in the file' });
  expect(await table.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
  expect(await page.getByRole('row', { name: 'step' }).getByRole('cell').count()).toBe(4);
});

test('a lesson says what is left in it, live, in room that was kept; folded it stays folded', async () => {
  const page = await open();
  await take(page, site.url, week);
  const drawn = await held(page, /panel[^/]*\.js/, '.prose');
  await drawn.begin(() => go(page, 'kitchen-exercise/'));
  const panel = page.locator('descent-assigned');
  expect(await drawn.moved('.assigned')).toBeLessThan(1);
  expect(await panel.innerText()).toMatch(/Week 3: <b>steps<\/b>\s+Due in 5 days\s+2 of 2 left here/);
  const link = panel.getByRole('link', { name: 'Exercise: Write the step' });
  await link.click();
  const step = exerciseOf(page, 'step');
  await step.near();
  await step.write(right);
  await step.check();
  await expect.poll(() => panel.innerText()).toContain('1 of 2 left here');
  expect(await panel.locator('li').first().innerText()).toMatch(/✓\s*done\s+Exercise: Write the step/);

  await panel.locator('summary').click();
  await drawn.begin(() => page.reload());
  expect(await drawn.moved('.assigned')).toBeLessThan(1);
  expect(await panel.locator('details').getAttribute('open')).toBeNull();
  await page.emulateMedia({ media: 'print' });
  expect(await panel.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test('the part that was the last of a lesson says where to hand in', async () => {
  const page = await open();
  await take(page, site.url, { ...week, items: week.items.slice(0, 1) });
  await go(page, 'kitchen-exercise/#step');
  const step = exerciseOf(page, 'step');
  await step.near();
  expect(await page.locator('.assigned-done').count()).toBe(0);
  await step.write(right);
  await step.check();
  const line = page.locator('#step + .assigned-done');
  await line.getByText(`All done here for “${week.title}”: hand in →`).waitFor();
  expect(await page.locator('.assigned').innerText()).toContain('All done here: hand in →');
  await line.getByRole('link').click();
  await page.locator('#assignment-hand').waitFor();
});

test('in an exercise the rules hold until it is due: hints, solution, tries', async () => {
  const page = await open();
  await take(page, site.url, week);
  await go(page, 'kitchen-exercise/#step');
  const step = exerciseOf(page, 'step');
  const rules = step.root.locator('.exercise-rules');
  const rulesNow = () => rules.innerText();
  await step.near();
  await expect.poll(rulesNow).toContain('0 of 2 tries that count are used.');
  expect(await rulesNow()).toContain(`Your assignment “${week.title}” allows no hints until `);
  await step.button('Hint').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => step.root.locator('.exercise-says').innerText()).toContain('allows no hints');
  expect(await step.root.locator('.exercise-hint').first().isVisible()).toBe(false);
  expect(await step.button('Hint').getAttribute('aria-disabled')).toBe('true');
  for (const press of [1, 2]) {
    await step.button('Solution').click({ force: true });
    await expect
      .poll(() => step.root.locator('.exercise-says').innerText(), { message: `${press}` })
      .toContain('once your own has passed');
  }
  expect(await step.root.getByRole('region', { name: 'A solution' }).count()).toBe(0);
  await step.write(wrong);
  await step.check();
  await expect.poll(rulesNow).toContain('1 of 2 tries that count are used.');
  await step.write(right);
  await step.check();
  await expect.poll(rulesNow).toContain('you can check on, and your file says how often');
  // Passed: the solution is free.
  await step.button('Solution').click();
  await step.root.getByRole('region', { name: 'A solution' }).waitFor();
  // A part that is not asked for has no rules.
  const other = exerciseOf(page, 'low-cost');
  await other.near();
  await other.button('Hint').click();
  await expect.poll(() => other.root.locator('.exercise-says').innerText()).toMatch(/^Hint 1 is open/);

  await take(page, site.url, { ...week, due: Date.now() - day });
  await go(page, 'kitchen-exercise/#step');
  await step.near();
  await step.button('Hint').click();
  await expect.poll(() => step.root.locator('.exercise-says').innerText()).toMatch(/^Hint 1 is open/);
  await expect.poll(rulesNow).toBe('');
  // Seen now; with hints forbidden again they are not there.
  await page.waitForTimeout(300);
  await take(page, site.url, week);
  await go(page, 'kitchen-exercise/#step');
  await step.near();
  await expect.poll(rulesNow).toContain('no hints');
  expect(await step.root.locator('.exercise-hint').first().isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test('in a quiz the answers are not shown, and it says which answer counts', async () => {
  const page = await open();
  await take(page, site.url, week);
  await go(page, 'kitchen-quiz/#rates');
  const question = page.locator('#rates-one-at-1');
  await question.locator('.question-check').waitFor();
  const rules = page.locator('#rates .quiz-rules');
  await expect.poll(() => rules.innerText()).toContain('your first answer to each question counts');
  expect(await rules.innerText()).toContain('shows an answer once your own is right');
  await question.getByRole('button', { name: 'Show the answer' }).click({ force: true });
  expect(await question.getAttribute('data-state')).toBe('open');
});

/** What was handed in, read back as a teacher's page does. */
async function fileOf(download: Download): Promise<Submission> {
  const read = await readSubmission(new Uint8Array(readFileSync(await download.path())));
  if ('fault' in read) throw new Error(read.fault);
  expect(read.intact).toBe(true);
  return read.submission;
}

const save = async (page: Page): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save / }).click(),
  ]);
  return download;
};

test('handing in: a name first, then one file that a teacher’s page reads', async () => {
  const page = await open();
  await take(page, site.url, week);
  await go(page, 'kitchen-exercise/#step');
  const step = exerciseOf(page, 'step');
  await step.near();
  await step.write(wrong);
  await step.check();
  await page.waitForTimeout(700);
  await go(page, 'kitchen-quiz/#rates');
  const question = page.locator('#rates-one-at-1');
  await question.locator('.question-check').waitFor();
  await question.getByText('At 10.').click();
  await question.locator('.question-check').click();
  await page.waitForTimeout(300);

  await own(page);
  expect(await page.getByText(`${selfReported} Your teacher’s page runs`).count()).toBe(1);
  const row = (name: string) => page.getByRole('row', { name });
  expect(await row('step').innerText()).toMatch(/begun\s+1\s+0\s+not seen/);
  expect(await row('rates').innerText()).toMatch(
    /1 answered; 1 right by first answers \(these count\); 1 right now/,
  );
  expect(await row('Change a line').count()).toBe(0);
  expect(await main(page).innerText()).toContain('Not in it: 2 parts that were not begun.');
  const name = page.getByLabel('Your name');
  await page.getByRole('button', { name: /^Save / }).click();
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  expect(await main(page).innerText()).toContain('Type your name first');
  await name.fill('Ada <i>Lovelace</i>');
  await page.getByText('See what is in the file').click();
  await page
    .getByRole('region', { name: 'What is in the file' })
    .getByText('"format": "descent-submission"')
    .waitFor();
  await name.fill('Ada <i>L</i>');
  await page.getByRole('region', { name: 'What is in the file' }).getByText('Ada <i>L</i>').waitFor();
  await name.fill('Ada <i>Lovelace</i>');
  const download = await save(page);
  expect(download.suggestedFilename()).toBe('ada-i-lovelace-i-week-3-b-steps-b.descent.gz');
  await main(page).getByText('is among your downloads').waitFor();
  const { items, student, assignment, course, lessons } = await fileOf(download);
  expect([student, assignment.id]).toEqual(['Ada <i>Lovelace</i>', week.id]);
  expect(items.map(({ part }) => part)).toEqual(['step', 'rates']);
  expect(items[0]).toMatchObject({ source: wrong, tries: 1, passed: false, hash: 'qk2z7a' });
  expect((items[0] as HandedExercise).output).toMatch(/^failed: one step from 10: expected 8, got 12\n/);
  expect(items[1]).toMatchObject({ questions: [{ question: 'one-at-1', tries: 1, firstRight: true }] });
  const listed = (await (await page.request.get(`${site.url}data/assignable.json`)).json()) as Assignable;
  expect(course).toBe(courseVersion(listed));
  expect(lessons.map(({ lesson }) => lesson)).toEqual(['kitchen-exercise', 'kitchen-quiz']);

  await go(page, '');
  await page.getByText('Handed in; see it or hand in again').waitFor();
  await own(page);
  expect(await main(page).innerText()).toMatch(/You last saved a file on/);
  // Without a connection it goes on, and says no less of the work.
  await page.route(/\/data\//, (route) => route.abort());
  await page.reload();
  const again = await fileOf(await save(page));
  expect(again.items).toEqual(items);
  expect(again.course).toBe('');
});

test('nothing done: it says so, and saves after one more press; late: it says that too', async () => {
  const page = await open();
  await take(page, site.url, { ...week, asks: 'nothing', due: Date.now() - day });
  await own(page);
  expect(await main(page).locator('.assignment-phase').innerText()).toMatch(
    /Was due 24 hours ago.*seen as late/s,
  );
  await page.getByRole('button', { name: /^Save / }).click();
  await main(page).getByText('Press again to save it all the same').waitFor();
  const download = await save(page);
  expect(download.suggestedFilename()).toMatch(/^work-week-3/);
  expect((await fileOf(download)).items).toEqual([]);
});

test('progress that is switched off, and storage that is denied, are said with what to do', async () => {
  const page = await open();
  await take(page, site.url, week);
  await page.evaluate(() => localStorage.setItem('descent.progress', '{"off":true}'));
  await own(page);
  await main(page).getByText('Progress is switched off in this browser').waitFor();

  const shut = await open();
  await shut.addInitScript(() => {
    const deny = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: deny });
    Object.defineProperty(window, 'indexedDB', { value: { open: deny } });
  });
  await go(shut, `assignment/${await toFragment({ ...week, asks: 'nothing' })}`);
  await adopt(shut).click();
  await main(shut).getByText('the assignment is here until you leave the page').waitFor();
  await main(shut).getByText('Open the link in another browser').waitFor();
  await shut.getByRole('button', { name: /^Save / }).click();
  await main(shut).getByText('Press again to save it all the same').waitFor();
  await go(shut, 'kitchen-exercise/');
  await go(shut, '');
  expect(complaints).toEqual([]);
});

test('with the keyboard alone: taken, handed in, removed', async () => {
  const page = await open();
  await go(
    page,
    `assignment/${await toFragment({ ...week, items: [item('quiz', 'kitchen-quiz', 'rates')] })}`,
  );
  await adopt(page).waitFor();
  await tabTo(page, adopt(page));
  await page.keyboard.press('Enter');
  const name = page.getByLabel('Your name');
  await name.waitFor();
  await tabTo(page, name);
  await page.keyboard.type('Bo');
  await tabTo(page, page.getByRole('button', { name: /^Save / }));
  await page.keyboard.press('Enter');
  await main(page).getByText('Press again to save it all the same').waitFor();
  await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect((await taken(page))[0]).toMatchObject({ student: 'Bo' });
  await tabTo(page, page.getByRole('button', { name: 'Remove from this browser' }));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await main(page).getByText('Your work in the lessons stays').waitFor();
  expect(await taken(page)).toEqual([]);
  await page.getByRole('heading', { name: 'There is none in this browser' }).waitFor();
});

describe.each([
  ['light', 1280],
  ['dark', 360],
] as const)('%s, %i px wide', (colorScheme, width) => {
  test('axe finds nothing on any of its pages, and nothing sticks out', async () => {
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    const long = { ...week, title: 'W'.repeat(200), note: 'x'.repeat(400), id: 'longlong1' };
    const look = async (place: string) => {
      const { violations } = await new AxeBuilder({ page })
        .include(place)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    };
    await go(page, `assignment/${await toFragment(long)}`);
    await adopt(page).waitFor();
    await look('main');
    await take(page, site.url, week, long);
    await own(page);
    await page.getByRole('button', { name: /^Save / }).click();
    await page.getByText('See what is in the file').click();
    await page.getByRole('region', { name: 'What is in the file' }).waitFor();
    await look('main');
    await go(page, 'assignment/');
    await main(page).locator('.assignment-cards').waitFor();
    await look('descent-assignment');
    await go(page, '');
    for (const asked of await page.getByText('What is asked').all()) await asked.click();
    await look('descent-assignments');
    await go(page, 'kitchen-exercise/#step');
    await page.locator('#step .exercise-rules p').first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('.assigned').first().waitFor();
    await look('descent-assigned');
    await look('#step');
  });
});

test('without an assignment nothing of it is loaded; without JavaScript the page says what it needs', async () => {
  const page = await open();
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(response.url()));
  for (const path of ['', 'kitchen-exercise/', 'kitchen-quiz/']) {
    await go(page, path);
    await page.mouse.wheel(0, 500);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('descent-assigned, descent-assignments').isVisible()).toBe(false);
  }
  await exerciseOf(page, 'step').root.count();
  expect(loaded.filter((url) => /assigned|panel|cards|lit-html|enforce|assignable/.test(url))).toEqual([]);
  await go(page, '');
  const inline = await page.evaluate(
    () => document.querySelector('descent-assignments + script')?.textContent.length ?? 0,
  );
  expect(inline).toBeLessThan(300);

  const bare = await open({ javaScriptEnabled: false });
  await go(bare, 'assignment/');
  expect(await bare.locator('noscript p').isVisible()).toBe(true);
});
