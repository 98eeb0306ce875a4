import { afterEach, describe, expect, test } from 'vitest';
import { checkOnce, disposeCheckers, jobOf, openChecker, statuses } from './check-job.ts';

afterEach(disposeCheckers);

const code = `const step = (w: number, slope: number, rate: number): number => w - rate * slope;
const losses = [3, 2, 1];`;

describe('a check', () => {
  test('passes what is right, test by test', async () => {
    const report = await checkOnce({
      code,
      check: `check('one step', async () => { near(await work.call('step', 10, 20, 0.1), 8); });
check('losses fall', async () => { decreasing(await work.read('losses')); same(await work.read('losses.length'), 3); });`,
    });
    expect(report).toEqual({
      results: [
        { name: 'one step', status: 'passed' },
        { name: 'losses fall', status: 'passed' },
      ],
    });
  });

  test('says expected, got and input of what is wrong, and goes on', async () => {
    const { results } = await checkOnce({
      code: code.replace('w - rate', 'w + rate').replace('[3, 2, 1]', '[3, 4, 1]'),
      check: `check('one step', async () => { near(await work.call('step', 10, 20, 0.1), 8); });
check('losses fall', async () => { decreasing(await work.read('losses')); });
check('slack', async () => { decreasing(await work.read('losses'), { slack: 1 }); });
check('lists', async () => { near(await work.read('losses'), [3, 4, 1.5]); });
check('words', async () => { await work.read('losses'); holds(1 > 2, 'One is no more than two.'); });`,
    });
    expect(results).toEqual([
      { name: 'one step', status: 'failed', expected: '8', got: '12', input: 'step(10, 20, 0.1)' },
      {
        name: 'losses fall',
        status: 'failed',
        message: 'Number 1 is 3, and number 2 is 4: it should not rise.',
        expected: 'numbers that do not rise',
        got: '[3, 4, 1]',
        input: 'losses',
      },
      { name: 'slack', status: 'passed' },
      {
        name: 'lists',
        status: 'failed',
        message: 'They differ at [2]: expected 1.5, got 1.',
        expected: '[3, 4, 1.5]',
        got: '[3, 4, 1]',
        input: 'losses',
      },
      { name: 'words', status: 'failed', message: 'One is no more than two.', input: 'losses' },
    ]);
  });

  test('tells the error of the learner, with its line', async () => {
    const { results } = await checkOnce({
      code: `const f = (x: number) => {
  return x.nothing.at;
};
const later = async () => { throw new RangeError('too far'); };
const g = 3;`,
      check: `check('throws', async () => { await work.call('f', 1); });
check('rejects', async () => { await work.call('later'); });
check('no function', async () => { await work.call('g'); });
check('nowhere', async () => { await work.call('h', 1); });`,
    });
    expect(results).toMatchObject([
      {
        status: 'failed',
        input: 'f(1)',
        message: expect.stringMatching(/^TypeError: .*undefined.* \(line 2\)$/) as string,
        error: { places: [{ cell: 'work', line: 2 }, {}].slice(0, 1) },
      },
      { status: 'failed', message: 'RangeError: too far (line 4)' },
      { status: 'failed', message: 'g is no function: it is a number.' },
      { status: 'failed', message: 'No cell defines h.' },
    ]);
  });

  test('runs what the cell needs, afresh, and not what depends on it', async () => {
    const lesson = {
      data: 'const rate = input.number("rate", { min: 0, max: 1, value: 0.25 });\nlet count = 0;',
      uses: 'throw new Error(`never ${twice(1)}`);',
    };
    const checker = openChecker();
    const job = jobOf({
      lesson,
      code: 'count += 1;\nconst twice = (x: number) => 2 * x * rate;',
      check: `check('rate', async () => { near(await work.call('twice', 2), 1); });
check('once', async () => { same(await work.read('count'), 1); });`,
    });
    for (let times = 0; times < 2; times++)
      expect(statuses(await checker.check(job))).toEqual(['passed', 'passed']);
  });

  test('tells an error of the text at its place, and what it did not reach', async () => {
    const tests = `check('first', () => {});\ncheck('second', () => {});`;
    expect(await checkOnce({ code: 'const a = 1;\na.b.c;', check: tests })).toMatchObject({
      results: [
        { name: 'first', status: 'not reached' },
        { name: 'second', status: 'not reached' },
      ],
      error: { name: 'TypeError', places: [{ cell: 'work', line: 2 }] },
    });
    expect(await checkOnce({ code: 'const a = = 1;', check: tests })).toMatchObject({
      results: [{ status: 'not reached' }, { status: 'not reached' }],
      error: { name: 'SyntaxError', places: [{ cell: 'work', line: 1 }] },
    });
  });

  test('gives names, nested lists and numbers of the variant', async () => {
    const report = await checkOnce({
      lesson: { cost: 'const cost = (w: number) => (w - 3) ** 2;' },
      given: 'const ride = { start: 5 };',
      code: `const slope = (f: (w: number) => number, w: number) => (f(w + 1e-4) - f(w - 1e-4)) / 2e-4;
const from = ride.start;
const sum = ({ parts }: { parts: number[][] }) => parts.flat().reduce((a, b) => a + b, 0);
void cost;`,
      check: `check('slope', async () => {
  const at = (w: number) => work.call<number>('cost', w);
  near(await work.call('slope', work.name('cost'), 5), await gradient(at, 5), { within: 1e-4 });
});
check('given', async () => { same(await work.read('from'), ride.start); });
check('nested', async () => { same(await work.call('sum', { parts: [[1, 2], [3]] }), 6); });`,
    });
    expect(report.results).toEqual(['slope', 'given', 'nested'].map((name) => ({ name, status: 'passed' })));
  });

  test('a function that gives nothing can be called, and in-place work be read', async () => {
    const report = await checkOnce({
      code: 'let w = 1;\nconst train = () => { w = 2; };',
      check: `check('trains', async () => { same(await work.call('train'), undefined); same(await work.read('w'), 2); });`,
    });
    expect(statuses(report)).toEqual(['passed']);
  });

  test('reaches a score, or says how far it came', async () => {
    const texts = {
      code: 'const accuracy = 0.87;',
      check: `score('accuracy', await work.read('accuracy'), { goal: 0.9 });`,
    };
    expect(await checkOnce(texts)).toEqual({
      results: [{ name: 'accuracy: at least 0.9', status: 'failed', expected: '0.9 or higher', got: '0.87' }],
      score: { name: 'accuracy', value: 0.87, goal: 0.9, better: 'higher' },
    });
    expect(statuses(await checkOnce({ ...texts, code: 'const accuracy = 0.95;' }))).toEqual(['passed']);
  });

  test('draws the same numbers every time, other ones in each call and with another seed', async () => {
    const texts = {
      code: 'const first = Math.random();\nconst draw = () => Math.random();',
      check: `check('draws', async () => {
  const drawn = [Math.random(), await work.read('first'), await work.call('draw'), await work.call('draw'), ...work.seeds(2)];
  holds(new Set(drawn).size === 6, 'All differ.');
  same(drawn, null);
});`,
    };
    const got = async (seed: number) => (await checkOnce({ ...texts, seed })).results[0]?.got;
    const first = await got(1);
    expect(first).toMatch(/^\[0\.\d+, /);
    expect(await got(1)).toBe(first);
    expect(await got(2)).not.toBe(first);
  });

  test('each call draws its own numbers, however many were drawn before', async () => {
    const got = async (more: number) => {
      const { results } = await checkOnce({
        code: `const draw = () => { const x = Math.random(); for (let i = 0; i < ${more}; i++) Math.random(); return x; };`,
        check: `check('second', async () => { await work.call('draw'); same(await work.call('draw'), null); });`,
      });
      return results[0]?.got;
    };
    expect(await got(0)).toBe(await got(5));
  });

  test('that fails before its tests says so', async () => {
    const { results } = await checkOnce({
      code,
      check: `check('one', () => {});\nconst w = await work.read('missing');\ncheck('two', () => {});`,
    });
    expect(results).toEqual([
      { name: 'Before the tests', status: 'failed', message: 'No cell defines missing.' },
      { name: 'one', status: 'not reached' },
    ]);
    expect(
      (await checkOnce({ code, check: `check('a', () => {});\ncheck('a', () => {});` })).results[0],
    ).toMatchObject({
      status: 'failed',
      message: expect.stringContaining("Two tests are named 'a'.") as string,
    });
  });
});

describe('tensors', () => {
  const options = { backends: ['wasm', 'cpu'] as const };

  test('go in and come out as nested lists, and leave none behind', async () => {
    const report = await checkOnce(
      {
        code: `const w = tf.variable(tf.tensor([[1], [2]]));
const model = (x: tf.Tensor) => x.matMul(w);
const same = () => w;
const count = () => tf.memory().numTensors;`,
        check: `check('shape', async () => { near(await work.call('model', work.tensor([[1, 2], [3, 4]])), [[5], [11]]); });
check('a variable lives on', async () => { for (let i = 0; i < 3; i++) near(await work.call('same'), [[1], [2]]); });
check('none are left', async () => {
  const before = await work.call<number>('count');
  for (let i = 0; i < 3; i++) await work.call('model', work.tensor([[1, 2]]));
  same(await work.call('count'), before);
});
check('tf in the check', async () => { near(await tf.ones([2]).array(), [1, 1]); });
check('wasm', async () => { same(tf.getBackend(), 'wasm'); });`,
      },
      options,
    );
    expect(report.results.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(report.results).toHaveLength(5);
  });

  test('train a model with the vocabulary of cells, twice the same', async () => {
    const texts = {
      code: `const train = async (units: number) => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [1] })] });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
  const history = await model.fit(tf.ones([4, 1]), tf.ones([4, 1]), { epochs: 3, callbacks: show.fit() });
  show.model(model);
  return history.history.loss;
};`,
      check: `check('the loss falls', async () => { decreasing(await work.call<number[]>('train', 1)); });
check('printed', async () => { same(await work.call('train', 1), null); });`,
    };
    const [first, second] = [await checkOnce(texts, options), await checkOnce(texts, options)];
    expect(statuses(first)).toEqual(['passed', 'failed']);
    expect(first.results[1]?.got).toBe(second.results[1]?.got);
  });
});
