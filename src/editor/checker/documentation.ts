/** TypeScript's documentation of a name as Markdown. */
import type * as TypeScript from 'typescript';
import type { Documentation } from './protocol.ts';

interface Documented {
  displayParts?: TypeScript.SymbolDisplayPart[] | undefined;
  documentation?: TypeScript.SymbolDisplayPart[] | undefined;
  tags?: TypeScript.JSDocTagInfo[] | undefined;
}

/** tfjs marks its own documentation's tree with `@doc`; that says nothing to a reader. */
const silentTags = new Set(['doc', 'license', 'docalias', 'hidden']);

export const plain = (parts: readonly TypeScript.SymbolDisplayPart[] | undefined): string =>
  (parts ?? []).map((part) => part.text).join('');

export function toMarkdown({ documentation, tags }: Documented): string {
  const notes = (tags ?? []).filter((tag) => !silentTags.has(tag.name)).map(tagLine);
  return [plain(documentation), ...notes].filter(Boolean).join('\n\n');
}

export function toDocumentation(info: Documented, start: number, length: number): Documentation {
  return { declaration: plain(info.displayParts), text: toMarkdown(info), start, length };
}

function tagLine(tag: TypeScript.JSDocTagInfo): string {
  if (tag.name === 'param') {
    const [name, ...rest] = tag.text ?? [];
    return `\`${name?.text ?? ''}\`: ${plain(rest).trim()}`;
  }
  const text = plain(tag.text);
  return tag.name === 'example' ? text : `*${tag.name}* ${text}`;
}
