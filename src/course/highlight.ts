import type { Element, ElementContent } from 'hast';
import { createHighlighter, type Highlighter } from 'shiki';
import { codeThemes } from './code-themes.ts';

let highlighter: Promise<Highlighter> | undefined;

const load = (): Promise<Highlighter> =>
  (highlighter ??= createHighlighter({ themes: Object.values(codeThemes), langs: ['typescript'] }));

/**
 * The code as lines of coloured words, with both themes' colours as `--shiki-light` and `--shiki-dark`.
 * @returns the children of `<code>`
 */
export async function highlight(source: string): Promise<ElementContent[]> {
  const { codeToHast } = await load();
  const root = codeToHast(source, {
    lang: 'typescript',
    themes: codeThemes,
    defaultColor: false,
    // By default a slow machine gives up colouring a line after half a second; pages must not depend on that.
    tokenizeTimeLimit: 0,
  });
  const pre = root.children.find((node): node is Element => node.type === 'element');
  const code = pre?.children.find((node): node is Element => node.type === 'element');
  return code?.children.map(withoutPlainWords) ?? [];
}

/** A line whose words in the plain colour are text alone: they take the colour of the page's ink. */
function withoutPlainWords(line: ElementContent): ElementContent {
  if (line.type !== 'element') return line;
  const children = line.children.flatMap((word) =>
    word.type === 'element' && /--shiki-light:#24292e/i.test(String(word.properties['style']))
      ? word.children
      : [word],
  );
  return { ...line, children };
}
