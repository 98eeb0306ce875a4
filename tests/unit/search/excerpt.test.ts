import { expect, test } from 'vitest';
import { cutExcerpt } from '../../../src/elements/search/index-client.ts';

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
