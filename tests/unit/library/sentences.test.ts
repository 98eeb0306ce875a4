import { expect, it } from 'vitest';
import { sentences, wordsOf } from '../../../src/library/data.ts';

const grammar = {
  S: ['do you want a THING', 'i want a NICE THING'],
  THING: ['coffee', 'burger'],
  NICE: ['hot', 'NICE hot'],
};

it('sentences follow the grammar and repeat for the same seed', () => {
  const made = sentences(grammar, { n: 200, seed: 1 });
  expect(made).toHaveLength(200);
  for (const words of made)
    expect(words.join(' ')).toMatch(/^(do you want a|i want a (hot )+)\s?(coffee|burger)$/);
  expect(new Set(made.map((words) => words.join(' '))).size).toBeGreaterThan(3);
  expect(sentences(grammar, { n: 200, seed: 1 })).toEqual(made);
  expect(sentences(grammar, { n: 200, seed: 2 })).not.toEqual(made);
});

it('ways are about as likely as each other', () => {
  const asks = sentences(grammar, { n: 4_000, seed: 5 }).filter(([first]) => first === 'do');
  expect(Math.abs(asks.length / 4_000 - 0.5)).toBeLessThan(0.03);
});

it('the words of a grammar are listed once, without its names', () => {
  expect(wordsOf(grammar)).toEqual(['do', 'you', 'want', 'a', 'i', 'coffee', 'burger', 'hot']);
});

it('a grammar that lacks a name, or never ends, is refused with words', () => {
  expect(() => sentences({ S: ['a THING'] }, { n: 1, seed: 1 })).toThrow('how THING goes on');
  expect(() => sentences({}, { n: 1, seed: 1 })).toThrow('how S goes on');
  expect(() => sentences({ S: ['a S'] }, { n: 1, seed: 1 })).toThrow('does not end');
  expect(() => sentences({ S: ['constructor TO'] }, { n: 1, seed: 1 })).toThrow('how TO goes on');
});
