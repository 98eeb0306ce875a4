/** `<Table id title>`: a Markdown table with a caption and an address; a wide one scrolls by itself. */
import * as z from 'zod';
import { idAttribute, readAttributes, titleAttribute } from './attributes.ts';
import { block } from './node.ts';
import type { Word } from './word.ts';

const attributes = z.strictObject({ id: idAttribute, title: titleAttribute });

export type Table = z.infer<typeof attributes>;

export const table: Word<Table> = {
  name: 'Table',
  parse(node, report) {
    const tables = node.children.filter(({ type }) => type === 'table');
    if (tables.length !== 1 || node.children.length !== 1)
      report(
        node,
        `<Table> holds ${tables.length === 1 ? 'more than a table' : `${tables.length} tables`}.`,
        'Put one Markdown table inside, with an empty line before and after it, and all other text outside.',
      );
    return readAttributes(node, attributes, report);
  },
  address: ({ id, title }) => ({ id, title, kind: 'table' }),
  render: ({ id, title }, { children }) =>
    block('figure', { id, className: ['table'] }, [
      block('figcaption', { id: `${id}-title` }, [title]),
      block('div', { className: ['table-scroll'], role: 'group', ariaLabelledBy: [`${id}-title`] }, children),
    ]),
};
