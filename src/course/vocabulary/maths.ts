/**
 * `<Maths title="…">` and `<Story title="…">`: the same thought at two depths. The reader chooses; what belongs to the
 * other depth is folded to its title. On paper stands what is chosen, and without JavaScript everything.
 */
import * as z from 'zod';
import { readAttributes, titleAttribute } from './attributes.ts';
import { block } from './node.ts';
import type { Part, Word } from './word.ts';

const attributes = z.strictObject({ title: titleAttribute });
type DepthSpec = z.infer<typeof attributes>;

function depthWord(name: string, depth: 'maths' | 'story'): Word<DepthSpec> {
  return {
    name,
    parse(node, report) {
      if (node.type === 'mdxJsxTextElement')
        report(node, `This <${name}> stands inside a line.`, 'Put its tags on lines of their own.');
      else if (node.children.length === 0)
        report(node, `This <${name}> is empty.`, 'Write paragraphs in it, with empty lines around them.');
      return readAttributes(node, attributes, report);
    },
    render: ({ title }, { children }) =>
      block('details', { className: ['depth'], dataDepth: depth, open: true }, [
        block('summary', {}, [title]),
        ...children,
      ]),
  };
}

export const maths = depthWord('Maths', 'maths');
export const story = depthWord('Story', 'story');

/** Whether a lesson says anything at one depth only, so that there is something to choose. */
export const hasDepths = ({ parts }: { parts: readonly Part[] }): boolean =>
  parts.some(({ word }) => word === maths.name || word === story.name);
