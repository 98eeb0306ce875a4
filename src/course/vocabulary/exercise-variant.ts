/**
 * Other numbers for an exercise: runs the author's generator, at build time, with a dozen seeds. Its text is as
 * trusted as the rest of the course.
 */
import { createContext, Script, type Context } from 'node:vm';
import type { VariableDeclaration } from 'acorn';
import { compile } from '../../language/compile.ts';
import { parse } from '../../language/parse.ts';
import { createRandom, type Random } from '../../library/random.ts';
import type { Variant } from './exercise-spec.ts';

export interface VariantFault {
  message: string;
  remedy: string;
  /** Line in the text, from 1, where it is known. */
  line?: number;
}

/** Seeds from which numbers are made. Some give the same numbers; each set is kept once. */
const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

/** What the text gets as `random`. */
interface VariantRandom extends Random {
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** One of the list. */
  pick<T>(list: readonly T[]): T | undefined;
}

const known = new Map<string, Variant[] | VariantFault>();

/** The sets of numbers that a generator's text gives, each once; or what is wrong with it. */
export function variantsOf(source: string): Variant[] | VariantFault {
  const found = known.get(source) ?? generate(source);
  known.set(source, found);
  return found;
}

function generate(source: string): Variant[] | VariantFault {
  const compiled = compile(source);
  if (!compiled.ok) {
    const { line, message, remedy = 'Correct its text.' } = compiled.fault;
    return { line, message, remedy };
  }
  const { code, needs, imports } = compiled.cell;
  const name = constantOf(source);
  if (name === null)
    return {
      message: 'A variant is one const with a value.',
      remedy: 'Write for instance const given = { start: random.integer(1, 9) };',
    };
  const strange = [...needs.filter((need) => need !== 'random'), ...imports];
  if (strange.length > 0)
    return { message: `A variant cannot use ${strange.join(', ')}.`, remedy: 'It has random alone.' };
  try {
    return distinct(run(code, name));
  } catch (error) {
    // An error of the other context is no Error of this one.
    const { message = String(error) } = error as { message?: string };
    return { message: `The variant failed: ${message}`, remedy: 'Correct its text.' };
  }
}

/** The name, where the text is one constant and nothing else. */
function constantOf(source: string): string | null {
  const [statement, ...others] = parse(source).body;
  if (others.length > 0 || statement?.type !== 'VariableDeclaration' || statement.kind !== 'const')
    return null;
  const [declaration, ...more] = (statement satisfies VariableDeclaration).declarations;
  return more.length === 0 && declaration?.id.type === 'Identifier' ? declaration.id.name : null;
}

type Body = (scope: Record<string, unknown>) => unknown;

function run(code: string, name: string): Variant[] | VariantFault {
  // Its compiled form is an asynchronous function, for cells may wait. This one may not.
  const context: Context = createContext({ Date: undefined, performance: undefined });
  const body = new Script(`(${code.replace(/^export default async /u, '')})`).runInContext(context) as Body;
  const sets: Variant[] = [];
  for (const seed of seeds) {
    const [first, second] = [valueOf(body, name, seed), valueOf(body, name, seed)];
    if (!isPlain(first))
      return {
        message: `The value of ${name} is more than plain data.`,
        remedy: 'Use finite numbers, texts, true, false, null, and lists and objects of these.',
      };
    if (JSON.stringify(first) !== JSON.stringify(second))
      return {
        message: `The variant gives other numbers each time for the same seed.`,
        remedy: 'Take every random number from random.',
      };
    sets.push({ source: `const ${name} = ${JSON.stringify(first)};`, numbers: numbersIn(first, name) });
  }
  return sets;
}

function valueOf(body: Body, name: string, seed: number): unknown {
  const scope: Record<string, unknown> = { random: createVariantRandom(seed) };
  body(scope);
  return scope[name];
}

function createVariantRandom(seed: number): VariantRandom {
  const random = createRandom(seed);
  const integer = (low: number, high: number): number =>
    low + Math.floor(random.uniform() * (high - low + 1));
  return { ...random, integer, pick: (list) => list[integer(0, list.length - 1)] };
}

function distinct(sets: Variant[] | VariantFault): Variant[] | VariantFault {
  if (!Array.isArray(sets)) return sets;
  const bySource = new Map(sets.map((set) => [set.source, set]));
  if (bySource.size > 1) return [...bySource.values()];
  return {
    message: 'The variant gives the same numbers for every seed.',
    remedy: 'Take numbers from random.integer(low, high) or random.pick([…]), or leave the variant out.',
  };
}

function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > 8) return false;
  const plain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
  return plain && Object.values(value).every((part) => isPlain(part, depth + 1));
}

/** `ride.start`, `ride.rates[0]`. */
function numbersIn(value: unknown, path: string): Record<string, string> {
  if (typeof value === 'number') return { [path]: String(value).replace('-', '−') };
  if (typeof value !== 'object' || value === null) return {};
  const parts: [string, unknown][] = Array.isArray(value)
    ? value.map((part, index) => [`${path}[${index}]`, part])
    : Object.entries(value).map(([key, part]) => [`${path}.${key}`, part]);
  return Object.assign({}, ...parts.map(([at, part]) => numbersIn(part, at))) as Record<string, string>;
}
