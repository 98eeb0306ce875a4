import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NamedArgument, TensorArgument, toArguments } from '../../../src/library/check/arguments.ts';
import {
  installCheckHost,
  type CheckHost,
  type CheckQuestion,
} from '../../../src/library/check/check-host.ts';
import { isNear, unequal } from '../../../src/library/check/compare.ts';
import { outcomeOf } from '../../../src/library/check/outcome.ts';
import { print, printBoth } from '../../../src/library/check/print.ts';
import { decreasing, gradient, holds, near, score, work } from '../../../src/library/check.ts';

const told = (test: () => unknown) => outcomeOf({ asked: undefined } as CheckHost, test);

describe('near', () => {
  test('is absolute up to 1 and relative above', () => {
    expect(isNear(0.1 + 0.2, 0.3, 1e-6)).toBe(true);
    expect(isNear(1e-3, 0, 1e-2)).toBe(true);
    expect(isNear(1_000_001, 1_000_000, 1e-6)).toBe(true);
    expect(isNear(1_000_002, 1_000_000, 1e-6)).toBe(false);
    expect(isNear(NaN, NaN, 0)).toBe(true);
    expect(isNear(NaN, 1, 1e9)).toBe(false);
    expect(isNear(5, Infinity, 1)).toBe(false);
    expect(isNear(Infinity, Infinity, 0)).toBe(true);
  });

  test('takes what differs by less, and refuses what differs by more', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        fc.double({ noNaN: true, min: 1e-6, max: 1 }),
        (x, within) => {
          const tolerance = within * Math.max(1, Math.abs(x));
          expect(isNear(x + tolerance * 0.9, x, within)).toBe(true);
          expect(isNear(x + tolerance * 1.1, x, within)).toBe(false);
        },
      ),
    );
  });

  test.each([
    [[1, 2], [1, 2, 3], 'It should be a list of length 3; its length is 2.'],
    [3, [1], 'It should be a list.'],
    [[[1], 2], [[1], [2]], '[1] should be a list.'],
    ['1', 1, 'It should be a number.'],
    [[[1, 2]], [[1, 3]], 'They differ at [0][1]: expected 3, got 2.'],
    [undefined, 1, 'It should be a number.'],
  ])('%j against %j', async (got, expected, message) => {
    expect(await told(() => near(got, expected))).toMatchObject({ status: 'failed', message });
  });

  test('takes typed arrays, tolerances and a name for what was asked', async () => {
    expect(await told(() => near([1, 2], new Float32Array([1, 2])))).toEqual({ status: 'passed' });
    expect(await told(() => near(1.05, 1, { within: 0.1 }))).toEqual({ status: 'passed' });
    expect(await told(() => near(2, 1, { for: 'the slope' }))).toEqual({
      status: 'failed',
      expected: '1',
      got: '2',
      input: 'the slope',
    });
  });
});

test('same goes part by part', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(unequal(structuredClone(value), value)).toBeUndefined();
      expect(unequal({ value }, value)).toBeDefined();
    }),
  );
  expect(unequal(-0, 0)).toBeUndefined();
  expect(unequal(NaN, NaN)).toBeUndefined();
  expect(unequal({ a: 1 }, { a: 1, b: 2 })?.message).toBe('.b is missing.');
  expect(unequal({ a: 1, b: 2 }, { a: 1 })?.message).toBe('.b should not be there.');
  expect(unequal([1], { 0: 1 })).toBeDefined();
  expect(unequal(null, {})).toBeDefined();
});

test('decreasing names the first rise', async () => {
  expect(await told(() => decreasing([3, 2, 2, 1]))).toEqual({ status: 'passed' });
  expect(await told(() => decreasing([3, 3.05, 2], { slack: 0.1 }))).toEqual({ status: 'passed' });
  expect(await told(() => decreasing([3, 2, 2.5]))).toMatchObject({
    message: 'Number 2 is 2, and number 3 is 2.5: it should not rise.',
  });
  expect(await told(() => decreasing([1, NaN]))).toMatchObject({ status: 'failed' });
  for (const none of [[], [1], ['b', 'a'], [null, null], 'ba', null])
    expect(await told(() => decreasing(none as number[]))).toMatchObject({
      message: 'It should be a list of two numbers or more.',
    });
});

test('holds and score tell their own failures, and other errors are told as such', async () => {
  expect(await told(() => holds(false, 'No.'))).toEqual({ status: 'failed', message: 'No.' });
  expect(await told(() => score('a', NaN, { goal: 1 }))).toMatchObject({
    message: 'The a should be a number.',
  });
  expect(await told(() => (null as unknown as { x: number }).x)).toMatchObject({
    message: expect.stringMatching(/^The test could not go on with what it got: /) as string,
  });
});

test('gradient is that of a polynomial, in the shape of x', async () => {
  expect(await gradient((x) => x ** 3, 2)).toBeCloseTo(12, 5);
  const of = await gradient(async ([a = 0, b = 0]: number[]) => Promise.resolve(a * a * b), [3, 5]);
  expect(of.map((each) => Number(each.toFixed(4)))).toEqual([30, 9]);
  const rows = await gradient(
    (x: number[][]) => x.flat().reduce((sum, each) => sum + each * each, 0),
    [[1], [2, 1000]],
  );
  expect(rows.map((row) => row.map(Math.round))).toEqual([[2], [4, 2000]]);
  await expect(gradient(() => 'x' as unknown as number, 1)).rejects.toThrow('must give one number');
});

describe('print', () => {
  test.each([
    [0.1 + 0.2, '0.3'],
    [-0, '0'],
    ['a "b"', '"a \\"b\\""'],
    [{ a: [1, { b: null }] }, '{ a: [1, { b: null }] }'],
    [new Float32Array([0.1, 2]), '[0.1, 2]'],
    [new NamedArgument('slope'), 'slope'],
    [new TensorArgument([[1, 2]], 'float32'), 'tensor([[1, 2]])'],
    [undefined, 'undefined'],
    [{}, '{}'],
  ])('%j', (value, text) => expect(print(value)).toBe(text));

  test('is cut, however large the value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(print(value).length).toBeLessThanOrEqual(160);
      }),
    );
    expect(print(Array(1e5).fill('x'.repeat(1000))).length).toBe(160);
  });

  test('shows as many digits as tell two numbers apart', () => {
    expect(printBoth(1.00000001, 1)).toEqual(['1.00000001', '1']);
    expect(printBoth(0.3, 0.1 + 0.2)).toEqual(['0.3', '0.30000000000000004']);
  });
});

describe('work', () => {
  const asked: { question: CheckQuestion; printed: string }[] = [];
  installCheckHost({
    seed: 3,
    asked: undefined,
    register: () => undefined,
    score: () => undefined,
    ask(question, printed) {
      asked.push({ question, printed });
      return Promise.resolve({ value: 1 });
    },
  });

  test('prints the call and marks what is more than data', async () => {
    await work.call(
      'train',
      { f: work.name('cost'), x: [work.tensor([1, 2], 'int32')] },
      new Float32Array([1]),
      null,
    );
    expect(asked.at(-1)).toEqual({
      printed: 'train({ f: cost, x: [tensor([1, 2])] }, [1], null)',
      question: {
        kind: 'call',
        name: 'train',
        args: [{ f: null, x: [[1, 2]] }, [1], null],
        marks: [
          { kind: 'name', at: [0, 'f'], name: 'cost' },
          { kind: 'tensor', at: [0, 'x', 0], dtype: 'int32' },
        ],
      },
    });
    await work.call('f', Array(1000).fill(1));
    expect(asked.at(-1)?.printed.length).toBeLessThan(100);
  });

  test('cannot hand over a function, and says what to do', () => {
    expect(() => toArguments([{ f: () => 1 }])).toThrow("work.name('slope')");
    expect(() => toArguments([undefined])).toThrow('cannot be given');
  });

  test('has seeds that differ, always the same', () => {
    expect(new Set(work.seeds(20)).size).toBe(20);
    expect(work.seeds(3)).toEqual(work.seeds(20).slice(0, 3));
    expect(work.seeds(20).every((seed) => Number.isInteger(seed) && seed >= 0)).toBe(true);
  });
});
