/** `<Term of="learning-rate">learning rates</Term>`: a word of the glossary, with a card that explains it. */
import { toString } from 'mdast-util-to-string';
import * as z from 'zod';
import { meantOr } from '../likely-names.ts';
import { readAttributes } from './attributes.ts';
import { block } from './node.ts';
import type { Word } from './word.ts';

const attributes = z.strictObject({
  /** The term's id; made from the text where it is missing. */
  of: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/u, 'use the id of a term of content/glossary.yaml')
    .optional(),
});

export interface Term {
  /** An id, or a name as it stands in the sentence. */
  of: string;
}

export const term: Word<Term> = {
  name: 'Term',
  parse(node, report) {
    // The formatter may break a line between two words of a term.
    const text = toString(node).trim().replace(/\s+/gu, ' ');
    if (text === '') {
      report(node, 'This <Term> is empty.', 'Put the word between <Term> and </Term>.');
      return null;
    }
    const spec = readAttributes(node, attributes, report);
    return spec && { of: spec.of ?? text };
  },
  check({ spec: { of } }, world, report) {
    const glossary = world.glossary();
    if (glossary.find(of)) return;
    const ids = glossary.terms.map(({ id }) => id);
    report(
      `The glossary has no "${of}".`,
      meantOr(of, ids, 'Add it to content/glossary.yaml, or name its id: <Term of="…">.'),
    );
  },
  render({ of }, { children }, { world }) {
    const found = world.glossary().find(of);
    if (!found) return block('span', {}, children);
    // Lessons stand one folder below the root, wherever the site is served from.
    const link = block('a', { href: `../glossary/#${found.id}`, className: ['term'] }, children);
    const { term: title, definition } = found;
    return block('descent-note', { dataKind: 'term', dataTitle: title, dataText: definition }, [link]);
  },
};
