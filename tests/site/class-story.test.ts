/**
 * The whole story of an assignment, each person in a browser profile of their own: a teacher gives it out; one student
 * works, one edits the file, one forges in the console; a hundred files are taken in, and the table is right to the point.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BrowserContext, Download, Page } from 'playwright';
import { expect, test } from 'vitest';
import { assignment as assignmentSchema, type Assignment } from '../../src/teaching/assignment.ts';
import { readCsv } from '../../src/teaching/csv.ts';
import { readAssignment } from '../../src/teaching/files.ts';
import { readSubmission, selfReported, type Submission } from '../../src/teaching/submission.ts';
import { handIn, readCourse, type Answer, type Course } from './collect-class.ts';
import { exerciseOf } from './exercise-page.ts';
import { questionOf } from './quiz-page.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();

const day = 86_400_000;

interface File {
  name: string;
  bytes: Buffer;
}

async function saved(download: Promise<Download>): Promise<File> {
  const file = await download;
  return { name: file.suggestedFilename(), bytes: Buffer.from(readFileSync(await file.path())) };
}

/** A person's own browser: nothing in it is anybody else's. */
async function person(use: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  // Nothing leaves the site.
  page.on('request', (request) => {
    if (!/^(?:data|blob):/u.test(request.url()) && !request.url().startsWith(site.url))
      troubles.push(request.url());
  });
  await use(page, context);
  expect(troubles).toEqual([]);
  await context.close();
}

/** The parts, in the order of the course, with the points that the page gives them. */
const parts = {
  'exercise:boom/two-distances': 5,
  'exercise:foggy-mountain/mend-the-halving': 5,
  'exercise:foggy-mountain/central-difference': 5,
  'exercise:foggy-mountain/roll-down': 5,
  'quiz:foggy-mountain/check-yourself': 6,
  'exercise:convolution/layer-shape': 5,
} as const;
type Part = keyof typeof parts;
const keys = Object.keys(parts) as Part[];
const [boom, halving, central, rollDown, quiz, shape] = keys as [Part, Part, Part, Part, Part, Part];

async function giveOut(): Promise<{ link: string; file: File; assignment: Assignment }> {
  let link = '';
  let file: File | undefined;
  await person(async (page) => {
    await page.goto(`${site.url}teach/`);
    for (const chapter of [2, 4, 8])
      await page.getByRole('button', { name: `Lessons of chapter ${chapter}` }).click();
    await page.getByRole('checkbox', { name: '4.1 Down the foggy mountain' }).check();
    await page.getByRole('checkbox', { name: /^Points, and a share of the errors/u }).check();
    await page.getByRole('checkbox', { name: new RegExp(`^${titleOf(shape)}`, 'u') }).check();
    await page.getByRole('textbox', { name: 'Title' }).fill('Week 3: slopes');
    await page.getByLabel('Due', { exact: false }).first().fill('2027-01-15T18:00');
    await page.getByLabel('Time zone').selectOption('Europe/Zurich');
    await page.getByRole('button', { name: 'Add a student' }).click();
    await page.getByLabel('Name, as the student types it').fill('Student 50');
    await page.locator('#assign-extension-0').fill('2027-01-17T18:00');
    const field = page.getByLabel('Link for your students');
    await expect.poll(() => field.inputValue()).toContain('#a=1.');
    file = await saved(
      (async () => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Save as a file' }).click(),
        ]);
        return download;
      })(),
    );
    link = await field.inputValue();
  });
  if (!file) throw new Error('no file was saved');
  const assignment = assignmentSchema.parse(await readAssignment(new Uint8Array(file.bytes)));
  return { link, file, assignment };
}

let course: Course;
function titleOf(part: Part): string {
  const [, lesson = '', id = ''] = /:(.*)\/(.*)$/u.exec(part) ?? [];
  const lessons = course.course.chapters.flatMap((chapter) => chapter.lessons);
  const found = lessons.find((each) => each.id === lesson)?.parts.find((each) => each.id === id);
  return found?.title ?? '';
}

function solutionOf(part: Part): string {
  const [, lesson = '', id = ''] = /:(.*)\/(.*)$/u.exec(part) ?? [];
  return course.record(lesson).exercises.find((each) => each.id === id)?.solution ?? '';
}

/** Opens the link, sees the assignment before anything is kept, and takes it. */
async function take(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('heading', { name: 'Week 3: slopes' }).waitFor();
  expect(await page.evaluate(() => localStorage.getItem('descent.assignments'))).toBeNull();
  await page.getByRole('button', { name: 'Start this assignment' }).click();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('descent.assignments'))).not.toBeNull();
  await page.goto(site.url);
  await page.getByRole('heading', { name: 'Week 3: slopes' }).waitFor();
}

async function handInBy(page: Page, name: string): Promise<File> {
  await page.goto(site.url);
  await page.getByRole('link', { name: 'See it and hand in' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByText(selfReported).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the file to hand in' }).click(),
  ]);
  return saved(Promise.resolve(download));
}

/** Types a text into an exercise and presses Check. */
async function answer(page: Page, id: string, text: string, state: string): Promise<void> {
  const exercise = exerciseOf(page, id);
  await exercise.near();
  await exercise.write(text);
  await exercise.check();
  expect(await exercise.state()).toBe(state);
}

/** Two exercises solved, one of them at the second attempt; one question right at once, one only then. */
async function workHonestly(link: string): Promise<File> {
  let file: File | undefined;
  await person(async (page) => {
    await take(page, link);
    await page.goto(`${site.url}foggy-mountain/?backend=wasm`);
    await page.locator('descent-assigned').getByText('4 of 4 left here').waitFor();
    await answer(page, 'central-difference', 'const slopeBothWays = () => 1;', 'tried');
    await answer(page, 'central-difference', solutionOf(central), 'passed');
    await page.locator('descent-assigned').getByText('3 of 4 left here').waitFor();
    const higher = questionOf(page, 'check-yourself-all-higher');
    await higher.root.getByRole('radio').nth(2).check();
    await higher.check.click();
    expect(await higher.says()).toBe('✓ Right.');
    const secant = questionOf(page, 'check-yourself-secant-slope');
    for (const [typed, says] of [
      ['0.6', 'Not right'],
      ['3', 'Right'],
    ] as const) {
      await secant.root.getByRole('textbox').fill(typed);
      await secant.check.click();
      expect(await secant.says()).toContain(says);
    }
    await page.goto(`${site.url}boom/?backend=wasm`);
    await answer(page, 'two-distances', solutionOf(boom), 'passed');
    file = await handInBy(page, 'Ada Honest');
  });
  return file!;
}

/** Does one exercise wrong, and makes the file say that everything is right. */
async function editTheFile(link: string): Promise<File> {
  let file: File | undefined;
  await person(async (page) => {
    await take(page, link);
    await page.goto(`${site.url}foggy-mountain/?backend=wasm`);
    await answer(page, 'mend-the-halving', 'const fourWays = () => [0, 0];', 'tried');
    file = await handInBy(page, 'Ed Editor');
  });
  const { name, bytes } = file!;
  const inside = JSON.parse(gunzipSync(bytes).toString()) as Submission;
  const [exercise] = inside.items;
  if (exercise?.kind !== 'exercise') throw new Error('the file has no exercise');
  exercise.passed = true;
  inside.items.push(
    { ...exercise, part: 'roll-down' },
    { ...exercise, lesson: 'boom', part: 'two-distances' },
  );
  inside.items.push({
    ...{ kind: 'quiz', lesson: 'foggy-mountain', part: 'check-yourself', hash: exercise.hash },
    questions: ['all-higher', 'secant-slope', 'tiny-step'].map((question) => ({
      ...{ question, tries: 1, first: 'x', firstRight: true, last: 'x', right: true },
    })),
  });
  return { name, bytes: Buffer.from(gzipSync(JSON.stringify(inside))) };
}

/** Writes into the browser's own database that all is passed, and lets the page make a whole file of it. */
async function forge(link: string): Promise<File> {
  let file: File | undefined;
  await person(async (page) => {
    await take(page, link);
    await page.evaluate(
      async (lessons) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const asked = indexedDB.open('descent');
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(new Error('no database'));
        });
        const store = database.transaction('progress', 'readwrite').objectStore('progress');
        for (const [lesson, exercises] of lessons)
          store.put(
            {
              ...{ cells: [], predictions: {}, ms: 60_000, first: Date.now() - 1e6, last: Date.now() },
              exercises: Object.fromEntries(
                exercises.map((id) => [id, { state: 'passed', tries: 1, hints: 0, solution: false }]),
              ),
              quizzes: {
                'check-yourself': {
                  'secant-slope': { first: 3, firstRight: true, last: 3, right: true, tries: 1 },
                  'all-higher': { first: 'mine', firstRight: true, last: 'mine', right: true, tries: 1 },
                },
              },
            },
            lesson,
          );
        await new Promise((resolve) => (store.transaction.oncomplete = resolve));
        database.close();
      },
      [
        ['foggy-mountain', ['mend-the-halving', 'central-difference', 'roll-down']],
        ['boom', ['two-distances']],
      ] as [string, string[]][],
    );
    file = await handInBy(page, 'Fo Forger');
  });
  return file!;
}

/** What a row of the table must say: points by part, in the order of `keys`; `null` where nothing was handed in. */
interface Expected {
  points: (number | null)[];
  late?: boolean;
}

/** Ninety-seven more, each with other parts right; the points are counted here by hand. */
async function restOfTheClass(assignment: Assignment) {
  const wrong: Answer = { code: 'const nothing = 0;', passed: false };
  const files: File[] = [];
  const expected = new Map<string, Expected>();
  for (let i = 1; i <= 97; i += 1) {
    const right = i % 7;
    const answers: Record<string, Answer> = {
      [boom]: i % 2 === 0 ? 'right' : wrong,
      ...(i % 3 !== 0 && { [halving]: i % 3 === 1 ? 'right' : wrong }),
      ...(i % 5 !== 0 && { [central]: 'right' }),
      // Whatever the file says: nobody's word counts.
      ...(i % 4 === 0 && { [rollDown]: { code: 'const nothing = 0;', passed: true } }),
      [quiz]: { quiz: Math.min(6, right), claims: 6 },
      ...(i % 20 === 0 && { [shape]: 'right' }),
    };
    const points: Record<Part, number | null> = {
      [boom]: i % 2 === 0 ? 5 : 0,
      [halving]: i % 3 === 0 ? null : i % 3 === 1 ? 5 : 0,
      [central]: i % 5 === 0 ? null : 5,
      [rollDown]: i % 4 === 0 ? 0 : null,
      [quiz]: Math.min(6, right),
      [shape]: i % 20 === 0 ? 5 : null,
    } as Record<Part, number | null>;
    // Two come a day late; one of them may.
    const late = i === 50 || i === 51;
    const name = `Student ${i}`;
    const bytes = await handIn(course, assignment, {
      ...{ name, answers },
      made: assignment.due! + (late ? day : -i * 60_000),
    });
    files.push({ name: `student-${i}-week-3-slopes.descent.gz`, bytes });
    expected.set(name, { points: keys.map((key) => points[key]), late: i === 51 });
  }
  return { files, expected };
}

const numbers = (cells: readonly string[]): (number | null)[] =>
  cells.map((cell) => (cell === '' ? null : Number(cell)));

test(
  'a teacher assigns, a class hands in, and the table is right to the point',
  { timeout: 420_000 },
  async () => {
    course = readCourse(site.dir);
    const { link, file, assignment } = await giveOut();
    expect(assignment.items.map(({ kind, lesson, part }) => `${kind}:${lesson}/${part}`).sort()).toEqual(
      [...keys].sort(),
    );
    const order = assignment.items.map(({ kind, lesson, part }) => `${kind}:${lesson}/${part}` as Part);

    const honest = await workHonestly(link);
    const edited = await editTheFile(link);
    const forged = await forge(link);
    const read = await Promise.all(
      [honest, edited, forged].map(({ bytes }) => readSubmission(new Uint8Array(bytes))),
    );
    // The forger's file is whole by its own account; the edited one is not.
    expect(read.map((each) => 'intact' in each && each.intact)).toEqual([true, false, true]);
    expect(read.every((each) => 'submission' in each && each.submission.says === selfReported)).toBe(true);

    const { files, expected } = await restOfTheClass(assignment);
    const none = (given: Partial<Record<Part, number>>): Expected => ({
      points: keys.map((key) => given[key] ?? null),
    });
    expected.set('Ada Honest', none({ [central]: 5, [quiz]: 1, [boom]: 5 }));
    expected.set('Ed Editor', none({ [halving]: 0, [rollDown]: 0, [quiz]: 0, [boom]: 0 }));
    expected.set('Fo Forger', none({ [halving]: 0, [central]: 0, [rollDown]: 0, [quiz]: 1, [boom]: 0 }));

    await person(async (page) => {
      await page.goto(`${site.url}teach/collect/`);
      const all = [file, honest, edited, forged, ...files];
      expect(all.length).toBe(101);
      await page
        .locator('descent-collect input[type="file"]')
        .first()
        .setInputFiles(all.map(({ name, bytes }) => ({ name, mimeType: 'application/gzip', buffer: bytes })));
      await page.getByText('100 students. Everything was run again.').waitFor({ timeout: 240_000 });
      const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `, 'u') });
      expect(await row('Ed Editor').innerText()).toContain('file changed after it was made');
      for (const name of ['Ed Editor', 'Fo Forger'])
        expect(await row(name).innerText()).toContain('says more than was found');
      expect(await row('Ada Honest').innerText()).not.toContain('says more');

      const take = async (button: string): Promise<string[][]> => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: button }).click(),
        ]);
        const { bytes } = await saved(Promise.resolve(download));
        const read = readCsv(bytes.toString('utf8'));
        if ('fault' in read) throw new Error(read.fault);
        return read.rows;
      };
      const [head, ...rows] = await take('Save the table (CSV)');
      const total = ({ points }: Expected): number =>
        points.reduce<number>((sum, each) => sum + (each ?? 0), 0);
      expect(head?.slice(0, 2)).toEqual(['Student', 'Key']);
      expect(rows.length).toBe(100);
      const found = Object.fromEntries(
        rows.map((cells) => [
          cells[0]!,
          [...numbers(cells.slice(2, 9)), Number(cells[9]), cells[10]] as unknown[],
        ]),
      );
      const wanted = Object.fromEntries(
        [...expected].map(([name, each]) => [
          name,
          [
            ...order.map((key) => each.points[keys.indexOf(key)] ?? null),
            ...[total(each), 31, each.late ? 'yes' : ''],
          ] as unknown[],
        ]),
      );
      expect(found).toEqual(wanted);

      // Gradebooks get the same totals.
      const canvas = await take('Save for Canvas (CSV)');
      expect(canvas[0]).toEqual([
        'Student',
        'ID',
        'SIS User ID',
        'SIS Login ID',
        'Section',
        'Week 3: slopes',
      ]);
      const moodle = await take('Save for Moodle (CSV)');
      expect(moodle[0]).toEqual(['Username', 'Week 3: slopes', 'Week 3: slopes (Feedback)']);
      for (const [name, each] of expected) {
        expect(canvas.find(([student]) => student === name)?.[5], name).toBe(String(total(each)));
        expect(moodle.find(([key]) => key === name)?.[1], name).toBe(String(total(each)));
      }
    });
  },
);
