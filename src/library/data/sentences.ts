import { createRandom, type Random } from '../random.ts';
import { requireCount } from './require.ts';

/**
 * What may be said: for each name in capitals, the ways it can go on. A way is words with blanks between them; words in
 * capitals are names and are replaced in turn. `S` is where a sentence begins.
 *
 *     const grammar = { S: ['do you want a THING', 'i want a THING'], THING: ['coffee', 'burger'] };
 */
export type Grammar = Readonly<Record<string, readonly string[]>>;

/**
 * Sentences drawn from a grammar: each way is as likely as its fellows.
 *
 * @returns `n` sentences, each a list of words.
 * @throws RangeError when `n` is not a whole number of at least 1, when a name has no way, or when a sentence does not end
 * within 200 words.
 */
export function sentences(grammar: Grammar, options: { n: number; seed: number }): string[][] {
  const { n, seed } = options;
  requireCount('n', n);
  const random = createRandom(seed);
  return Array.from({ length: n }, () => expand(grammar, random));
}

/** The words that sentences of a grammar are made of, each once, in the order of the grammar. */
export function wordsOf(grammar: Grammar): string[] {
  return [...new Set(Object.values(grammar).flat().flatMap(split))].filter((word) => !isName(word));
}

const isName = (word: string): boolean => /^[A-Z]+$/.test(word);
const split = (way: string): string[] => way.split(' ').filter((word) => word !== '');
const longest = 200;

function expand(grammar: Grammar, random: Random): string[] {
  const sentence: string[] = [];
  const waiting = ['S'];
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    if (!isName(word)) sentence.push(word);
    else waiting.unshift(...split(pick(grammar, word, random)));
    if (sentence.length + waiting.length > longest)
      throw new RangeError(`A sentence of this grammar does not end within ${longest} words.`);
  }
  return sentence;
}

function pick(grammar: Grammar, name: string, random: Random): string {
  const ways = Object.hasOwn(grammar, name) ? (grammar[name] ?? []) : [];
  const way = ways[Math.floor(random.uniform() * ways.length)];
  if (way === undefined) throw new RangeError(`The grammar does not say how ${name} goes on.`);
  return way;
}
