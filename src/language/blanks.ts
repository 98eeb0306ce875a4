import type MagicString from 'magic-string';

/** Overwrites part of a text with spaces, so that everything else keeps its place. */
export type Blank = (start: number, end: number, options?: { keepLines?: boolean }) => void;

export function createBlank(text: MagicString): Blank {
  return (start, end, { keepLines = false } = {}) => {
    if (end <= start) return;
    // A line break within an expression could end the statement (`return`, `async`), so it goes as well.
    const blank = text.original.slice(start, end).replace(keepLines ? /[^\r\n]/g : /[^]/g, ' ');
    text.update(start, end, blank);
  };
}

const between = /(?:[\s)\]]|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;

/** Where `word` begins, looking from `offset` past white space, comments and closing brackets; −1 if not there. */
export function seek(source: string, offset: number, word: string): number {
  between.lastIndex = offset;
  between.exec(source);
  return source.startsWith(word, between.lastIndex) ? between.lastIndex : -1;
}
