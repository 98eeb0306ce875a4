/** A written-out reference as markup. */
import type { ElementContent, Properties } from 'hast';
import type { Piece } from '../bibliography.ts';

const words = (value: string): ElementContent => ({ type: 'text', value });

const element = (tagName: string, properties: Properties, children: ElementContent[]): ElementContent => ({
  type: 'element',
  tagName,
  properties,
  children,
});

export const entryNodes = (pieces: readonly Piece[]): ElementContent[] => pieces.map(pieceNode);

function pieceNode({ text, italic, href, lang }: Piece): ElementContent {
  if (href !== undefined) return element('a', { href }, [words(text)]);
  if (italic) return element('cite', lang === undefined ? {} : { lang }, [words(text)]);
  return lang === undefined ? words(text) : element('span', { lang }, [words(text)]);
}
