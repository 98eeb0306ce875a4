/** `<Exact>600</Exact>`: a number that the text itself sets or works out (a goal, a sum); no run gives it. */
import { toString } from 'mdast-util-to-string';
import * as z from 'zod';
import { readAttributes } from './attributes.ts';
import { block } from './node.ts';
import type { Word } from './word.ts';

const attributes = z.strictObject({});

export const exact: Word = {
  name: 'Exact',
  parse(node, report) {
    if (!/\d/u.test(toString(node)))
      report(node, 'This <Exact> holds no number.', 'Write the number in it, as in <Exact>600</Exact>.');
    return readAttributes(node, attributes, report);
  },
  render: (_, { children }) => block('span', {}, children),
};
