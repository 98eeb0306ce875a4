/** A class's answers run again with real workers, foreign: the dishonest and the endless among them change nothing for the rest. */
import { afterEach, expect, test, vi } from 'vitest';
import { createReruns, type Reruns } from '../../src/teaching/rerun.ts';
import type { Rerun } from '../../src/teaching/marks.ts';
import { disposeCheckers, jobOf, openChecker } from './check-job.ts';

let reruns: Reruns | undefined;
afterEach(() => {
  reruns?.dispose();
  disposeCheckers();
  vi.restoreAllMocks();
});

const right = 'const f = (x: number) => x * x;';
const wrong = 'const f = (x: number) => x + 3;';
const check = `check('two', async () => { near(await work.call('f', 2), 4); });
check('three', async () => { near(await work.call('f', 3), 9); });`;

/** What each of a class of students handed in, and how many of the two tests it passes. */
const handedIn: Record<string, [code: string, passed: number]> = {
  ada: [right, 2],
  leaves: [`${right}\n(globalThis as any).mine = 'kept';`, 2],
  looks: [
    `const found = (globalThis as any).mine;\nconst f = (x: number) => (found === undefined ? x * x : 0);`,
    2,
  ],
  loops: [`${right}\nwhile (true) {}`, 0],
  bo: [right, 2],
  sleeps: [`${right}\nawait new Promise(() => {});`, 0],
  half: ['const f = (x: number) => x + 2;', 1],
  floods: [
    `${wrong}\nfor (let i = 0; i < 1e5; i++) (globalThis as any).postMessage?.({ type: 'tested', test: 0 });`,
    0,
  ],
  patches: [
    `${wrong}\nArray.prototype.every = () => true;\nMath.abs = () => 0;\nNumber.isFinite = () => true;`,
    0,
  ],
  throws: ['throw new Error("no");', 0],
  'is no code': ['const f = (', 0],
  fetches: [`${right}\nawait fetch('/data/quizzes.json');`, 0],
  cleo: [right, 2],
};

const tasks = () =>
  Object.entries(handedIn).map(([id, [code]]) => ({ id, job: () => jobOf({ code, check }) }));

test('each has its own result, whoever ran before it', async () => {
  const results = new Map<string, Rerun>();
  reruns = createReruns({
    makeChecker: () => openChecker({ trust: 'foreign', patience: { run: 1_500 } }),
    lanes: 2,
    onResult: (id, rerun) => results.set(id, rerun),
  });
  await reruns.run(tasks());
  const passed = Object.fromEntries([...results].map(([id, rerun]) => [id, rerun.passed]));
  expect(passed).toEqual(Object.fromEntries(Object.entries(handedIn).map(([id, [, count]]) => [id, count])));
  expect(results.get('loops')?.problem).toMatch(/still running after/);
  expect(results.get('throws')?.problem).toBe('It stopped with an error: no');
  for (const id of ['ada', 'looks', 'cleo']) expect(results.get(id)?.problem).toBeNull();
});

test('stopped in the middle, it goes on where it was', async () => {
  const results = new Map<string, Rerun>();
  const seen: string[] = [];
  reruns = createReruns({
    makeChecker: () => openChecker({ trust: 'foreign', patience: { run: 60_000 } }),
    lanes: 1,
    onResult: (id, rerun) => {
      seen.push(id);
      results.set(id, rerun);
    },
  });
  const few = [
    { id: 'ada', job: () => jobOf({ code: right, check }) },
    { id: 'loops', job: () => jobOf({ code: `${right}\nwhile (true) {}`, check }) },
    { id: 'bo', job: () => jobOf({ code: right, check }) },
  ];
  const first = reruns.run(few);
  await vi.waitFor(() => expect(seen).toEqual(['ada']), 20_000);
  reruns.stop();
  await first;
  expect(seen).toEqual(['ada']);
  await reruns.run(few.filter(({ id }) => id === 'bo'));
  expect(seen).toEqual(['ada', 'bo']);
  expect(results.get('bo')?.passed).toBe(2);
});
