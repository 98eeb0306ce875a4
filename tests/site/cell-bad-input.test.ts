/** Bad input in the built page: a clear message in its place, the text is kept, and the next Run works. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closePages, closeSite, openKitchen, openSite } from './cell-page.ts';

beforeAll(openSite);
afterEach(closePages);
afterAll(closeSite);

const refusing =
  'new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; } })';

const inputs: [string, string, string, RegExp][] = [
  ['a syntax error', 'const a = = 1;', 'failed', /SyntaxError/],
  ['only a wrong type', "const n: number = 'seven';\nn", 'done', /seven/],
  ['a thrown string', "throw 'plain words';", 'failed', /plain words/],
  ['a rejected promise', "await Promise.reject(new Error('it went wrong'));", 'failed', /it went wrong/],
  ['64 MB of text', "'x'.repeat(64 << 20)", 'done', /67,108,864/],
  ['a million lines', 'for (let i = 0; i < 1e6; i++) console.log(i);', 'done', /999,000/],
  ['a cyclic object', 'const o: any = {};\no.self = o;\no', 'done', /Circular/],
  ['a throwing getter', "({ get boom() { throw new Error('no'); } })", 'done', /Getter/],
  ['a throwing Proxy', refusing, 'done', /does not let itself/],
  ['a Proxy thrown', `throw ${refusing};`, 'failed', /does not let itself/],
  ['shapes that do not fit', 'tf.matMul(tf.ones([2, 3]), tf.ones([2, 3]))', 'failed', /inner shapes/i],
  [
    'losses that are NaN',
    "const s = show.series('Loss', ['loss']);\ns.add(0, { loss: 1 });\ns.add(1, { loss: NaN });",
    'done',
    /not a number from step/,
  ],
  ['a tensor after dispose', 'const t = tf.ones([1]);\nt.dispose();\nt.add(1)', 'failed', /disposed/],
  ['another tf', '(globalThis as any).tf = null;', 'failed', /tf/],
  ['a changed Object.prototype', '(Object.prototype as any).x = 1;\n({}) as any', 'done', /\{\}/],
];

test(
  'each input is answered below its cell, is not lost, and leaves a page that works',
  { timeout: 120_000 },
  async () => {
    const { page, cell } = await openKitchen();
    const scratch = cell('scratch');
    for (const [name, source, state, said] of inputs) {
      await scratch.write(source);
      await scratch.run(state);
      await expect.poll(() => scratch.output.innerText(), { message: name }).toMatch(said);
      expect(await scratch.source(), name).toBe(source);
      await scratch.write("'still alive'");
      await scratch.run();
      await expect.poll(() => scratch.output.innerText(), { message: name }).toContain('still alive');
    }
    expect(await page.title()).not.toBe('');
  },
);

test.each([
  ['the script of a back end', 'wasm', '**/kernel/backend-wasm*'],
  ['the binary', 'wasm', '**/*.wasm'],
])(
  'when %s alone cannot be fetched another back end runs the cell, and the page says why',
  async (_, backend, pattern) => {
    const { page, cell } = await openKitchen({
      search: `?backend=${backend}`,
      before: (fresh) => fresh.route(pattern, (route) => route.abort()),
    });
    await cell('tiny').run();
    expect(await page.evaluate(() => document.documentElement.dataset['backend'])).not.toBe(backend);
    await page.getByRole('button', { name: /^Back end/ }).click();
    await expect
      .poll(() => page.getByRole('dialog', { name: 'Back end' }).innerText())
      .toContain('WASM was not taken');
  },
);

test('a cell reaches no network, no storage and no page', async () => {
  const { cell } = await openKitchen();
  const scratch = cell('scratch');
  const names = [
    ...['fetch', 'XMLHttpRequest', 'WebSocket', 'importScripts', 'Worker', 'EventSource', 'WebTransport'],
    ...[
      'indexedDB',
      'caches',
      'localStorage',
      'BroadcastChannel',
      'postMessage',
      'close',
      'parent',
      'document',
    ],
  ];
  await scratch.write(
    `'found: ' + [...${JSON.stringify(names)}.filter((n) => (globalThis as any)[n] !== undefined), ...['sendBeacon', 'storage'].filter((n) => (globalThis as any).navigator[n] !== undefined)].join() + '.'`,
  );
  await scratch.run();
  await expect.poll(() => scratch.output.innerText()).toContain('found: .');
  await scratch.write("(globalThis as any).eval('1')");
  await scratch.run('failed');
  expect(await scratch.output.innerText()).toMatch(/EvalError|Content Security Policy|unsafe-eval/);
});

test.each([
  ['absent', 'undefined'],
  ['without an adapter', '{ requestAdapter: () => Promise.resolve(null) }'],
  ['throwing', "{ requestAdapter: () => { throw new Error('no'); } }"],
  ['rejecting', "{ requestAdapter: () => Promise.reject(new Error('no')) }"],
])('with WebGPU %s a cell runs on wasm', async (_, gpu) => {
  const { page, cell, complaints } = await openKitchen({
    search: '',
    before: (fresh) =>
      fresh.addInitScript(`Object.defineProperty(navigator, 'gpu', { value: ${gpu}, configurable: true });`),
  });
  await cell('tiny').run();
  await expect.poll(() => cell('tiny').output.innerText()).toContain('1, 4, 9');
  expect(await page.evaluate(() => document.documentElement.dataset['backend'])).toBe('wasm');
  expect(complaints).toEqual([]);
});
