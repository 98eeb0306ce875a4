/** A teacher takes a class's work in: honest, dishonest and hostile files, to the point in the gradebook. */
import AxeBuilder from '@axe-core/playwright';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Download, Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { writeAssignment } from '../../src/teaching/files.ts';
import { findPart } from '../../src/teaching/assignable.ts';
import { toFragment } from '../../src/teaching/link.ts';
import type { Assignment } from '../../src/teaching/assignment.ts';
import { due, handIn, makeAssignment, readCourse, type Course, type Student } from './collect-class.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll({ tidy: true });

const sum = 'exercise:laboratory/weighted-sum';
const count = 'exercise:depth/count-parameters';
const tensors = 'exercise:cost/exploding-level';
const quiz = 'quiz:laboratory/check-yourself';

let course: Course;
let week: Assignment;
beforeAll(() => {
  course = readCourse(site.dir);
  week = makeAssignment(course, { [sum]: 4, [count]: 3, [quiz]: 5 });
});

interface Sent {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
const sent = (name: string, bytes: Uint8Array): Sent => ({
  ...{ name, mimeType: 'application/gzip', buffer: Buffer.from(bytes) },
});
const teachers = async (of = week): Promise<Sent> =>
  sent('week-3.assignment.descent.gz', await writeAssignment(of));
const students = (...class_: Student[]): Promise<Sent[]> =>
  Promise.all(
    class_.map(async (student, i) => sent(`work-${i}.descent.gz`, await handIn(course, week, student))),
  );

async function collecting(
  use: (page: Page) => Promise<void>,
  { expected, ...options }: BrowserContextOptions & { expected?: RegExp } = {},
): Promise<void> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(`${site.url}teach/collect/`);
  await page.getByRole('heading', { name: 'Bring the files' }).waitFor();
  await use(page);
  expect(complaints.filter((each) => !expected?.test(each))).toEqual([]);
}

const bring = (page: Page, files: Sent[]) => page.getByLabel('Choose files').setInputFiles(files);
const done = (page: Page) =>
  page
    .locator('.collect-sums', { hasText: 'Everything was run again' })
    .waitFor({ timeout: 55_000, state: 'attached' });
const soon = { timeout: 30_000 };
const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
const cells = async (page: Page, name: string): Promise<string[]> =>
  (await row(page, name).getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const saved = async (page: Page, button: string): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return download;
};
const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

const honest = { [sum]: 'right', [count]: 'right', [quiz]: 'right' } as const;
const wrong = `const weightedSum = (a: number[], b: number[]) => 1;`;

test('of a class with every kind of file each student is graded rightly, and the gradebook is right to the point', async () => {
  week = makeAssignment(course, { [sum]: 4, [count]: 3, [tensors]: 2, [quiz]: 5 });
  const formula = '=HYPERLINK("http://x","y")';
  const markup = '<img src=x onerror=alert(1)>';
  const files = await students(
    { name: 'Ada', answers: { ...honest, [tensors]: 'right' } },
    { name: 'Bo edits', answers: { ...honest, [sum]: { code: wrong }, [quiz]: { quiz: 2, claims: 5 } } },
    {
      name: 'Cleo forges',
      answers: {
        [sum]: {
          code: `${wrong}\nArray.prototype.every = () => true;\nMath.abs = () => 0;
for (let i = 0; i < 1e5; i++) (globalThis as any).postMessage?.({ type: 'tested', test: 0, status: 'passed' });`,
        },
      },
      made: due + 60_000,
    },
    { name: 'Dan loops', answers: { ...honest, [count]: { code: 'while (true) {}' } } },
    { name: 'Eve calls', answers: { [sum]: { code: `await fetch('/eve');\n${wrong}` }, [count]: 'right' } },
    { name: formula, answers: { [count]: 'right' } },
    { name: markup, answers: { [count]: { code: `// ${markup}</script>\nconst x = 1;` } } },
  );
  const [ada] = files;
  const other = makeAssignment(course, { [sum]: 1 }, { id: 'zzzzzzzzzz', title: `Week 2 ${markup}` });
  const json = (data: object) => gzipSync(JSON.stringify(data));
  const refused: [Sent, RegExp][] = [
    [sent('cut.gz', ada!.buffer.subarray(0, 300)), /damaged/],
    [
      sent('other.gz', await handIn(course, other, { name: 'Fay', answers: {} })),
      /another assignment: “Week 2 </,
    ],
    [sent('newer.gz', json({ format: 'descent-submission', version: 2 })), /newer version/],
    [sent('zeros.gz', gzipSync(Buffer.alloc(100_000_000))), /not read further/],
    [
      sent('proto.gz', gzipSync('{"format":"descent-submission","version":1,"__proto__":{"polluted":1}}')),
      /something else/,
    ],
    [sent('empty.gz', new Uint8Array()), /The file is empty/],
    [sent('essay.docx', strToU8('Dear teacher')), /no file of this course/],
  ];
  await collecting(async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await bring(page, [
      ...files,
      ...refused.map(([file]) => file),
      sent('again.gz', ada!.buffer),
      await teachers(),
    ]);
    await done(page);
    const list = await page.getByRole('region', { name: 'Files that were not taken' }).innerText();
    for (const [file, why] of refused)
      expect(list.split('\n').find((line) => line.startsWith(`${file.name} `))).toMatch(why);
    expect(list).not.toContain('again.gz');
    await page.getByText('1 file here already').click();
    await page.getByText('It is here already, as “work-0.descent.gz”.').waitFor();
    expect(await cells(page, 'Ada')).toEqual(['Fri 4 Dec, 17:00', 'in time', '4', '3', '2', '5', '14', '']);
    expect(await cells(page, 'Bo edits')).toEqual([
      ...[
        'Fri 4 Dec, 17:00',
        'in time',
        '≠ 0 said passed',
        '3',
        '– nothing handed in',
        '≠ 2 said 5 of 5',
        '5',
      ],
      'says more than was found × 2',
    ]);
    expect((await cells(page, 'Cleo forges')).slice(1, 3)).toEqual(['late', '≠ 0 said passed']);
    expect((await cells(page, 'Dan loops')).slice(2, 4)).toEqual(['4', '≠ 0 said passed']);
    expect((await cells(page, 'Eve calls')).slice(2, 4)).toEqual(['≠ 0 said passed', '3']);
    expect((await cells(page, markup)).slice(3, 4)).toEqual(['≠ 0 said passed']);
    expect(asked.filter((url) => url.includes('/eve'))).toEqual([]);
    expect(await page.evaluate(() => ({}))).not.toHaveProperty('polluted');
    await row(page, 'Dan loops').getByRole('button').click();
    await page.getByText('It was still running after 10 s and was ended.').waitFor();
    // What was answered stands there in words.
    const { answers } = JSON.parse(readFileSync(join(site.dir, 'data/answers.json'), 'utf8')) as {
      answers: Record<string, string>;
    };
    const { keys = [] } = findPart(course.course, week.items.at(-1)!)?.part ?? {};
    const [first] = keys.flatMap(({ key }) => (key.kind === 'one' ? [key.right] : []));
    const questions = page.getByRole('region', { name: 'Questions, marked again' });
    await expect.poll(() => questions.innerText(), soon).toContain(answers[first ?? ''] ?? 'no key');
    expect(await page.getByText('5 of 5 right by the last answer, marked again').count()).toBe(1);

    const lines = (await textOf(await saved(page, 'Save the table (CSV)'))).split('\r\n');
    expect(lines[0]).toMatch(/^Student,Key,"?1\.1 .* \(out of 4\)"?,.*,Total,Out of,Late,Comment$/);
    expect(lines.slice(1)).toEqual([
      `${markup},${markup},,0,,,0,14,,`,
      `"'${formula.replaceAll('"', '""')}","'${formula.replaceAll('"', '""')}",,3,,,3,14,,`,
      'Ada,Ada,4,3,2,5,14,14,,',
      'Bo edits,Bo edits,0,3,,2,5,14,,',
      'Cleo forges,Cleo forges,0,,,,0,14,yes,',
      'Dan loops,Dan loops,4,0,,5,9,14,,',
      'Eve calls,Eve calls,0,3,,,3,14,,',
      '',
    ]);
    const moodle = await textOf(await saved(page, 'Save for Moodle (CSV)'));
    expect(moodle.split('\r\n')[1]).toBe(`${markup},0,`);
    expect(moodle).not.toContain('HYPERLINK');
    await page
      .getByRole('group', { name: /^About the file .*-moodle/ })
      .getByText('HYPERLINK')
      .waitFor();
  });
});

test('what waits for its assignment says so; a link will do, and the teacher’s file brings the extensions', async () => {
  week = makeAssignment(course, { [count]: 3 });
  const files = await students(
    { name: 'Ada', answers: { [count]: 'right' }, made: due + 1 },
    { name: 'Bo', answers: { [count]: 'right' } },
  );
  await collecting(async (page) => {
    await bring(page, files);
    await page
      .getByText('2 files wait for the assignment. By their own account: “Week 3: slopes”.')
      .waitFor();
    await page.getByText('Its link will do').click();
    const link = page.getByLabel('Link of the assignment');
    await link.fill('https://example.org/');
    await page.getByRole('button', { name: 'Use this link' }).click();
    await page.getByText('This is no link to an assignment').first().waitFor();
    await link.fill(`${site.url}assignment/${(await toFragment(week)).slice(0, -40)}`);
    await page.getByRole('button', { name: 'Use this link' }).click();
    await page
      .getByText(/Copy it again, whole\.$/u)
      .first()
      .waitFor();
    await link.fill(`${site.url}assignment/${await toFragment(week)}`);
    await link.press('Enter');
    await page.getByText('extensions that you gave are not in it').waitFor();
    expect((await cells(page, 'Ada'))[1]).toBe('late');
    await bring(page, [await teachers({ ...week, extensions: [{ student: 'ada', due: due + 10 }] })]);
    await expect.poll(async () => (await cells(page, 'Ada'))[1], soon).toBe('in time');
    await done(page);
  });
});

test('a zip of Moodle’s is taken apart; nothing in it speaks for the teacher; feedback goes back into its folders', async () => {
  week = makeAssignment(course, { [count]: 3 }, { asks: 'nothing' });
  const work = await handIn(course, week, { name: '', answers: { [count]: 'right' } });
  const late = await writeAssignment({ ...week, due: due + 1e9 });
  const zip = zipSync({
    'Ada Lovelace_41_assignsubmission_file_/work.descent.gz': Uint8Array.from(work),
    'Bo_42_assignsubmission_file_/work.descent.gz': Uint8Array.from(work),
    'Bo_42_assignsubmission_file_/week.assignment.descent.gz': late,
    'Cy_43_assignsubmission_file_/work.zip': zipSync({ a: strToU8('a') }),
    'Di_44_assignsubmission_file_/zeros.gz': [new Uint8Array(50_000_000), { level: 9 }],
    '../../out.gz': Uint8Array.from(work),
  });
  await collecting(async (page) => {
    await bring(page, [sent('class.zip', zip), await teachers()]);
    await done(page);
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['Ada Lovelace', 'Bo']);
    const list = await page.getByRole('region', { name: 'Files that were not taken' }).innerText();
    for (const why of [
      'lay among what was handed in',
      'a zip in a zip',
      'larger than any submission',
      'leads out of the zip',
    ])
      expect(list).toContain(why);
    await row(page, 'Bo').getByRole('button').click();
    await page.getByLabel('To Bo, on the whole').fill('Well done, Bo.');
    const feedback = unzipSync(readFileSync(await (await saved(page, 'Save the feedback (zip)')).path()));
    expect(Object.keys(feedback)).toEqual([
      'Ada Lovelace_41_assignsubmission_file_/feedback.txt',
      'Bo_42_assignsubmission_file_/feedback.txt',
    ]);
    expect(strFromU8(feedback['Bo_42_assignsubmission_file_/feedback.txt']!)).toContain(
      'Bo: 3 of 3 points\nWell done, Bo.',
    );
  });
});

test('cancelled, it goes on where it was; saved, it is opened again with all that was done, by keyboard', async () => {
  week = makeAssignment(course, { [count]: 3, [sum]: 4 });
  const files = await students(
    { name: 'Ada', answers: { [count]: 'right', [sum]: 'right' } },
    { name: 'Bo', answers: { [count]: 'right', [sum]: { code: 'while (true) {}' } } },
  );
  let work: Sent;
  await collecting(async (page) => {
    await bring(page, [await teachers(), ...files]);
    await expect.poll(async () => (await cells(page, 'Ada'))[3], soon).toBe('4');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Running again was cancelled' }).waitFor();
    expect((await cells(page, 'Bo'))[3]).toBe('said passed self-reported');
    expect(await page.locator('.collect-exports').innerText()).toContain('still self-reported');
    // Nothing that is only said counts.
    expect((await textOf(await saved(page, 'Save the table (CSV)'))).split('\r\n')[2]).toBe('Bo,Bo,3,,3,7,,');

    const name = page.getByRole('button', { name: 'Ada', exact: true });
    await name.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), soon).toBe('Ada');
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bo', exact: true }).waitFor();
    await page.getByLabel('To Bo, on the whole').fill('Begin with the sum.');
    const points = page.locator('#collect-points-1');
    await points.focus();
    await page.keyboard.type('2,5');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await cells(page, 'Bo'))[3], soon).toBe('✎ 2.5 by hand; said passed');
    const help = page.locator('#collect-hand-1');
    for (const [text, says] of [
      ['abc', 'This is no number: 2.5 stays.'],
      ['-3', 'Points are from 0 to 10 000: 2.5 stays.'],
    ] as const) {
      await points.fill(text);
      await points.press('Enter');
      await expect.poll(() => help.innerText(), soon).toBe(says);
      expect([await points.inputValue(), await points.getAttribute('aria-invalid')]).toEqual([text, 'true']);
      expect((await cells(page, 'Bo'))[3]).toBe('✎ 2.5 by hand; said passed');
    }
    await points.fill('99');
    await points.press('Enter');
    await expect.poll(() => help.innerText(), soon).toBe('By hand. More than the 4 points of this part.');
    await points.fill('2,50');
    await points.press('Enter');
    await expect.poll(() => help.innerText(), soon).toBe('By hand.');
    expect(await points.inputValue()).toBe('2.5');
    await page.getByRole('button', { name: 'Back to the table' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent.trim()), soon).toBe('Bo');
    const file = await saved(page, 'Save this work');
    expect(file.suggestedFilename()).toBe('week-3-slopes.collection.descent.gz');
    work = sent('yesterday.gz', readFileSync(await file.path()));
    await page.getByText('Saved.', { exact: true }).waitFor();
  });
  await collecting(async (page) => {
    await bring(page, [work]);
    // It goes on by itself with what was left.
    await expect.poll(async () => (await cells(page, 'Ada'))[3], soon).toBe('4');
    expect((await cells(page, 'Bo')).slice(2, 5)).toEqual(['3', '✎ 2.5 by hand; said passed', '5.5']);
    await done(page);
    await row(page, 'Bo').getByRole('button').click();
    expect(await page.getByLabel('To Bo, on the whole').inputValue()).toBe('Begin with the sum.');
    await page.getByRole('button', { name: 'Take back the points' }).click();
    await expect.poll(async () => (await cells(page, 'Bo'))[3], soon).toBe('≠ 0 said passed');
  });
});

test('without a connection it says so, marks nobody down, and tries again', async () => {
  week = makeAssignment(course, { [count]: 3 });
  const files = await students({ name: 'Ada', answers: { [count]: 'right' } });
  await collecting(
    async (page) => {
      await page.route('**/data/lesson/depth.json', (route) => route.fulfill({ status: 503 }), { times: 1 });
      await bring(page, [await teachers(), ...files]);
      await page.getByText('The server answered 503.').first().waitFor();
      expect((await cells(page, 'Ada'))[2]).toBe('said passed self-reported');
      await page.getByRole('button', { name: 'Try again' }).click();
      await done(page);
      expect((await cells(page, 'Ada'))[2]).toBe('3');
    },
    { expected: /503/ },
  );
});

test('texts that are nearly the same stand side by side, as a fact', async () => {
  week = makeAssignment(course, { [count]: 3 });
  const body = Array.from(
    { length: 12 },
    (_, i) => `  const a${i} = sizes.map((x) => x * ${i} + total);\n  total += a${i}.length;`,
  );
  const code = `function parameters(sizes: number[]): number {\n  let total = 0;\n${body.join('\n')}\n  return total;\n}`;
  const files = await students(
    { name: 'Ada', answers: { [count]: { code } } },
    { name: 'Bo', answers: { [count]: { code: code.replaceAll('total', 'all') } } },
    { name: 'Cy', answers: { [count]: 'right' } },
  );
  await collecting(async (page) => {
    await bring(page, [await teachers(), ...files]);
    await page.getByText('Ada and Bo: the same text but for names, layout and comments in “1.3').waitFor();
    await page.getByRole('button', { name: 'Side by side' }).click();
    await page.getByRole('region', { name: /^Bo: 1\.3/ }).waitFor();
    expect(await page.locator('.collect-alike').innerText()).toContain('no verdict');
  });
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const)
  test(`axe finds nothing at first and with a student open, ${colorScheme} ${width}px`, async () => {
    week = makeAssignment(course, { [sum]: 4, [quiz]: 5 });
    const files = await students(
      { name: 'Ada', answers: { [sum]: 'right', [quiz]: { quiz: 3 } } },
      {
        name: `Bo${'o'.repeat(60)}`,
        answers: { [sum]: { code: wrong }, [quiz]: { quiz: 1, claims: 5 } },
        made: due + 9e9,
      },
    );
    await collecting(
      async (page) => {
        const check = async (): Promise<void> => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
          expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        };
        await check();
        await bring(page, [await teachers(), ...files, sent('x.txt', strToU8('x'))]);
        await done(page);
        await page.getByRole('button', { name: /^Bo/ }).click();
        await check();
      },
      { colorScheme, viewport: { width, height: 800 } },
    );
  });

test('without JavaScript the page says what it needs', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}teach/collect/`);
  expect(await page.locator('noscript p').isVisible()).toBe(true);
});

test('whose date it may be is said; of several files under a name the teacher chooses, and the choice is kept', async () => {
  week = makeAssignment(course, { [count]: 3 });
  const files = await students(
    { name: 'Mia Schmidt', answers: { [count]: 'right' }, made: due + 60_000 },
    { name: 'mia schmidt', answers: { [count]: { code: 'const x = 1;' } }, made: due + 120_000 },
  );
  const extended = { ...week, extensions: [{ student: 'Mia', due: due + 1e9 }] };
  let work: Sent;
  await collecting(async (page) => {
    await bring(page, [await teachers(extended), ...files]);
    await done(page);
    const facts = async (name: string): Promise<string> => (await cells(page, name))[4] ?? '';
    expect(await facts('mia schmidt')).toContain('late; there is another date for “Mia”');
    expect(await facts('mia schmidt')).toContain('several files under this name');
    await row(page, 'mia schmidt').getByRole('button').click();
    await page.getByLabel('Which file counts').selectOption({ index: 1 });
    // What was not run before is run now.
    await expect.poll(async () => (await cells(page, 'Mia Schmidt'))[2], soon).toBe('3');
    expect(await facts('Mia Schmidt')).toContain('a newer file does not count');
    const file = await saved(page, 'Save this work');
    work = sent('yesterday.gz', readFileSync(await file.path()));
  });
  await collecting(async (page) => {
    await bring(page, [work]);
    await expect.poll(async () => (await cells(page, 'Mia Schmidt'))[2], soon).toBe('3');
  });
});
