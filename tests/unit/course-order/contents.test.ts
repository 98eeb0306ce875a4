import { expect, test } from 'vitest';
import { listContents } from '../../../src/course/contents.ts';

const heading = (text: string, depth = 2) => ({ depth, slug: text.toLowerCase(), text });

test('cells stand among the headings, in the order of the page', () => {
  const body = [
    '## One',
    '```ts cell id="train" title="Train it" live',
    '# not a heading',
    '```',
    '### Two',
    '````md',
    '```ts cell id="quoted" title="Quoted"',
    '```',
    '````',
    '## Three',
  ].join('\n');
  expect(listContents(body, [heading('One'), heading('Two', 3), heading('Three')])).toEqual([
    { slug: 'one', text: 'One', kind: 'heading' },
    { slug: 'train', text: 'Train it', kind: 'cell' },
    { slug: 'two', text: 'Two', kind: 'subheading' },
    { slug: 'three', text: 'Three', kind: 'heading' },
  ]);
});

test('deep headings and plain fences are left out', () => {
  expect(listContents('#### Deep\n```ts\nconst x = 1;\n```', [heading('Deep', 4)])).toEqual([]);
});

test('headings that come from a component are kept', () => {
  expect(listContents('text', [heading('Late')])).toEqual([{ slug: 'late', text: 'Late', kind: 'heading' }]);
});
