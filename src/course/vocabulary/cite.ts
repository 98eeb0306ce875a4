/** `<Cite of="cauchy-1847" at="p. 537" />`: a raised number that leads to the work. Several ids stand with spaces between. */
import * as z from 'zod';
import { readAttributes } from './attributes.ts';
import { checkCited, cite as citeMark } from './citation.ts';
import { block } from './node.ts';
import type { Word } from './word.ts';

const workIds = z
  .string()
  .trim()
  .min(1, 'name a work of content/references.yaml')
  .transform((ids) => ids.split(/\s+/u));

const attributes = z.strictObject({
  of: workIds,
  /** Where in the work: `p. 537`, `chapter 4`. */
  at: z.string().trim().min(1, 'say where, as p. 537').optional(),
});

export interface Cite {
  of: string[];
  at?: string | undefined;
}

export const cite: Word<Cite> = {
  name: 'Cite',
  parse(node, report) {
    if (node.children.length > 0)
      report(node, '<Cite> has something inside.', 'Close it at once: <Cite of="…" />.');
    const spec = readAttributes(node, attributes, report);
    if (!spec) return null;
    if (spec.at !== undefined && spec.of.length > 1)
      report(
        node,
        `at says where in one work, and this <Cite> has ${spec.of.length}.`,
        'Cite each by itself.',
      );
    const twice = spec.of.find((id, index) => spec.of.indexOf(id) !== index);
    if (twice !== undefined) report(node, `This <Cite> names "${twice}" twice.`, 'Name it once.');
    return spec;
  },
  check({ spec }, world, report) {
    for (const id of spec.of) checkCited(id, world, report);
  },
  render({ of, at }, _, page) {
    const marks = of.flatMap((id) => citeMark({ of: id, at }, page) ?? []);
    return block(
      'sup',
      { className: ['cite'] },
      marks.flatMap((mark, index) => (index === 0 ? [mark] : [',\u200A', mark])),
    );
  },
};
