import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFrame } from '../../src/kernel/frame.ts';
import { disposeAll, openLesson } from './kernel-lesson.ts';

afterEach(disposeAll);

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a cell', () => {
  test('runs and shows its last expression', async () => {
    const lesson = openLesson({ one: 'const a = 2;\na + 3' });
    const ran = await lesson.run('one');
    expect(ran.state).toBe('done');
    expect(ran.outputs).toEqual([{ kind: 'value', value: { type: 'number', text: '5' } }]);
  });

  test('shows a tensor with its numbers, on wasm', async () => {
    const lesson = openLesson({ one: 'tf.tensor([1, 2, 3]).mul(2)' }, { backend: 'wasm' });
    const { outputs } = await lesson.run('one');
    expect(outputs[0]).toMatchObject({ kind: 'tensor', shape: [3], min: 2, max: 6, mean: 4 });
    expect(lesson.events).toContainEqual({ type: 'backend', backend: 'wasm', refused: [] });
  });

  test('runs first what it needs, directly or not, and that only once', async () => {
    const lesson = openLesson({
      a: 'console.log("a");\nconst x = 1;',
      b: 'console.log("b");\nconst y = x + 1;',
      c: 'const z = 5;',
      d: 'y * 10',
    });
    expect((await lesson.run('d')).outputs).toMatchObject([{ value: { text: '20' } }]);
    const started = () =>
      lesson.events.filter(({ type }) => type === 'clear').map((e) => 'cell' in e && e.cell);
    expect(started()).toEqual(['a', 'b', 'd']);
    await lesson.run('d');
    expect(started()).toEqual(['a', 'b', 'd', 'd']);
  });

  test('runs again with const, classes, functions, destructuring, await and imports', async () => {
    const lesson = openLesson({
      one:
        `import { noisyLine } from 'descent/data';
const { x, y } = noisyLine({ n: 4, slope: 1, intercept: 0, noise: 0, seed: 1 });
class Point { constructor(readonly at: number) {} }
`.replace('constructor(readonly at: number) {}', 'at; constructor(at: number) { this.at = at; }') +
        `const [first, ...rest] = await Promise.resolve([1, 2, 3]);
function twice(n: number) { return n * 2; }
[x.length, y.length, new Point(7).at, first, rest.length, twice(4)].join()`,
    });
    for (let times = 0; times < 3; times++)
      expect((await lesson.run('one')).outputs).toMatchObject([{ value: { text: '4,4,7,1,2,8' } }]);
  });

  test('closures see variables that later cells change', async () => {
    const lesson = openLesson({
      a: 'let n = 1;\nconst read = () => n;',
      b: 'n = 41;\nn += 1;',
      c: 'read()',
    });
    await lesson.run('a');
    await lesson.run('b');
    expect((await lesson.run('c')).outputs).toMatchObject([{ value: { text: '42' } }]);
  });

  test('is stale when a cell above or an input changed, and runs anew then', async () => {
    const lesson = openLesson({
      a: 'const rate = input.number("rate", { min: 0, max: 1, value: 0.5 });',
      b: 'rate * 2',
    });
    await lesson.run('b');
    lesson.kernel.enter('a', 'rate', 0.25);
    await lesson.until((e) => e.type === 'cell' && e.cell === 'b' && e.state === 'stale');
    expect(lesson.kernel.state('a')).toBe('stale');
    expect((await lesson.run('b')).outputs).toMatchObject([{ value: { text: '0.5' } }]);
    lesson.kernel.edit('a', 'const rate = 3;');
    await lesson.until((e) => e.type === 'cell' && e.cell === 'b' && e.state === 'stale');
    expect((await lesson.run('b')).outputs).toMatchObject([{ value: { text: '6' } }]);
    expect(lesson.kernel.state('b')).toBe('done');
  });

  test('draws the same numbers whatever ran before, and others with another seed', async () => {
    const sources = {
      a: 'Math.random();',
      b: 'const t = tf.randomNormal([3]);\n[Math.random(), ...(await t.data())].join()',
    };
    const text = async (cells: string[], seed: number) => {
      const lesson = openLesson(sources, { seed });
      for (const cell of cells) await lesson.run(cell);
      const [output] = lesson.outputs('b');
      return output?.kind === 'value' ? output.value.text : '';
    };
    const first = await text(['b'], 1);
    expect(first.split(',')).toHaveLength(4);
    expect(await text(['a', 'b', 'a', 'b'], 1)).toBe(first);
    expect(await text(['b'], 2)).not.toBe(first);
  });

  test('of functions alone, run again, makes nothing stale that was worked out with them', async () => {
    const lesson = openLesson({
      half: 'const half = (x: number) => x / 2;',
      roll: 'const rolled = Math.random();',
      use: 'half(rolled)',
    });
    await lesson.run('use');
    await lesson.run('half');
    expect(lesson.kernel.state('use')).toBe('done');
    await lesson.run('roll');
    await vi.waitFor(() => expect(lesson.kernel.state('use')).toBe('stale'));
    // Nor is it run again for that: only the die was thrown anew.
    const before = lesson.events.length;
    await lesson.run('use');
    const ran = lesson.events.slice(before).flatMap((e) => (e.type === 'clear' ? [e.cell] : []));
    expect(ran).toEqual(['use']);
  });

  test('forgotten, is as if it had never run', async () => {
    const lesson = openLesson({ a: 'console.log("ran");\nconst x = 1;', b: 'x' });
    await lesson.run('b');
    lesson.kernel.forget('a');
    expect(lesson.kernel.state('a')).toBe('idle');
    await lesson.run('b');
    expect(lesson.events.filter((e) => e.type === 'clear' && e.cell === 'a')).toHaveLength(2);
  });

  test('keeps as many tensors after the third run as after the first, models and variables too', async () => {
    const lesson = openLesson({
      model: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
model.compile({ optimizer: tf.train.adam(0.1), loss: 'meanSquaredError' });
const v = tf.variable(tf.scalar(1), true, 'named');
tf.ones([5]);`,
      train: 'await model.fit(tf.ones([4, 3]), tf.ones([4, 2]), { epochs: 2 });\ntf.memory().numTensors',
    });
    const counts: unknown[] = [];
    for (const cell of ['train', 'train', 'train', 'model', 'train', 'train']) {
      const { outputs, state } = await lesson.run(cell);
      expect(state).toBe('done');
      if (cell === 'train') counts.push(outputs[0]?.kind === 'value' && outputs[0].value.text);
    }
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toMatch(/^\d+$/);
  });
});

describe('errors', () => {
  test('name the line, the column and the function of the reader', async () => {
    const lesson = openLesson({
      a: 'function half(t: number): number {\n  throw new RangeError("no " + t);\n}',
      b: 'const n: number = 3;\nhalf(n);',
    });
    const { state, error } = await lesson.run('b');
    expect(state).toBe('failed');
    expect(error).toMatchObject({ name: 'RangeError', message: 'no 3' });
    expect(error?.places).toEqual([
      { cell: 'a', line: 2, column: 9, function: 'half' },
      { cell: 'b', line: 2, column: 1 },
    ]);
  });

  test.each([
    ['shapes', 'tf.matMul(tf.ones([2, 3]), tf.ones([2, 3]))', /inner shapes/i, /\[2,3\] has 3/],
    ['broadcast', 'tf.add(tf.ones([2]), tf.ones([3]))', /broadcast/, /\[2\] and \[3\]/],
    ['disposed', 'const t = tf.ones([1]);\nt.dispose();\nt.add(1)', /disposed/, /keep/],
    ['reshape', 'tf.ones([6]).reshape([4])', /Size\(6\)/, /room for 4/],
    ['unknown', 'nowhere + 1', /nowhere is not defined/, /No cell/],
    ['early', 'const f = () => late;\nf();\nconst late = 1;', /before initialization/, /above the line/],
    ['chart', 'show.chart({ marks: [{ type: "line", x: [1], y: [1, 2] }] })', /has 1 numbers, y has 2/, null],
  ])('say what to do: %s', async (_, source, message, remedy) => {
    const { state, error } = await openLesson({ one: source }).run('one');
    expect(state).toBe('failed');
    expect(error?.message).toMatch(message);
    if (remedy !== null) expect(error?.remedy).toMatch(remedy);
    expect(error?.places[0]).toMatchObject({ cell: 'one' });
  });

  test.each([
    ['a string', 'throw "plain";', 'plain'],
    ['a rejected promise', 'await Promise.reject(new Error("gone"));', 'gone'],
    ['null', 'throw null;', 'null'],
    [
      'a Proxy that refuses everything',
      'throw new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; } });',
      'does not let itself',
    ],
    [
      'an object whose message throws',
      'throw Object.assign(new Error("x"), { get message() { return 1; } });',
      '',
    ],
    [
      'a hostile error',
      'throw Object.defineProperty(new Error("x"), "message", { get() { throw 1; } });',
      '',
    ],
  ])('%s is shown', async (_, source, message) => {
    const { state, error } = await openLesson({ one: source }).run('one');
    expect(state).toBe('failed');
    expect(error?.message).toContain(message);
  });

  test('a fault in edited text is told at its place, and the next right text runs', async () => {
    const lesson = openLesson({ one: '1' });
    lesson.kernel.edit('one', 'const a = 1;\nconst b = = 2;');
    const { state, error } = await lesson.run('one');
    expect(state).toBe('failed');
    expect(error?.places).toMatchObject([{ cell: 'one', line: 2 }]);
    lesson.kernel.edit('one', 'const a: number = 7;\na');
    expect((await lesson.run('one')).outputs).toMatchObject([{ value: { text: '7' } }]);
  });

  test('in a timer and in a promise nobody awaits come late, with their place', async () => {
    const lesson = openLesson({
      one: 'setTimeout(() => {\n  throw new Error("late one");\n}, 20);\nvoid Promise.reject(new Error("lone"));\n1',
    });
    const lates = (text: string) =>
      lesson.until((e) => e.type === 'late' && e.cell === 'one' && e.error.message === text);
    const both = Promise.all([lates('late one'), lates('lone')]);
    expect((await lesson.run('one')).state).toBe('done');
    const [timer] = await both;
    expect(timer.type === 'late' && timer.error.places[0]).toMatchObject({ line: 2, column: 9 });
    expect((await lesson.run('one')).state).toBe('done');
  });
});

describe('stop', () => {
  const fit = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
console.log('training');
const history = await model.fit(tf.ones([64, 2]), tf.ones([64, 1]), { epochs: 100000, batchSize: 8, callbacks: show.fit() });`;

  test('ends a fit after the batch, keeps its weights and its curve', async () => {
    const lesson = openLesson({ train: fit, use: 'history.epoch.length > 0 && model.weights.length' });
    const run = lesson.run('train');
    await lesson.until((e) => e.type === 'append');
    const start = performance.now();
    await lesson.kernel.stop();
    expect((await run).state).toBe('stopped');
    expect(performance.now() - start).toBeLessThan(500);
    expect(lesson.points('train').length).toBeGreaterThan(0);
    expect((await lesson.run('use')).outputs).toMatchObject([{ value: { text: '2' } }]);
    expect(lesson.events.some(({ type }) => type === 'gone')).toBe(false);
  });

  test('a fit with callbacks of both kinds calls them all', async () => {
    const lesson = openLesson({
      one: fit
        .replace('epochs: 100000', 'epochs: 3')
        .replace(
          'show.fit()',
          '[show.fit(), { onEpochEnd: (epoch) => console.log("epoch", epoch) }, tf.callbacks.earlyStopping({ monitor: "loss", patience: 100 })]',
        ),
    });
    const { state } = await lesson.run('one');
    expect(state).toBe('done');
    expect(lesson.lines('one')).toEqual(['training', 'epoch 0', 'epoch 1', 'epoch 2']);
    expect(lesson.outputs('one')[1]).toMatchObject({ kind: 'progress', step: 3, steps: 3, ended: true });
  });

  test('ends training after the step, and what stands behind it still runs', async () => {
    const lesson = openLesson({
      one: 'let n = 0;\nfor await (const step of training({ steps: 1e7 })) {\n  n = step.number;\n  step.log({ n });\n}\nn > 0',
    });
    const run = lesson.run('one');
    await lesson.until((e) => e.type === 'append');
    await lesson.kernel.stop();
    expect((await run).state).toBe('stopped');
    expect(lesson.outputs('one').at(-1)).toMatchObject({ kind: 'value', value: { text: 'true' } });
    expect(lesson.outputs('one')[0]).toMatchObject({ kind: 'progress', ended: true });
  });

  test.each([
    ['pause', 'await pause(60000);'],
    ['a loop of frames', 'for (;;) await tf.nextFrame();'],
    [
      'a loop of reads',
      'for (;;) { const t = tf.ones([1]); await t.data(); t.dispose(); await new Promise((r) => setTimeout(r)); }',
    ],
  ])('ends %s without losing variables', async (_, source) => {
    const lesson = openLesson({ a: 'const kept = 5;', b: `console.log(kept);\n${source}` });
    const run = lesson.run('b');
    await lesson.until((e) => e.type === 'output');
    await lesson.kernel.stop();
    expect((await run).state).toBe('stopped');
    expect(lesson.events.some(({ type }) => type === 'gone')).toBe(false);
    expect(lesson.kernel.state('a')).toBe('done');
  });

  test('removes a worker that loops for ever, says what was lost, and the next run brings it back', async () => {
    const lesson = openLesson({ a: 'const x = 6;', b: 'console.log(x);\nfor (;;) {}', c: 'x * 7' });
    await lesson.run('c');
    const run = lesson.run('b');
    await lesson.until((e) => e.type === 'output' && e.cell === 'b');
    const start = performance.now();
    await lesson.kernel.stop();
    expect((await run).state).toBe('stopped');
    expect(performance.now() - start).toBeLessThan(1_500);
    expect(lesson.events.find(({ type }) => type === 'gone')).toBeDefined();
    expect(lesson.events.find((e) => e.type === 'notice' && e.cell === 'b')).toMatchObject({
      text: expect.stringContaining('variables of all cells were cleared') as unknown,
    });
    expect(['a', 'b', 'c'].map(lesson.kernel.state)).toEqual(['idle', 'stopped', 'idle']);
    expect((await lesson.run('c')).outputs).toMatchObject([{ value: { text: '42' } }]);
  });

  test('another run ends the one under way', async () => {
    const lesson = openLesson({ a: 'await pause(60000);', b: '2' });
    const first = lesson.run('a');
    await lesson.until((e) => e.type === 'cell' && e.state === 'running');
    expect((await lesson.run('b')).state).toBe('done');
    expect((await first).state).toBe('stopped');
  });

  test('before the worker lives, leaves nothing behind', async () => {
    const lesson = openLesson({ a: '1' });
    const first = lesson.run('a');
    await lesson.kernel.stop();
    expect((await first).state).toBe('stopped');
    expect((await lesson.run('a')).state).toBe('done');
  });
});

describe('what cells put out', () => {
  test('a million lines keep to the bound, are counted, and never hold up the page', async () => {
    const lesson = openLesson({ one: 'for (let i = 0; i < 1e6; i++) console.log(i);' });
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const { state } = await lesson.run('one');
    clearInterval(timer);
    expect(state).toBe('done');
    expect(lesson.lines('one')).toHaveLength(1_000);
    expect(lesson.events.findLast((e) => e.type === 'notice')).toMatchObject({
      text: expect.stringContaining('999,000') as unknown,
    });
    expect(longest).toBeLessThan(300);
  });

  test.each([
    ['a caption that is no text', 'show(1, 5 as any);', /caption/],
    ['a chart without marks', 'show.chart({ marks: 3 } as any);', /chart|marks/],
    [
      'a function in a figure',
      "show.figure('curve', { x: [0, 1], f: () => 1 });",
      /function cannot be drawn/,
    ],
    ['a table that is none', 'show.table(7 as any);', /./],
  ])('%s is an error of its line, and what came before it is shown', async (_, source, message) => {
    const { state, outputs, error } = await openLesson({ one: `console.log('before');\n${source}` }).run(
      'one',
    );
    expect(state).toBe('failed');
    expect(outputs).toHaveLength(1);
    expect(error?.message).toMatch(message);
    expect(error?.places[0]).toMatchObject({ cell: 'one', line: 2 });
  });

  test.each([
    ['a string of 64 MB', '"x".repeat(64 << 20)', /^x{1000}.*67,108,864 characters/s],
    ['a cyclic object', 'const o: any = { n: 1 };\no.self = o;\no', /^\{n: 1, self: \[Circular\]\}$/],
    [
      'throwing getters',
      '({ get boom() { throw new Error("no"); }, ok: 1 })',
      /^\{boom: \[Getter\], ok: 1\}$/,
    ],
    [
      'a Proxy that refuses everything',
      'show(new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; } }));',
      /does not let itself/,
    ],
    [
      'a Proxy that refuses everything, as the last expression',
      'const p = new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; } });\np',
      /does not let itself/,
    ],
    ['a promise’s value', 'Promise.resolve(5)', /^5$/],
    ['minus zero', '-0', /^-0$/],
    ['not a number', '0 / 0', /^NaN$/],
    ['a class', 'class Net {}\nNet', /^class Net$/],
    ['ten million numbers', 'new Float32Array(1e7)', /Float32Array\(10000000\)/],
  ])('%s is shown, bounded', async (_, source, text) => {
    const { state, outputs } = await openLesson({ one: source }).run('one');
    expect(state).toBe('done');
    expect(outputs[0]?.kind === 'value' && outputs[0].value.text).toMatch(text);
    expect(JSON.stringify(outputs).length).toBeLessThan(200_000);
  });

  test('getters are named, not called', async () => {
    const lesson = openLesson({ one: 'const o = { get x() { console.log("called"); return 1; } };\no' });
    const { outputs } = await lesson.run('one');
    expect(outputs).toMatchObject([{ value: { entries: [{ key: 'x', value: { type: 'getter' } }] } }]);
    expect(lesson.lines('one')).toEqual([]);
  });

  test('lines written after the end go to their cell, until it runs again', async () => {
    const lesson = openLesson({
      one: 'let n = 0;\nsetInterval(() => console.log("tick", n++), 10);',
      two: '2',
    });
    await lesson.run('one');
    await lesson.run('two');
    await lesson.until((e) => e.type === 'output' && e.cell === 'one');
    expect(lesson.lines('one')[0]).toBe('tick 0');
    lesson.kernel.edit('one', '"quiet"');
    await lesson.run('one');
    await wait(80);
    expect(lesson.lines('one')).toEqual([]);
  });

  test('a new run of a cell ends the timers of its last', async () => {
    const lesson = openLesson({
      one: 'const g = globalThis as any;\ng.ticks = 0;\nsetInterval(() => g.ticks++, 5);',
      two: 'const before = (globalThis as any).ticks;\nawait pause(60);\n(globalThis as any).ticks - before',
    });
    await lesson.run('one');
    expect((await lesson.run('two')).outputs).not.toMatchObject([{ value: { text: '0' } }]);
    lesson.kernel.edit('one', '1');
    await lesson.run('one');
    expect((await lesson.run('two')).outputs).toMatchObject([{ value: { text: '0' } }]);
  });

  test('NaN and the infinities arrive in series and tensors', async () => {
    const lesson = openLesson({
      one: 'const s = show.series("loss", ["a"]);\ns.add(0, { a: NaN });\ns.add(1, { a: Infinity });\ntf.tensor([NaN, 1, Infinity])',
    });
    const { state, outputs } = await lesson.run('one');
    expect(state).toBe('done');
    expect(lesson.points('one').flatMap(({ ys }) => [...(ys[0] ?? [])])).toEqual([NaN, Infinity]);
    expect(outputs[1]).toMatchObject({ notFinite: 2, min: 1, max: 1 });
  });

  test('tables, images, models, progress and figures', async () => {
    const lesson = openLesson({
      one: `show.table([{ a: 1, b: 'x' }, { a: 2, b: 'y' }]);
await show.image(tf.ones([2, 3]));
show.model(tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] }), 'Small');
show.progress(4).to(4);
show.figure('curve', { x: [0, 1], xs: new Float32Array([1, 2]) }, { slot: 'c' });
show.figure('curve', { x: [0, 2] }, { slot: 'c' });
console.table([{ q: 1 }]);`,
    });
    const { state, outputs } = await lesson.run('one');
    expect(state).toBe('done');
    expect(outputs).toMatchObject([
      { kind: 'table', columns: ['a', 'b'], more: 0 },
      { kind: 'image', width: 3, height: 2 },
      { kind: 'model', caption: 'Small', parameters: 8, layers: [{ type: 'Dense', output: '[batch, 2]' }] },
      { kind: 'progress', step: 4, ended: true },
      { kind: 'figure', name: 'curve', data: { x: [0, 2] } },
      { kind: 'table', columns: ['q'] },
    ]);
  });
});

describe('cells that meddle', () => {
  test('cannot redefine tf or the vocabulary', async () => {
    const lesson = openLesson({
      one: '(globalThis as any).tf = null;',
      two: '(tf as any).add = null;',
      three: 'tf.add(1, 2)',
    });
    expect((await lesson.run('one')).state).toBe('failed');
    expect((await lesson.run('two')).state).toBe('failed');
    expect((await lesson.run('three')).outputs).toMatchObject([{ kind: 'tensor', min: 3 }]);
  });

  test('a Proxy that refuses everything stays a variable and harms no other cell', async () => {
    const lesson = openLesson({
      one: 'const p = new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; } });',
      two: 'const t = tf.ones([1]);\ntypeof p',
    });
    for (const cell of ['one', 'two', 'one', 'two']) expect((await lesson.run(cell)).state).toBe('done');
    expect(lesson.outputs('two')).toMatchObject([{ value: { text: 'object' } }]);
  });

  test('cannot break the kernel by changing built-ins', async () => {
    const lesson = openLesson({
      one: `(Object.prototype as any).polluted = { toString() { throw 1; } };
(Array.prototype as any).extra = 1;
Math.random = () => 0;
Error.prepareStackTrace = () => { throw 1; };
1`.replace('Error.prepareStackTrace', '(Error as any).prepareStackTrace'),
      two: 'const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });\nm.compile({ optimizer: "adam", loss: "meanSquaredError" });\nawait m.fit(tf.ones([2, 1]), tf.ones([2, 1]));\nMath.random() > 0',
    });
    expect((await lesson.run('one')).state).toBe('done');
    const { state, outputs } = await lesson.run('two');
    expect({ state, outputs }).toMatchObject({ state: 'done', outputs: [{ value: { text: 'true' } }] });
  });

  test('find no network, no storage, no way to load scripts', async () => {
    const names = [
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'indexedDB',
      'caches',
      'Worker',
      'importScripts',
      'BroadcastChannel',
      'EventSource',
      'WebTransport',
      'localStorage',
      'postMessage',
      'onmessage',
      'close',
    ];
    const lesson = openLesson({
      one: `[${JSON.stringify(names)}.filter((n) => (globalThis as any)[n] !== undefined).join(), (globalThis as any).navigator.storage === undefined, (globalThis as any).navigator.locks === undefined, Object.getOwnPropertySymbols(globalThis).filter((s) => String(s).includes('descent')).length].join(' ')`,
    });
    expect((await lesson.run('one')).outputs).toMatchObject([{ value: { text: ' true true 0' } }]);
  });
});

describe('the kernel itself', () => {
  test('says so when its script does not load, and runs once it does', async () => {
    let broken = true;
    const { fetchAsset } = await import('../../src/kernel/fetch-asset.ts');
    const lesson = openLesson(
      { one: '1' },
      { fetchAsset: (name) => (broken ? Promise.reject(new Error('offline')) : fetchAsset(name)) },
    );
    const { state, error } = await lesson.run('one');
    expect(state).toBe('failed');
    expect(error).toMatchObject({ message: expect.stringContaining('offline') as unknown });
    expect(error?.remedy).toMatch(/connection/);
    broken = false;
    expect((await lesson.run('one')).state).toBe('done');
  });

  test('says so when its script is damaged', async () => {
    const lesson = openLesson(
      { one: '1' },
      { fetchAsset: () => Promise.resolve(new TextEncoder().encode('this is (not').buffer) },
    );
    const { state, error } = await lesson.run('one');
    expect(state).toBe('failed');
    expect(error?.message).toMatch(/SyntaxError|could not/);
  });

  test('takes another back end when the chosen one does not load', async () => {
    const { fetchAsset } = await import('../../src/kernel/fetch-asset.ts');
    const lesson = openLesson(
      { one: '1' },
      {
        backend: 'webgl',
        fetchAsset: (name) =>
          name === 'backend-webgl.js' ? Promise.reject(new Error('blocked')) : fetchAsset(name),
      },
    );
    expect((await lesson.run('one')).state).toBe('done');
    const chosen = lesson.events.find((e) => e.type === 'backend');
    expect(chosen).toMatchObject({ backend: 'wasm', refused: [{ backend: 'webgl' }] });
  });

  test.each(['wasm', 'webgpu'] as const)('trains a small model on %s', async (backend) => {
    const lesson = openLesson(
      {
        one: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
const x = tf.tensor2d([[0], [1], [2], [3]]);
const history = await model.fit(x, x.mul(2), { epochs: 8, callbacks: show.fit() });
const losses = history.history.loss as number[];
losses[7]! < losses[0]!`,
      },
      { backend },
    );
    const { state, outputs } = await lesson.run('one');
    expect(state).toBe('done');
    expect(lesson.events.find((e) => e.type === 'backend')).toMatchObject({ backend });
    expect(outputs.at(-1)).toMatchObject({ value: { text: 'true' } });
  });

  test('tells when the device goes away half-way, and the next run has a new one', async () => {
    const lesson = openLesson(
      { one: '(tf.backend() as any).device.destroy();\nawait pause(20000);', two: 'tf.ones([2])' },
      { backend: 'webgpu' },
    );
    const { state, error } = await lesson.run('one');
    expect(state).toBe('failed');
    expect(error?.message).toMatch(/graphics device went away/);
    expect((await lesson.run('two')).outputs).toMatchObject([{ kind: 'tensor', min: 1 }]);
  });

  test('the worker ignores what is no request', async () => {
    const ports: MessagePort[] = [];
    const lesson = openLesson(
      { one: '1', two: '2' },
      {
        host(options) {
          const frame = createFrame(options);
          return {
            ...frame,
            async spawn(scripts) {
              const port = await frame.spawn(scripts);
              ports.push(port);
              return port;
            },
          };
        },
      },
    );
    await lesson.run('one');
    for (const nonsense of [
      'x',
      null,
      { type: 'eval', code: '1' },
      { type: 'run', run: 'one' },
      { type: 'run', run: 7 },
    ])
      ports[0]?.postMessage(nonsense);
    expect((await lesson.run('two')).outputs).toMatchObject([{ value: { text: '2' } }]);
    expect(ports).toHaveLength(1);
  });

  test('on webgpu, reading without waiting is refused with a remedy', async () => {
    const lesson = openLesson(
      { one: 'tf.matMul(tf.ones([64, 64]), tf.ones([64, 64])).dataSync()' },
      { backend: 'webgpu' },
    );
    const { state, error } = await lesson.run('one');
    expect(state).toBe('failed');
    expect(error?.remedy).toMatch(/await tensor.data/);
  });

  test('runs foreign code in an opaque origin, on wasm', async () => {
    const lesson = openLesson(
      {
        one: '[(globalThis as any).origin, (globalThis as any).navigator.gpu === undefined, (await tf.ones([2]).data())[1]].join()',
      },
      { backend: 'wasm', trust: 'foreign' },
    );
    expect((await lesson.run('one')).outputs).toMatchObject([{ value: { text: 'null,true,1' } }]);
  });

  test('changes the back end at the next run', async () => {
    const lesson = openLesson({ one: 'tf.getBackend()' });
    await lesson.run('one');
    lesson.kernel.choose('wasm');
    expect((await lesson.run('one')).outputs).toMatchObject([{ value: { text: 'wasm' } }]);
  });

  test('measures a step while idle', async () => {
    const lesson = openLesson({ one: '1' });
    expect(await lesson.kernel.probe()).toBeNull();
    await lesson.run('one');
    const probed = await lesson.kernel.probe();
    expect(probed?.backend).toBe('cpu');
    expect(probed?.ms).toBeGreaterThan(0);
  });
});
