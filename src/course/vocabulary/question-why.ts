import type { Nodes, RootContent } from 'mdast';
import { block } from './node.ts';

/** Hidden until there is an answer that it explains. */
export function whyMarkup(children: readonly Nodes[], properties = {}): RootContent {
  return block('div', { className: ['why'], hidden: true, dataPagefindIgnore: '', ...properties }, children);
}
