/**
 * Taking a class's work in on the teacher's page, on two lanes: exercises run again in a second, with tensors and without, what
 * it takes of memory, and how the page answers meanwhile.
 */
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import { needTensors } from '../../src/kernel/check/needs-tensors.ts';
import { toCheckJob } from '../../src/learning/check-job.ts';
import { lessonRecord, type LessonRecord } from '../../src/learning/lesson-record.ts';
import { assignable } from '../../src/teaching/assignable.ts';
import type { Assignment } from '../../src/teaching/assignment.ts';
import { writeAssignment } from '../../src/teaching/files.ts';
import { handedFor, makeAssignment, type Course } from '../site/collect-class.ts';
import { writeSubmission, type Handed } from '../../src/teaching/submission.ts';
import { inFreshBrowser } from './browser.ts';
import type { Row } from './row.ts';
import type { Subject } from './subject.ts';

/** Students and exercises; with tensors fewer students, because a whole class would take a quarter of an hour. */
const sizes = { plain: 100, tensors: 20, exercises: 10 } as const;

export async function measureCollect({ course: address }: Subject): Promise<Row[]> {
  const course = await fetchCourse(address);
  const chosen = chooseExercises(course);
  const plain = await takeIn(address, course, chosen.plain, sizes.plain);
  const tensors = await takeIn(address, course, chosen.tensors, sizes.tensors);
  const latencies = [...plain.latencies, ...tensors.latencies].sort((a, b) => a - b);
  const both = [
    ['plain', plain, 8],
    ['tensors', tensors, 1],
  ] as const;
  return [
    ...both.map(([kind, { rate }, target]): Row => ({
      ...({ name: `collect-${kind}`, value: rate, unit: '1/s', better: 'higher' } as const),
      target,
    })),
    // Two cores that have nothing else to do, at the rates above.
    ...both.map(([kind, { work }, target]) => time(`collect-work ${kind}`, work, 2_000 / target)),
    ...both.flatMap(([kind, { whole, quarter }]): Row[] => [
      grows(`collect-heap ${kind} (100 % to 25 %)`, whole.heap / quarter.heap, 1.5),
      // Nothing to read where the system does not tell what a process takes.
      ...(quarter.processes > 0
        ? [grows(`collect-memory ${kind} (100 % to 25 %)`, whole.processes / quarter.processes, 1.25)]
        : []),
    ]),
    {
      ...{ name: 'collect-frames', value: plain.whole.frames, target: 4 },
      ...({ unit: 'count', better: 'lower' } as const),
    },
    time('collect-longest-task', Math.max(plain.longest, tensors.longest), 200),
    time('collect-typing (19 of 20)', latencies[Math.floor(latencies.length * 0.95)] ?? NaN, 100),
  ];
}

const time = (name: string, value: number, target: number): Row => ({
  ...{ name, value, target },
  ...({ unit: 'ms', better: 'lower' } as const),
});
const grows = (name: string, value: number, target: number): Row => ({
  ...{ name, value, target },
  ...({ unit: 'ratio', better: 'lower' } as const),
});

async function fetchCourse(address: string): Promise<Course> {
  const read = async (name: string): Promise<unknown> => (await fetch(`${address}data/${name}.json`)).json();
  const course = assignable.parse(await read('assignable'));
  const records = new Map<string, LessonRecord>();
  for (const { id } of course.chapters.flatMap(({ lessons }) => lessons))
    records.set(id, lessonRecord.parse(await read(`lesson/${id}`)));
  return {
    course,
    record(lesson) {
      const found = records.get(lesson);
      if (!found) throw new Error(`The course has no lesson “${lesson}”.`);
      return found;
    },
  };
}

/** The first ten of either kind, in page order. */
function chooseExercises({ course, record }: Course): { plain: string[]; tensors: string[] } {
  const chosen = { plain: [] as string[], tensors: [] as string[] };
  for (const { id, parts } of course.chapters.flatMap(({ lessons }) => lessons))
    for (const part of parts.filter(({ kind }) => kind === 'exercise')) {
      const lesson = record(id);
      const found = lesson.exercises.find((each) => each.id === part.id);
      const text = (cell: string) => (cell === found?.cell ? found.solution : null);
      const { learner, examiner } = needTensors(toCheckJob(lesson, part.id, text, lesson.seed));
      const list = learner || examiner ? chosen.tensors : chosen.plain;
      if (list.length < sizes.exercises) list.push(`exercise:${id}/${part.id}`);
    }
  return chosen;
}

/** Solutions, each with a line of the student's own, so that every text is compiled and none is another's. */
async function handIn(course: Course, assignment: Assignment, student: number): Promise<Buffer> {
  const items = assignment.items.map((item): Handed => {
    const handed = handedFor(course, item, 'right');
    if (handed.kind !== 'exercise') return handed;
    return { ...handed, source: `${handed.source ?? ''}\n// Student ${student}.\n` };
  });
  const bytes = await writeSubmission({
    assignment: { id: assignment.id, title: assignment.title },
    ...{ student: `Student ${student}`, made: Date.UTC(2026, 11, 3), course: '', items, lessons: [] },
  });
  return Buffer.from(bytes);
}

interface Taken {
  /** Exercises a second, from the files to the last result. */
  rate: number;
  /** Milliseconds of processor that one of them takes, in all processes of the browser: whoever else is on the machine. */
  work: number;
  quarter: Weight;
  whole: Weight;
  /** Of the main thread, in milliseconds. */
  longest: number;
  /** From a key to the picture with its letter, in milliseconds. */
  latencies: number[];
}

interface Weight {
  /** Bytes of the page's own heap, after its rubbish was collected. */
  heap: number;
  /** Kilobytes of all processes that hold pages and frames; 0 where nobody tells. */
  processes: number;
  frames: number;
}

async function takeIn(
  address: string,
  course: Course,
  exercises: readonly string[],
  students: number,
): Promise<Taken> {
  const points = Object.fromEntries(exercises.map((key) => [key, 1]));
  const assignment = makeAssignment(course, points, { title: 'Bench' });
  const works = await Promise.all(Array.from({ length: students }, (_, i) => handIn(course, assignment, i)));
  const files = works.map((buffer, i) => toFile(`student-${i}.descent.gz`, buffer));
  const own = Buffer.from(await writeAssignment(assignment));
  return inFreshBrowser(async (page) => {
    await page.addInitScript(watch);
    await page.goto(`${address}teach/collect/`, { waitUntil: 'networkidle' });
    const devtools = await page.context().newCDPSession(page);
    const [started, worked] = [performance.now(), await workOf(page)];
    await page
      .getByLabel('Choose files')
      .setInputFiles([toFile('bench.assignment.descent.gz', own), ...files]);
    await page.getByRole('button', { name: 'Student 0', exact: true }).click();
    const field = page.getByRole('textbox', { name: /comment/iu }).first();
    await field.focus();
    let quarter: Weight | undefined;
    const all = students * exercises.length;
    for (;;) {
      const done = await page.evaluate(countDone);
      if (done === all) break;
      if (!quarter && done >= all / 4) quarter = await weigh(page, devtools);
      await page.keyboard.press('a');
      await page.waitForTimeout(250);
    }
    const seconds = (performance.now() - started) / 1000;
    const work = ((await workOf(page)) - worked) / all;
    const whole = await weigh(page, devtools);
    await allPassed(page, students, exercises.length);
    const { longest, latencies } = await page.evaluate(() => (globalThis as unknown as Watching).watching);
    return { rate: all / seconds, work, quarter: quarter ?? whole, whole, longest, latencies };
  });
}

const toFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/gzip', buffer });

/** Parts that were run again, by the page's own account: while it runs, it has a bar. */
function countDone(): number {
  const bar = document.querySelector<HTMLProgressElement>('descent-collect progress');
  if (bar) return bar.value;
  const text = document.querySelector('descent-collect')?.textContent ?? '';
  const totals = document.querySelectorAll('.collect-table tbody tr').length;
  const parts = document.querySelectorAll('.collect-table thead .collect-item').length;
  return /Everything was run again/u.test(text) ? totals * parts : 0;
}

/** Fast and wrong would be no merit. */
async function allPassed(page: Page, students: number, points: number): Promise<void> {
  const totals = await page.locator('.collect-total').allInnerTexts();
  const wrong = totals.filter((total) => Number(total) !== points);
  if (totals.length !== students || wrong.length > 0)
    throw new Error(
      `${wrong.length} of ${totals.length} students did not reach ${points} points: ${wrong[0]}`,
    );
}

interface Watching {
  watching: { longest: number; latencies: number[] };
}

/** Runs in the page, before its own scripts. */
function watch(): void {
  const watching = { longest: 0, latencies: [] as number[] };
  Object.assign(globalThis, { watching });
  // As on a machine with two cores, wherever this runs.
  Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 2 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watching.longest = Math.max(watching.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => setTimeout(() => watching.latencies.push(performance.now() - timeStamp))),
    true,
  );
}

async function weigh(page: Page, devtools: CDPSession): Promise<Weight> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
  const frames = await page.locator('iframe').count();
  return { heap, frames, processes: await renderersOf(page) };
}

interface BrowserProcess {
  type: string;
  id: number;
  /** Seconds. */
  cpuTime: number;
}

async function processesOf(page: Page): Promise<readonly BrowserProcess[]> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  await session?.detach();
  return processInfo;
}

/** Milliseconds of processor since the browser began. */
const workOf = async (page: Page): Promise<number> =>
  (await processesOf(page)).reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0);

/** What the processes of pages and frames take, as Linux tells it. */
const renderersOf = async (page: Page): Promise<number> =>
  (await processesOf(page))
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { id }) => sum + residentOf(id), 0);

function residentOf(process: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
