import { expect, test } from 'vitest';
import type { Checker, CheckJob, CheckReport } from '../../../src/kernel/check/check.ts';
import { createReruns, toRerun, type RerunTask } from '../../../src/teaching/rerun.ts';
import type { Rerun } from '../../../src/teaching/marks.ts';

const job = (cell: string): CheckJob => ({ cell }) as CheckJob;
const task = (id: string): RerunTask => ({ id, job: () => job(id) });
const passed: CheckReport = { results: [{ name: 'a', status: 'passed' }] };

/** Checkers that answer when the test says so. */
function fakes(broken: ReadonlySet<string> = new Set()) {
  const running = new Map<string, (report: CheckReport) => void>();
  const order: string[] = [];
  const made: { disposed: boolean; at: string | null }[] = [];
  const makeChecker = (): Checker => {
    const self = { disposed: false, at: null as string | null };
    made.push(self);
    return {
      check: ({ cell }) => {
        expect(self.disposed).toBe(false);
        order.push(cell);
        if (broken.has(cell)) return Promise.reject(new Error('The frame went away.'));
        self.at = cell;
        return new Promise((resolve) => running.set(cell, resolve));
      },
      stop: () => {
        if (self.at !== null) running.get(self.at)?.({ results: [] });
      },
      warm: () => undefined,
      dispose: () => (self.disposed = true),
    };
  };
  const end = async (cell: string, report = passed) => {
    running.get(cell)?.(report);
    running.delete(cell);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { makeChecker, running, order, made, end };
}

const collect = () => {
  const results = new Map<string, Rerun>();
  return { results, onResult: (id: string, rerun: Rerun) => void results.set(id, rerun) };
};

test('so many run at a time, in the order given, and each has its result', async () => {
  const { makeChecker, running, order, made, end } = fakes();
  const { results, onResult } = collect();
  const reruns = createReruns({ makeChecker, lanes: 2, onResult });
  const all = reruns.run(['a', 'b', 'c', 'd', 'e'].map(task));
  expect([...running.keys()]).toEqual(['a', 'b']);
  await end('b');
  expect([...running.keys()]).toEqual(['a', 'c']);
  for (const id of ['c', 'a', 'd', 'e']) await end(id);
  await all;
  expect(order).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect([...results.keys()]).toEqual(['b', 'c', 'a', 'd', 'e']);
  expect(made).toHaveLength(2);
});

test('what is stopped has no result, and can be given again', async () => {
  const { makeChecker, end } = fakes();
  const { results, onResult } = collect();
  const reruns = createReruns({ makeChecker, lanes: 1, onResult });
  const first = reruns.run(['a', 'b', 'c'].map(task));
  await end('a');
  reruns.stop();
  await first;
  expect([...results.keys()]).toEqual(['a']);
  const second = reruns.run(['b', 'c'].map(task));
  await end('b');
  await end('c');
  await second;
  expect([...results.keys()]).toEqual(['a', 'b', 'c']);
});

test('workers that go away are made anew, once for an answer, and the others are run', async () => {
  const { makeChecker, made, end } = fakes(new Set(['bad']));
  const { results, onResult } = collect();
  const all = createReruns({ makeChecker, lanes: 1, onResult }).run(['bad', 'good'].map(task));
  await new Promise((resolve) => setTimeout(resolve));
  await end('good');
  await all;
  expect(results.get('bad')).toMatchObject({
    passed: 0,
    tests: 0,
    problem: expect.stringContaining('frame went away') as string,
  });
  expect(results.get('good')).toMatchObject({ passed: 1, tests: 1, problem: null });
  expect(made.map(({ disposed }) => disposed)).toEqual([true, true, false]);
});

test('what failed only after a while beside others is run once more by itself, and that counts', async () => {
  const { makeChecker, running, order, end } = fakes();
  const { results, onResult } = collect();
  let at = 0;
  const all = createReruns({ makeChecker, lanes: 2, onResult, now: () => at }).run(
    ['eats', 'honest'].map(task),
  );
  const ended: CheckReport = { results: [{ name: 'a', status: 'not reached' }], stoppedAfter: 10_000 };
  at = 10_000;
  await end('eats', ended);
  await end('honest', ended);
  expect(results.size).toBe(0);
  expect([...running.keys()]).toEqual(['eats']);
  await end('eats', ended);
  expect([...running.keys()]).toEqual(['honest']);
  await end('honest');
  await all;
  expect(order).toEqual(['eats', 'honest', 'eats', 'honest']);
  expect(results.get('eats')?.problem).toMatch(/still running/u);
  expect(results.get('honest')?.problem).toBeNull();
});

test('what failed after a while counts at once where its frames still answer', async () => {
  const { makeChecker, running, made, end } = fakes();
  const { results, onResult } = collect();
  let at = 0;
  const asked: unknown[] = [];
  const isThere = (checker: Checker): Promise<boolean> => Promise.resolve(asked.push(checker) === 1);
  const all = createReruns({ makeChecker, lanes: 2, onResult, isThere, now: () => at }).run(
    ['loops', 'lost', 'next'].map(task),
  );
  const ended: CheckReport = { results: [{ name: 'a', status: 'not reached' }], stoppedAfter: 10_000 };
  at = 10_000;
  await end('loops', ended);
  expect(results.get('loops')?.problem).toMatch(/still running/u);
  await end('lost', ended);
  expect([results.has('lost'), made.map(({ disposed }) => disposed)]).toEqual([false, [false, true, false]]);
  await end('next');
  expect([...running.keys()]).toEqual(['lost']);
  await end('lost');
  await all;
  expect(results.get('lost')?.problem).toBeNull();
  expect(asked).toHaveLength(2);
});

test('what is stopped while its frames are asked has no result', async () => {
  const { makeChecker, end } = fakes();
  const { results, onResult } = collect();
  let at = 0;
  let answer: (there: boolean) => void = () => undefined;
  const isThere = () => new Promise<boolean>((resolve) => (answer = resolve));
  const reruns = createReruns({ makeChecker, lanes: 2, onResult, isThere, now: () => at });
  const all = reruns.run(['a', 'b'].map(task));
  at = 10_000;
  await end('a', { results: [], stoppedAfter: 10_000 });
  reruns.stop();
  answer(true);
  await all;
  expect(results.size).toBe(0);
});

test('an answer from which no job can be made says why', async () => {
  const { makeChecker } = fakes();
  const { results, onResult } = collect();
  const gone: RerunTask = {
    id: 'gone',
    job: () => {
      throw new Error('The course has no such exercise.');
    },
  };
  await createReruns({ makeChecker, lanes: 3, onResult }).run([gone]);
  expect(results.get('gone')?.problem).toMatch(/no such exercise/);
});

test.each<[string, CheckReport, Partial<Rerun>]>([
  ['all tests pass', passed, { passed: 1, tests: 1, problem: null }],
  [
    'one fails',
    { results: [...passed.results, { name: 'b', status: 'failed', message: 'got 3' }] },
    { passed: 1, tests: 2, problem: 'b: got 3' },
  ],
  [
    'it threw',
    {
      results: [{ name: 'a', status: 'not reached' }],
      error: { name: 'TypeError', message: 'x is not a function', places: [], remedy: '' },
    },
    { passed: 0, tests: 1, problem: 'It stopped with an error: x is not a function' },
  ],
  [
    'it loops',
    { results: [{ name: 'a', status: 'not reached' }], stoppedAfter: 10_000 },
    { passed: 0, problem: 'It was still running after 10 s and was ended.' },
  ],
  ['no test', { results: [] }, { passed: 0, tests: 0, problem: 'No test was reached.' }],
  [
    'a score',
    { results: passed.results, score: { name: 'loss', value: 0.02, goal: 0.05, better: 'lower' } },
    { score: 0.02, problem: null },
  ],
])('%s', (_, report, rerun) => {
  expect(toRerun(report)).toMatchObject(rerun);
});
