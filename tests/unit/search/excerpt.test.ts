import { expect, test } from 'vitest';
import { answers, cutExcerpt } from '../../../src/elements/search/index-client.ts';

test('an excerpt is cut where a hit begins and ends, and its entities are read as text', () => {
  expect(cutExcerpt('while <mark>cost</mark> &lt; 1 &amp;&amp; ok')).toEqual([
    { text: 'while ', hit: false },
    { text: 'cost', hit: true },
    { text: ' < 1 && ok', hit: false },
  ]);
});

test('markup that is not a hit stays text', () => {
  expect(cutExcerpt('<img src=x> &amp;lt;')).toEqual([{ text: '<img src=x> &lt;', hit: false }]);
});

test('a hit answers when it begins as a word that was asked for does', () => {
  const hit = (text: string) => [
    { text: 'before ', hit: false },
    { text, hit: true },
  ];
  expect(answers('learning', hit('learned'))).toBe(true);
  expect(answers('of gradients', hit('Gradient,'))).toBe(true);
  expect(answers('lo', hit('loss'))).toBe(true);
  expect(answers('qqqqzzzz', hit('q'))).toBe(false);
  expect(answers('before', hit('bus'))).toBe(false);
});
