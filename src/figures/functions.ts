import * as z from 'zod/mini';

/** Functions of one variable with their slopes, which a figure computes as the reader moves. */
interface Smooth {
  value(x: number): number;
  slope(x: number): number;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const named = {
  sine: { value: Math.sin, slope: Math.cos },
  cosine: { value: Math.cos, slope: (x) => -Math.sin(x) },
  exponential: { value: Math.exp, slope: Math.exp },
  /** The slope at 0, where there is none, is 0. */
  absolute: { value: Math.abs, slope: Math.sign },
  sigmoid: { value: sigmoid, slope: (x) => sigmoid(x) * (1 - sigmoid(x)) },
  tanh: { value: Math.tanh, slope: (x) => 1 - Math.tanh(x) ** 2 },
  relu: { value: (x) => Math.max(0, x), slope: (x) => (x > 0 ? 1 : 0) },
} satisfies Record<string, Smooth>;

/** A name, or the coefficients of a polynomial, the constant first: `[0, 0, 1]` is x². */
export const functionSpec = z.union([
  z.enum(Object.keys(named) as (keyof typeof named)[]),
  z.array(z.number()).check(z.minLength(1), z.maxLength(12)),
]);
export type FunctionSpec = z.infer<typeof functionSpec>;

export function toFunction(spec: FunctionSpec): Smooth {
  return typeof spec === 'string' ? named[spec] : polynomial(spec);
}

/** By Horner's rule. */
function polynomial(coefficients: readonly number[]): Smooth {
  const at = (list: readonly number[], x: number) => list.reduceRight((sum, each) => sum * x + each, 0);
  const slopes = coefficients.slice(1).map((each, i) => each * (i + 1));
  return { value: (x) => at(coefficients, x), slope: (x) => at(slopes, x) };
}

/** Beyond this a path is not followed any more: it has left every picture. */
const far = 1e12;

/** Places of gradient descent, x ← x − rate · slope, the start included. */
export function descend(spec: FunctionSpec, start: number, rate: number, steps: number): number[] {
  const { slope } = toFunction(spec);
  const places = [start];
  for (let step = 0; step < steps; step++) {
    const x = places.at(-1) ?? start;
    const next = x - rate * slope(x);
    places.push(next);
    if (!(Math.abs(next) < far)) break;
  }
  return places;
}
