/** `<Hint>`: a piece of advice in an exercise. The first ones point the way; the last may give most of it away. */
import * as z from 'zod';
import { readAttributes } from './attributes.ts';
import { block } from './node.ts';
import type { Word } from './word.ts';

const attributes = z.strictObject({});

export const hint: Word = {
  name: 'Hint',
  within: ['Exercise'],
  parse(node, report) {
    if (node.children.length === 0) report(node, 'This <Hint> is empty.', 'Write one piece of advice in it.');
    return readAttributes(node, attributes, report);
  },
  render: (_, { children }) =>
    block('details', { className: ['exercise-hint'] }, [
      block('summary', {}, ['Hint']),
      block('div', { className: ['exercise-advice'] }, children),
    ]),
};
