/** A text as it is compared: what a copy changes without changing the program is taken away. */
import { tokensOf, type Token } from './code-tokens.ts';
import { declaredNames, matchBrackets } from './declared.ts';

/** What a renamed name begins with; no token of a program does. */
export const renamed = '§';

/**
 * The tokens of a TypeScript text without comments, spaces, semicolons and commas before a closing bracket. The names that
 * the text declares are `§0`, `§1` … in order of appearance; properties keep theirs, and `{ w }` is written out as
 * `{ w: §0 }`. Only the first 200,000 characters are looked at. It takes any text, in time proportional to its length.
 */
export function normalise(source: string): string[] {
  const tokens = tokensOf(source);
  const pairs = matchBrackets(tokens);
  const declared = declaredNames(tokens, pairs);
  const numbers = new Map<string, string>();
  const rename = (name: string): string => {
    const known = numbers.get(name) ?? `${renamed}${numbers.size}`;
    numbers.set(name, known);
    return known;
  };
  const around = enclosing(tokens, pairs);
  return tokens.flatMap((token, at) => {
    const [before = '', after = ''] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
    if (token.text === ';' || (token.text === ',' && /^[)\]}]$/u.test(after))) return [];
    if (token.kind !== 'name' || !declared.has(token.text) || /^\??\.$/u.test(before)) return [token.text];
    const property = around[at] === '{' && /^[{,;]$/u.test(before);
    if (property && after === ':') return [token.text];
    if (property && before !== ';' && /^[,}]$/u.test(after)) return [token.text, ':', rename(token.text)];
    return [rename(token.text)];
  });
}

/** By each token the bracket that it stands in. */
function enclosing(tokens: readonly Token[], pairs: ReadonlyMap<number, number>): string[] {
  const open: { text: string; close: number }[] = [];
  return tokens.map(({ text }, at) => {
    while (open.at(-1)?.close === at) open.pop();
    const inside = open.at(-1)?.text ?? '';
    const close = pairs.get(at);
    if (close !== undefined) open.push({ text, close });
    return inside;
  });
}
