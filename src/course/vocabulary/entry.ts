/** `<Entry id title kind date source>`: a small card that stands by itself: a milestone, a work, a product, a resource. */
import * as z from 'zod';
import { isPlainDate, showDate } from '../plain-date.ts';
import { shortName } from '../bibliography.ts';
import { idAttribute, readAttributes, titleAttribute } from './attributes.ts';
import { checkCited, cite } from './citation.ts';
import { block } from './node.ts';
import type { Word } from './word.ts';

const kinds = ['milestone', 'work', 'product', 'resource'] as const;

const attributes = z.strictObject({
  id: idAttribute,
  title: titleAttribute,
  kind: z.enum(kinds, `say ${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`),
  /** A year, a month or a day, or a span of two: `1847-10-18`, `1974/1980`. */
  date: z
    .string()
    .refine(isSpan, 'write a year, a month or a day, as 1847, 1847-10 or 1847-10-18, or a span, as 1974/1980')
    .optional(),
  source: z.string().trim().min(1, 'name a work of content/references.yaml').optional(),
  at: z.string().trim().min(1, 'say where, as p. 537').optional(),
});

export type Entry = z.infer<typeof attributes>;

export const entry: Word<Entry> = {
  name: 'Entry',
  parse(node, report) {
    if (node.children.length === 0)
      report(node, 'This <Entry> is empty.', 'Write one or two sentences between <Entry …> and </Entry>.');
    const spec = readAttributes(node, attributes, report);
    if (spec?.date !== undefined && spec.source === undefined)
      report(
        node,
        'This <Entry> has a date and no source.',
        'Add source="…", the work that the date is from.',
      );
    if (spec?.at !== undefined && spec.source === undefined)
      report(node, 'This <Entry> says where, and not in which work.', 'Add source="…", or drop at.');
    return spec;
  },
  address: ({ id, title }) => ({ id, title, kind: 'entry' }),
  check({ spec: { source } }, world, report) {
    if (source !== undefined) checkCited(source, world, report);
  },
  render({ id, title, kind, date, source, at }, { children }, page) {
    const reference = source === undefined ? undefined : page.world.references().get(source);
    const mark = source === undefined ? null : cite({ of: source, at }, page);
    const head = [kind, date === undefined ? undefined : showSpan(date)].filter((part) => part !== undefined);
    const from = reference && [shortName(reference), at].filter((part) => part !== undefined).join(', ');
    return block('section', { id, className: ['entry'], dataKind: kind, ariaLabelledBy: [`${id}-title`] }, [
      block('p', { className: ['entry-kind'] }, [head.join(' · ')]),
      block('p', { className: ['entry-title'], id: `${id}-title` }, [title]),
      block('div', { className: ['entry-text'] }, children),
      ...(from !== undefined && mark
        ? [
            block('p', { className: ['entry-source'] }, [
              `Source: ${from}`,
              block('sup', { className: ['cite'] }, [mark]),
            ]),
          ]
        : []),
    ]);
  },
};

function isSpan(text: string): boolean {
  const parts = text.split('/');
  const [from = '', to] = parts;
  return parts.length <= 2 && parts.every(isPlainDate) && (to === undefined || from < to);
}

const showSpan = (text: string): string => text.split('/').map(showDate).join(' – ');
