import type { Token } from 'acorn';

const closers: Record<string, string> = { '(': ')', '[': ']', '{': '}', '${': '}' };

/** A bracket that was opened and not closed. */
export interface Opened {
  offset: number;
  text: string;
  closer: string;
}

/** The brackets still open after these tokens, innermost last. */
export function openBrackets(tokens: readonly Token[]): Opened[] {
  // The parser looks ahead and returns, so that a token may be met more than once.
  const met = new Map(tokens.map((token) => [token.start, token.type.label]));
  const open: Opened[] = [];
  for (const [offset, text] of [...met].sort(([a], [b]) => a - b)) {
    const closer = closers[text];
    if (closer !== undefined) open.push({ offset, text, closer });
    else if (open.at(-1)?.closer === text) open.pop();
  }
  return open;
}
