/** `<Recap>`: what to take away, at the end of a lesson. Markdown inside, best a short list. */
import * as z from 'zod';
import { readAttributes } from './attributes.ts';
import { block } from './node.ts';
import type { Word } from './word.ts';

const attributes = z.strictObject({});

export const recap: Word = {
  name: 'Recap',
  parse(node, report) {
    if (node.children.length === 0)
      report(node, 'This <Recap> is empty.', 'Write three to five short points in it.');
    return readAttributes(node, attributes, report);
  },
  render: (_, { children }) =>
    block('section', { className: ['recap'], ariaLabel: 'Recap' }, [
      block('p', { className: ['recap-title'] }, ['Recap']),
      ...children,
    ]),
};
