/** Finds the vocabulary's elements in a lesson, reads them in page order, and says what is wrong with them. */
import type { Nodes, Root } from 'mdast';
import { meantOr } from '../likely-names.ts';
import { words } from './words.ts';
import type { Part, Report, Where, Word, WordNode } from './word.ts';

export const isElement = (node: Nodes): node is WordNode =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** HTML's own elements are written small; all others must be words of ours. */
const isCapital = (name: string | null): name is string => /^[A-Z]/u.test(name ?? '');

/** Calls `found` with each word in page order, the outer before the inner, and with each node that is no word. */
export function readWords(
  tree: Root,
  where: Where,
  report: Report,
  found: (read: { part: Part; word: Word; node: WordNode } | { node: Nodes }) => void,
): void {
  const walk = (node: Nodes, inside: string | null): void => {
    let name = inside;
    if (isElement(node) && isCapital(node.name)) {
      const read = readWord(node, inside, where, report);
      if (read) found(read);
      ({ name } = node);
    } else found({ node });
    if ('children' in node) for (const child of node.children) walk(child, name);
  };
  walk(tree, null);
}

/** Reports an element that is neither a word of ours nor HTML's own. */
export function refuseUnknown(node: WordNode, report: Report): void {
  if (!isCapital(node.name) || words.has(node.name)) return;
  const known = `It knows ${[...words.keys()].sort().join(', ')}.`;
  report(node, `The course knows no <${node.name}>.`, meantOr(node.name, words.keys(), known));
}

function readWord(node: WordNode, inside: string | null, where: Where, report: Report) {
  const word = words.get(node.name ?? '');
  if (!word) {
    refuseUnknown(node, report);
    return null;
  }
  if (word.within && !word.within.includes(inside ?? '')) {
    const places = word.within.map((each) => `<${each}>`).join(' or ');
    report(node, `<${word.name}> stands outside ${places}.`, `Put it directly into ${places}.`);
    return null;
  }
  const spec = word.parse(node, report, where);
  if (!spec) return null;
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const address = word.address?.(spec) ?? null;
  const part: Part = { word: word.name, spec, lesson: where.lesson, address, line, column };
  return { part, word, node };
}
