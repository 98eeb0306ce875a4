/**
 * The tokens of a TypeScript text, as far as comparing texts needs them. A parser would do more than is safe here: the
 * text is somebody else's, need not parse, and makes a parser that tries and takes back (as for `<T>(<T>(<T>(…`) work for
 * ever. This goes through any text once.
 */

export interface Token {
  kind: 'name' | 'other';
  text: string;
}

/** Longest text that is looked at, in characters. */
export const largest = 200_000;

/** Every pattern takes something wherever it begins, and none looks further than it takes. */
const space = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))+/uy;
const name = /[#\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const number = /(?:\d|\.\d)(?:[eE][+-]|[\w.])*/uy;
const text = /(["'])(?:(?!\1)[^\\\n]|\\[\s\S])*(?:["']|$|(?=\n))/uy;
const pattern = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\]?)+\/?\w*/uy;
const template = /[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|\\?$)/uy;
const sign = /=>|\.{3}|\?\.|\?\?=?|\*\*=?|[=!]==?|<=|&&=?|\|\|=?|\+\+|--|[-+*/%&|^]=|[\s\S]/uy;

/** Words of the language that a value cannot end with: a `/` behind them begins a regular expression. */
const before = new Set(
  'return typeof case in of delete void throw new do else await yield instanceof'.split(' '),
);

/** The tokens without comments and spaces. What a string stands between does not count: `'a'` is `"a"`. */
export function tokensOf(source: string): Token[] {
  const code = source.slice(0, largest);
  const tokens: Token[] = [];
  /** How many braces are open inside each `${` that is open. */
  const templates: number[] = [];
  for (let at = skip(code, 0); at < code.length;) {
    const { kind, taken } = next(code, at, tokens.at(-1), templates);
    tokens.push({ kind, text: /^["']/u.test(taken) ? `"${taken.slice(1, -1)}"` : taken });
    at = skip(code, at + taken.length);
  }
  return tokens;
}

function next(
  code: string,
  at: number,
  last: Token | undefined,
  templates: number[],
): { kind: Token['kind']; taken: string } {
  const first = code.charAt(at);
  const other = (taken: string) => ({ kind: 'other', taken }) as const;
  if (first === '`' || (first === '}' && templates.at(-1) === 0)) {
    const taken = take(template, code, at);
    if (first === '}') templates.pop();
    if (taken.endsWith('${')) templates.push(0);
    return other(taken);
  }
  const open = templates.length - 1;
  if (first === '{' && open >= 0) templates[open] = (templates[open] ?? 0) + 1;
  if (first === '}' && open >= 0) templates[open] = (templates[open] ?? 1) - 1;
  const word = take(name, code, at);
  if (word !== '') return { kind: 'name', taken: word };
  if (first === '/' && !endsValue(last)) return other(take(pattern, code, at) || first);
  return other(take(text, code, at) || take(number, code, at) || take(sign, code, at) || first);
}

function endsValue(token: Token | undefined): boolean {
  if (!token) return false;
  return token.kind === 'name' ? !before.has(token.text) : /[\w)\]}"`]$/u.test(token.text);
}

const skip = (code: string, at: number): number => at + take(space, code, at).length;

function take(of: RegExp, code: string, at: number): string {
  of.lastIndex = at;
  return of.exec(code)?.[0] ?? '';
}
