import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Rehype plugin, after KaTeX: keeps formulas out of the search index, where each would stand three times, once as TeX. */
export const unsearchedFormulas = () => (tree: Root) => {
  visit(tree, 'element', ({ properties }) => {
    const { className } = properties;
    if (Array.isArray(className) && className.includes('katex')) properties['dataPagefindIgnore'] = 'all';
  });
};
