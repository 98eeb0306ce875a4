/**
 * What the check of an exercise is written with: `import { check, work, near } from 'descent/check'`. The learner's code
 * runs elsewhere; `work` calls its functions and reads its values, and plain data alone comes back.
 */
import { NamedArgument, TensorArgument, toArguments } from './check/arguments.ts';
import { checkHost, type CheckQuestion } from './check/check-host.ts';
import { farApart, unequal, type Difference, type Nested } from './check/compare.ts';
import { CheckFailure, WorkFailed } from './check/failure.ts';
import { print, printBoth } from './check/print.ts';
import { centralDifferences, type Lists } from './check/slope.ts';
import { createRandom } from './random.ts';

export type { Nested };
export type { NamedArgument, TensorArgument };

/**
 * A named test: `check('the step goes downhill', async () => { … })`. Tests run one after another once the check's text
 * has come to its end; each has numbers of its own from `Math.random`, always the same ones.
 *
 * @param name what the learner reads; no two are the same.
 */
export function check(name: string, test: () => void | Promise<void>): void {
  checkHost().register(name, test);
}

/** What a check can do with the learner's code. */
export interface Work {
  /**
   * Calls a function that the learner's code defines, and waits for what it gives. Arguments are numbers, texts, true,
   * false, null, lists and objects of these, `work.tensor(…)` and `work.name(…)`. Tensors come back as nested lists,
   * typed arrays as lists, and nothing as undefined. What the function throws fails the test.
   */
  call<T>(name: string, ...args: readonly unknown[]): Promise<T>;
  /** Reads a value of the learner's code by its path: `'w'`, `'losses[3].value'`, `'losses.length'`. */
  read<T>(path: string): Promise<T>;
  /** An argument that is a tensor there: `work.tensor([[1, 2]])`, of shape [1, 2]. */
  tensor(values: Nested, dtype?: 'float32' | 'int32' | 'bool'): TensorArgument;
  /** An argument that is what this name stands for in the learner's code, a function for instance. */
  name(name: string): NamedArgument;
  /** So many seeds to loop over, whole numbers from 0 to 2³¹ − 1. They follow from the lesson's seed. */
  seeds(n: number): number[];
}

export const work: Work = {
  call<T>(name: string, ...args: readonly unknown[]): Promise<T> {
    const printed = `${name}(${args.map((each) => print(each, 6, 80)).join(', ')})`;
    return ask<T>({ kind: 'call', name, ...toArguments(args) }, printed);
  },
  read: <T>(path: string) => ask<T>({ kind: 'read', path }, path),
  tensor: (values, dtype = 'float32') => new TensorArgument(values, dtype),
  name: (name) => new NamedArgument(name),
  seeds(n) {
    const random = createRandom(checkHost().seed);
    return Array.from({ length: n }, () => Math.floor(random.uniform() * 2 ** 31));
  },
};

async function ask<T>(question: CheckQuestion, printed: string): Promise<T> {
  const host = checkHost();
  const cut = printed.length <= 300 ? printed : `${printed.slice(0, 299)}…`;
  host.asked = cut;
  const { value, problem, error } = await host.ask(question, cut);
  if (problem !== undefined) throw new WorkFailed(problem, error);
  return value as T;
}

export interface NearOptions {
  /** The tolerance; 1e-6 where it is missing. Take 1e-3 or so for what float32 tensors have computed. */
  within?: number;
  /** What was asked, in the place of the last call or reading: `'the slope at 3'`. */
  for?: string;
}

/**
 * The test fails unless each number is near the one expected: |got − expected| ≤ within · max(1, |expected|), so the
 * tolerance is absolute for numbers up to 1 and relative above. Lists must have the same lengths.
 */
export function near(got: unknown, expected: Nested, { within = 1e-6, for: input }: NearOptions = {}): void {
  fail(farApart(got, expected, within), got, expected, input);
}

/** The test fails unless the two are equal, lists and objects part by part. */
export function same(got: unknown, expected: unknown, options: { for?: string } = {}): void {
  fail(unequal(got, expected), got, expected, options.for);
}

function fail(
  difference: Difference | undefined,
  got: unknown,
  expected: unknown,
  input: string | undefined,
): void {
  if (difference === undefined) return;
  const { at, message } = difference;
  const [gotText, expectedText] = printBoth(got, expected);
  const [gotThere, expectedThere] = printBoth(difference.got, difference.expected);
  const where = at === '' ? '' : `They differ at ${at}: expected ${expectedThere}, got ${gotThere}.`;
  throw new CheckFailure(message ?? where, { expected: expectedText, got: gotText, input });
}

/** The test fails with this message unless the condition holds. */
export function holds(condition: boolean, message: string): asserts condition {
  if (!condition) throw new CheckFailure(message);
}

/**
 * The test fails where a number is larger than the one before it, as for losses that should fall, and where there are
 * not two numbers to compare.
 *
 * @param options.slack how much larger it may be all the same, in the unit of the numbers; 0 where it is missing.
 */
export function decreasing(values: readonly number[], { slack = 0 }: { slack?: number } = {}): void {
  if (!isNumbers(values) || values.length < 2)
    throw new CheckFailure('It should be a list of two numbers or more.', { got: print(values) });
  const rise = values.findIndex((value, i) => i > 0 && !(value <= (values[i - 1] ?? NaN) + slack));
  if (rise < 0) return;
  const [before, after] = printBoth(values[rise - 1], values[rise]);
  throw new CheckFailure(
    `Number ${rise} is ${before}, and number ${rise + 1} is ${after}: it should not rise.`,
    {
      expected: slack === 0 ? 'numbers that do not rise' : `numbers that rise by ${slack} at most`,
      got: print(values),
    },
  );
}

/** What a learner's code gave may be anything. */
const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');

/** What an exercise of `kind="score"` reaches, and what is to be reached. */
export function score(
  name: string,
  value: number,
  { goal, better = 'higher' }: { goal: number; better?: 'higher' | 'lower' },
): void {
  if (typeof value !== 'number' || Number.isNaN(value))
    throw new CheckFailure(`The ${name} should be a number.`, { expected: 'a number', got: print(value) });
  checkHost().score({ name, value, goal, better });
}

/**
 * The gradient of f at x by central differences, to compare a learner's own with: (f(x + h) − f(x − h)) / 2h for each
 * number of x. f may be a call: `(w: number) => work.call<number>('cost', w)`.
 *
 * @param x a number, or numbers in lists; the result has the same shape.
 * @param h the step, times |x| where that is above 1. 1e-4 where it is missing; take 1e-2 for what float32 tensors compute.
 */
export function gradient(f: (x: number) => number | Promise<number>, x: number, h?: number): Promise<number>;
export function gradient(
  f: (x: number[]) => number | Promise<number>,
  x: readonly number[],
  h?: number,
): Promise<number[]>;
export function gradient(
  f: (x: number[][]) => number | Promise<number>,
  x: readonly (readonly number[])[],
  h?: number,
): Promise<number[][]>;
export function gradient(f: (x: never) => number | Promise<number>, x: Lists, h = 1e-4): Promise<unknown> {
  return centralDifferences(f, x, h);
}
