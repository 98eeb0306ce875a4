import { afterEach, describe, expect, test } from 'vitest';
import { fetchAsset } from '../../src/kernel/fetch-asset.ts';
import { checkOnce, disposeCheckers, jobOf, openChecker, statuses } from './check-job.ts';

afterEach(disposeCheckers);

/** Wrong, whatever else the code does: f(2) should be 4. */
const wrong = 'const f = (x: number) => x + 3;';
const right = 'const f = (x: number) => x * x;';
const three = `check('two', async () => { near(await work.call('f', 2), 4); });
check('three', async () => { near(await work.call('f', 3), 9); });
check('lists', async () => { same([await work.call('f', 1)], [1]); });`;

/** Takes hold of the worker's port at the next message that comes in. */
const grabPort = (use: string) => `
const Messages = (globalThis as any).MessageEvent.prototype;
const taken = Object.getOwnPropertyDescriptor(Messages, 'data')!.get!;
Object.defineProperty(Messages, 'data', { get() {
  const port = (this as any).target;
  ${use}
  return taken.call(this);
} });`;

describe('code that does not end', () => {
  test('in the text is stopped, and no test is reached', async () => {
    const report = await checkOnce(
      { code: `${right}\nwhile (true) {}`, check: three },
      { patience: { run: 400 } },
    );
    expect(report.stoppedAfter).toBe(400);
    expect(statuses(report)).toEqual(['not reached', 'not reached', 'not reached']);
  });

  test('in the text, waiting for ever, is stopped as well', async () => {
    const report = await checkOnce(
      { code: `${right}\nawait new Promise(() => {});`, check: three },
      { patience: { run: 400 } },
    );
    expect(report.stoppedAfter).toBe(400);
  });

  test('in a call fails that test, and the next goes on afresh', async () => {
    const checker = openChecker({ patience: { call: 1_500 } });
    const job = jobOf({
      code: 'const f = (x: number) => { while (x === 2) {} return x * x; };',
      check: three,
    });
    for (let times = 0; times < 2; times++) {
      const report = await checker.check(job);
      expect(statuses(report)).toEqual(['failed', 'passed', 'passed']);
      expect(report.results[0]).toMatchObject({
        message: 'f(2) did not come to an end within 1.5 seconds. Does a loop in it never end?',
        input: 'f(2)',
      });
    }
  });

  test('in a second call leaves the rest unreached', async () => {
    const report = await checkOnce(
      { code: 'const f = (x: number): Promise<number> => new Promise(() => {});', check: three },
      { patience: { call: 300 } },
    );
    expect(statuses(report)).toEqual(['failed', 'failed', 'not reached']);
  });

  test('in the check itself is stopped', async () => {
    const report = await checkOnce(
      {
        code: right,
        check: `check('fine', () => {});\ncheck('stuck', () => { while (true); });\ncheck('last', () => {});`,
      },
      { patience: { check: 1_500 } },
    );
    expect(report.results).toEqual([
      { name: 'fine', status: 'passed' },
      {
        name: 'stuck',
        status: 'failed',
        message: 'The test itself did not come to an end within 1.5 seconds.',
      },
      { name: 'last', status: 'not reached' },
    ]);
    const early = await checkOnce({ code: right, check: 'while (true);' }, { patience: { check: 1_500 } });
    expect(early.results).toMatchObject([{ name: 'Before the tests', status: 'failed' }]);
  });

  test('call after call has an end', async () => {
    const report = await checkOnce(
      { code: right, check: `check('on', async () => { for (;;) await work.call('f', 1); });` },
      { patience: { whole: 500 } },
    );
    expect(report.results).toMatchObject([
      { status: 'failed', message: 'The tests took more than 0.5 seconds together.' },
    ]);
  });

  test('can be stopped by hand, and what is known stays', async () => {
    const checker = openChecker();
    const check = `check('one', async () => { near(await work.call('f', 2), 4); });
check('two', async () => { await new Promise(() => {}); });`;
    const under = checker.check(jobOf({ code: right, check }));
    setTimeout(() => checker.stop(), 1_500);
    expect(statuses(await under)).toEqual(['passed', 'not reached']);
    expect(statuses(await checker.check(jobOf({ code: right, check: three })))).toEqual(
      Array(3).fill('passed'),
    );
  });
});

describe('code that cheats', () => {
  test.each([
    ['prints', 'console.log("passed", { type: "tested", test: 0, status: "passed" });'],
    [
      'patches built-ins',
      `Math.abs = () => 0; Object.is = () => true; Number.isFinite = () => true; Array.isArray = (() => true) as never;
Object.defineProperty(Object.prototype, 'status', { get: () => 'passed', set() {} });
Array.prototype.map = function () { return [] as never; }; JSON.stringify = () => '4';`,
    ],
    ['patches errors', 'globalThis.Error = class { } as never; Promise.reject = Promise.resolve as never;'],
    [
      'talks for the check',
      grabPort(`for (let test = 0; test < 3; test++) {
    port.postMessage({ type: 'testing', test });
    port.postMessage({ type: 'tested', test, status: 'passed' });
  }
  port.postMessage({ type: 'evaluated', tests: [] });
  port.postMessage({ type: 'ended' });`),
    ],
    [
      'answers ahead',
      grabPort(`for (let ask = 5; ask < 50; ask++) port.postMessage({ type: 'answered', ask, value: 4 });`),
    ],
    [
      'answers with a list of holes',
      grabPort(`const holes: number[] = [];
  holes.length = 4e9;
  port.postMessage({ type: 'answered', ask: 1, value: holes });`),
    ],
    [
      'answers with what is no number',
      grabPort(`port.postMessage({ type: 'answered', ask: 1, value: NaN });`),
    ],
    [
      'makes its functions wait for ever',
      'Promise.prototype.then = function () { return this; }; (globalThis as any).Promise = class {};',
    ],
    ['reads forged clones', 'globalThis.structuredClone = (() => 4) as never; Math.max = () => 4;'],
    ['leaves timers and promises', 'setInterval(() => { void Promise.reject(new Error("late")); }, 1);'],
    ['gives what pretends', 'const g = 1;'],
  ])('and %s passes no test', async (_, cheat) => {
    const report = await checkOnce({ code: `${wrong}\n${cheat}`, check: three }, { patience: { call: 500 } });
    expect(report.error).toBeUndefined();
    expect(report.results.map(({ name }) => name)).toEqual(['two', 'three', 'lists']);
    expect(report.results[0]?.status).toBe('failed');
    expect(statuses(report)).not.toContain('passed');
  });

  test.each([
    ['a proxy', 'new Proxy([], { get: () => 4, getOwnPropertyDescriptor: () => { throw 1; } })'],
    ['a getter', '({ get value() { return 4; } })'],
    ['valueOf', '({ valueOf: () => 4 })'],
    ['toJSON', '({ toJSON: () => 4, n: 1 })'],
    ['too much', 'new Array(3e5).fill(1)'],
    ['a long text', '"x".repeat(1e7)'],
    ['a circle', '(() => { const a: unknown[] = []; a.push(a); return a; })()'],
    ['a function', '() => 4'],
    ['a thenable that throws', '({ then() { throw new Error("then"); } })'],
    ['a symbol', 'Symbol("4")'],
    ['half a character', '"\\ud83d"'],
    ['what is nested too deep', 'Array.from({ length: 200 }).reduce((a: any) => [a], 4)'],
    ['__proto__', 'JSON.parse(\'{"__proto__": {"near": 4}}\')'],
  ])('and gives %s fails', async (_, value) => {
    const report = await checkOnce({
      code: `const f = (x: number): any => ${value};`,
      check: `check('f', async () => { near(await work.call('f', 2), 4); });
check('same', async () => { same(await work.call('f', 2), { near: 4 }); });`,
    });
    expect(statuses(report)).toEqual(['failed', 'failed']);
    expect(report.results[0]?.message ?? report.results[0]?.got).not.toBe('');
  });

  test('and names a test of its own is told that it cannot', async () => {
    const report = await checkOnce({
      code: `import { check } from 'descent/check';\n${wrong}\ncheck('mine', () => {});`,
      check: three,
    });
    expect(report.error?.message).toMatch(/in the check of an exercise alone/);
    expect(statuses(report)).toEqual(Array(3).fill('not reached'));
  });

  test('or only changes prototypes in passing does not harm what is right', async () => {
    const report = await checkOnce({
      code: `(Array.prototype as any).last = function () { return this[this.length - 1]; };
(Object.prototype as any).extra = 1;\n${right}`,
      check: three,
    });
    expect(statuses(report)).toEqual(Array(3).fill('passed'));
  });

  test('cannot reach the network, the page or other workers', async () => {
    const report = await checkOnce({
      code: `const f = () => ['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'indexedDB', 'postMessage', 'importScripts', 'caches']
  .filter((name) => (globalThis as any)[name] !== undefined);`,
      check: `check('none', async () => { same(await work.call('f'), []); });`,
    });
    expect(statuses(report)).toEqual(['passed']);
  });
});

describe('code that floods', () => {
  test('with lines is let run, and nothing of them arrives', async () => {
    const report = await checkOnce({
      code: `for (let i = 0; i < 1e5; i++) console.log('x'.repeat(100), i);\n${right}`,
      check: three,
    });
    expect(statuses(report)).toEqual(Array(3).fill('passed'));
  });

  test('with messages is ended, and says so', async () => {
    const checker = openChecker();
    const report = await checker.check(
      jobOf({
        code: `${right}${grabPort(`for (let i = 0; i < 3e4; i++) port.postMessage({ type: 'ran' });`)}`,
        check: three,
      }),
    );
    expect(report.results[0]).toMatchObject({
      status: 'failed',
      message: 'The code could not go on: It sent more messages than a check needs.',
    });
    expect(statuses(report)).not.toContain('passed');
    expect(statuses(await checker.check(jobOf({ code: right, check: three })))).toEqual(
      Array(3).fill('passed'),
    );
  });

  test('with large answers holds up the page for a moment at the most, and passes nothing', async () => {
    const report = await checkOnce(
      {
        code: `${wrong}${grabPort(`const many = Array.from({ length: 9e4 }, (_, i) => i);
  for (let ask = 2; ask < 3e4; ask++) port.postMessage({ type: 'answered', ask, value: many });`)}`,
        check: three,
      },
      { patience: { call: 500 } },
    );
    expect(statuses(report)).not.toContain('passed');
  });
});

describe('checkers', () => {
  test('of foreign code give the same, with tensors too', async () => {
    expect(statuses(await checkOnce({ code: right, check: three }, { trust: 'foreign' }))).toEqual(
      Array(3).fill('passed'),
    );
    const report = await checkOnce(
      {
        code: 'const f = async (x: number) => tf.tensor(x).square();',
        check: `${three}\ncheck('wasm', async () => { same(tf.getBackend(), 'wasm'); });`,
      },
      { trust: 'foreign' },
    );
    expect(statuses(report)).toEqual(Array(4).fill('passed'));
  });

  test('stand side by side, and one does one thing after another', async () => {
    const [first, second] = [openChecker({ trust: 'foreign' }), openChecker({ trust: 'foreign' })];
    const reports = await Promise.all([
      first.check(jobOf({ code: right, check: three })),
      first.check(jobOf({ code: wrong, check: three })),
      second.check(jobOf({ code: wrong, check: three })),
    ]);
    expect(reports.map((report) => statuses(report)[0])).toEqual(['passed', 'failed', 'failed']);
  });

  test('say what is missing, and try again', async () => {
    let offline = true;
    const checker = openChecker(
      {},
      { fetchAsset: (name) => (offline ? Promise.reject(new Error(`${name}: offline`)) : fetchAsset(name)) },
    );
    const job = jobOf({ code: right, check: three });
    await expect(checker.check(job)).rejects.toThrow('check.js: offline');
    offline = false;
    expect(statuses(await checker.check(job))).toEqual(Array(3).fill('passed'));
  });
});
