import { expect, test } from 'vitest';
import { compile } from '../../../src/language/compile.ts';

const isFixed = (source: string): boolean => {
  const result = compile(source);
  if (!result.ok) throw new Error(result.fault.message);
  return result.cell.fixed;
};

test.each([
  'function f(x: number): number { return x * x; }',
  'const f = (x: number) => x + k;',
  'const rounds = 12;\nconst low = -1;\nconst name = "a";',
  'interface Pair { x: number }\ntype Pairs = Pair[];\nasync function* g(): AsyncGenerator<Pairs> {}',
  'import { spaced } from "descent/data";\nconst all = (n: number) => spaced(0, 1, n);',
  '',
])('another run changes nothing: %s', (source) => {
  expect(isFixed(source)).toBe(true);
});

test.each([
  'let seen = 0;\nfunction next() { return ++seen; }',
  'const w = tf.randomNormal([2]);',
  'const all = [1, 2, 3];',
  'const { a } = b;',
  'function f() { return 1; }\nf();',
  'const rate = input.number("rate", { min: 0, max: 1 });',
  'class Counter { static n = 0; }',
  'if (true) { var x = 1; }',
  'const text = `${Math.random()}`;',
])('another run may change something: %s', (source) => {
  expect(isFixed(source)).toBe(false);
});
