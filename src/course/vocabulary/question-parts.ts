/** Takes a question's Markdown apart: the prompt, what is chosen from, the explanation of the whole. */
import { createHash } from 'node:crypto';
import type { Blockquote, List, ListItem, Nodes, Table } from 'mdast';
import { isElement } from './read-words.ts';
import type { WordNode } from './word.ts';

export interface QuestionParts {
  prompt: Nodes[];
  /** The list or table of answers. */
  body: List | Table | null;
  why: Blockquote | null;
}

/** The last list or table holds the answers; a block quote after it explains the whole. */
export function takeApart(node: WordNode): QuestionParts {
  const children: Nodes[] = [...node.children];
  const why = takeLast(children, (last): last is Blockquote => last.type === 'blockquote');
  const body = takeLast(
    children,
    (last): last is List | Table => last.type === 'list' || last.type === 'table',
  );
  return { prompt: children, body, why };
}

/** An item of a list and the block quote that explains it. */
export function takeItemApart(item: ListItem): { content: Nodes[]; why: Blockquote | null } {
  const content: Nodes[] = [...item.children];
  const why = takeLast(content, (last): last is Blockquote => last.type === 'blockquote');
  return { content, why };
}

function takeLast<T extends Nodes>(children: Nodes[], fits: (last: Nodes) => last is T): T | null {
  const last = children.at(-1);
  if (!last || !fits(last)) return null;
  children.pop();
  return last;
}

/**
 * What is said in words: `On w^2 with \eta = 1`.
 * @param formula what becomes of the source of a formula; it stays as it is when missing
 */
export function plainText(nodes: readonly Nodes[], formula: (tex: string) => string = (tex) => tex): string {
  return nodes
    .map((node) => textOf(node, formula))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function textOf(node: Nodes, formula: (tex: string) => string): string {
  if (isElement(node) && node.children.length === 0) return printedValue(node);
  if (node.type === 'math' || node.type === 'inlineMath') return formula(node.value);
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if ('children' in node) {
    const between = node.children.some((child) => blocks.has(child.type)) ? ' ' : '';
    return node.children.map((child) => textOf(child, formula)).join(between);
  }
  return 'value' in node ? node.value : '';
}

const blocks = new Set([
  'paragraph',
  'list',
  'listItem',
  'blockquote',
  'code',
  'math',
  'table',
  'tableRow',
  'tableCell',
]);

/** Of an element such as `<Measured is={0.97} />` the number that it prints. */
function printedValue(node: WordNode): string {
  for (const attribute of node.attributes)
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'is' && attribute.value)
      return typeof attribute.value === 'string' ? attribute.value : attribute.value.value;
  return '';
}

/** Eight hexadecimal digits that name a text: saved answers point at it, whatever its place. */
export const keyFor = (text: string): string => digest(text).slice(0, 8);

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
