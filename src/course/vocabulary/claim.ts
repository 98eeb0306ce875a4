/**
 * `<Claim id often certainty source at checked>What is known.</Claim>`: something often said, put right, with where that
 * is from and how sure it is.
 */
import type { RootContent } from 'mdast';
import * as z from 'zod';
import { shortName } from '../bibliography.ts';
import { isDay, isFuture, showDate } from '../plain-date.ts';
import { idAttribute, readAttributes } from './attributes.ts';
import { checkCited, cite } from './citation.ts';
import { block } from './node.ts';
import type { PageContext, Word } from './word.ts';

const certainties = ['certain', 'likely', 'doubtful'] as const;

const attributes = z.strictObject({
  id: idAttribute,
  /** What is often said, in a sentence. */
  often: z.string().trim().min(1, 'quote what is often said'),
  certainty: z.enum(certainties, 'say certain, likely or doubtful'),
  /** The work that tells what is known. */
  source: z.string().trim().min(1, 'name a work of content/references.yaml'),
  at: z.string().trim().min(1, 'say where, as p. 537').optional(),
  /** The day on which this was compared with the text of the source; `no` where nobody has. */
  checked: z.string().refine((text) => text === 'no' || isDay(text), 'write the day, as 2026-11-21, or no'),
});

export type Claim = z.infer<typeof attributes>;

export const claim: Word<Claim> = {
  name: 'Claim',
  parse(node, report) {
    if (node.children.length === 0)
      report(node, 'This <Claim> does not say what is known.', 'Write it between <Claim …> and </Claim>.');
    return readAttributes(node, attributes, report);
  },
  address: ({ id, often }) => ({ id, title: often, kind: 'claim' }),
  check({ spec: { source, checked } }, world, report) {
    const reference = checkCited(source, world, report);
    if (checked === 'no') return;
    if (isFuture(checked)) report(`checked is ${checked}, a day to come.`, 'Correct the date.');
    if (reference && reference.checkedOn === undefined)
      report(
        `This claim is checked, but content/references.yaml does not say that the text of "${source}" was opened.`,
        'Add checked (what was opened) and checkedOn (the day) to the work, or write checked="no".',
      );
    else if (reference?.checkedOn !== undefined && checked < reference.checkedOn)
      report(
        `This claim was checked on ${checked}, before "${source}" was opened on ${reference.checkedOn}.`,
        'Correct the earlier of the two dates.',
      );
  },
  render: (spec, { children }, page) =>
    block(
      'div',
      { id: spec.id, className: ['claim'], role: 'note', ariaLabel: 'Often said, and what is known' },
      [
        block('p', { className: ['claim-mark'] }, ['Often said']),
        block('p', { className: ['claim-often'] }, [`“${spec.often}”`]),
        block('p', { className: ['claim-mark'] }, [isReported(spec) ? 'What is reported' : 'What is known']),
        block('div', { className: ['claim-known'] }, children),
        sourceLine(spec, page),
      ],
    ),
};

/** Nobody has opened the source, and it is not common knowledge either. */
const isReported = ({ checked, certainty }: Claim): boolean => checked === 'no' && certainty !== 'certain';

function sourceLine(spec: Claim, page: PageContext): RootContent {
  const { source, at } = spec;
  const reference = page.world.references().get(source);
  const mark = cite({ of: source, at }, page);
  const name = reference ? shortName(reference) : source;
  return block('p', { className: ['claim-source'] }, [
    `Source: ${[name, at].filter((part) => part !== undefined).join(', ')}`,
    ...(mark ? [block('sup', { className: ['cite'] }, [mark])] : []),
    '. ',
    ...howSure(spec),
  ]);
}

/** What was opened of a work is told on the page of all sources; lessons stand one folder below the root. */
function howSure({ source, certainty, checked }: Claim): (RootContent | string)[] {
  if (checked !== 'no') {
    const text = block('a', { href: `../sources/#${source}` }, ['the text']);
    return [
      `${{ certain: 'Checked', likely: 'Likely; checked', doubtful: 'Doubtful; checked' }[certainty]} against `,
      text,
      ` on ${showDate(checked)}.`,
    ];
  }
  if (certainty === 'certain') return ['Certain, cited from knowledge.'];
  return [
    `${certainty === 'likely' ? 'Likely' : 'Doubtful'}, and only reported: nobody here has opened the source.`,
  ];
}
