/** `<Given of="ride.start" />`: a number of the exercise's variant, which changes with it. */
import type { Properties } from 'hast';
import type { Nodes } from 'mdast';
import * as z from 'zod';
import { readAttributes } from './attributes.ts';
import type { Variant } from './exercise-spec.ts';
import { block } from './node.ts';
import { isElement } from './read-words.ts';
import type { Report, Word } from './word.ts';

const attributes = z.strictObject({
  of: z.string().min(1, 'name a number of the variant, as in of="ride.start"'),
});
export type GivenSpec = z.infer<typeof attributes>;

export const given: Word<GivenSpec> = {
  name: 'Given',
  within: ['Exercise', 'Hint'],
  parse: (node, report) => readAttributes(node, attributes, report),
  // The exercise knows the numbers: it writes this one.
  render: ({ of }) => block('span', { className: ['exercise-given'], dataOf: of }, []),
};

/** Reports every `<Given>` below these nodes that names no number of the variant. */
export function checkGivens(nodes: readonly Nodes[], numbers: Variant['numbers'], report: Report): void {
  for (const node of nodes) {
    const of = isElement(node) && node.name === 'Given' ? pathOf(node) : null;
    if (of !== null && !Object.hasOwn(numbers, of)) reportUnknown(node, of, numbers, report);
    if ('children' in node) checkGivens(node.children, numbers, report);
  }
}

const pathOf = (node: Parameters<typeof given.parse>[0]): string | null => {
  const value = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'of')?.value;
  return typeof value === 'string' && value !== '' ? value : null;
};

function reportUnknown(node: Nodes, of: string, numbers: Variant['numbers'], report: Report): void {
  const names = Object.keys(numbers);
  report(
    node,
    `${of} is no number of this exercise's variant.`,
    names.length > 0 ? `Its numbers are ${names.join(', ')}.` : 'Add a fence that begins with ```ts variant.',
  );
}

/** Writes the numbers into what `<Given>` has become. */
export function fillGivens(nodes: readonly Nodes[], numbers: Variant['numbers']): void {
  for (const node of nodes) {
    const { dataOf } = (node as { data?: { hProperties?: Properties } }).data?.hProperties ?? {};
    if (typeof dataOf === 'string' && 'children' in node)
      node.children = [{ type: 'text', value: numbers[dataOf] ?? '' }];
    else if ('children' in node) fillGivens(node.children, numbers);
  }
}
