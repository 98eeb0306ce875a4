/** The names that a text declares: variables, parameters, functions, classes and types. Found without a parser. */
import type { Token } from './code-tokens.ts';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const declaring = new Set(['function', 'class', 'interface', 'type', 'enum']);
const variable = new Set(['const', 'let', 'var', 'using']);
const controls = new Set(['if', 'for', 'while', 'switch', 'with', 'await']);

/** How deep patterns within patterns are followed, and how many tokens of a return type. */
const most = { depth: 20, type: 60 };

/** Where each opened bracket is closed, by the offsets of the tokens. */
export function matchBrackets(tokens: readonly Token[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const [at, { text }] of tokens.entries()) {
    if (closers[text] !== undefined) open.push(at);
    const last = tokens[open.at(-1) ?? -1];
    if (last && closers[last.text] === text) pairs.set(open.pop() ?? 0, at);
  }
  return pairs;
}

export function declaredNames(tokens: readonly Token[], pairs: ReadonlyMap<number, number>): Set<string> {
  const names = new Set<string>();
  const text = (at: number): string => tokens[at]?.text ?? '';
  const add = (at: number): void => {
    const token = tokens[at];
    if (token?.kind === 'name') names.add(token.text);
  };

  /** The parts between the commas of this bracket. */
  function bindAll(open: number, inObject: boolean, depth: number): void {
    const close = pairs.get(open) ?? tokens.length;
    for (let at = open + 1, begins = true; at < close; at += 1) {
      if (begins) bind(at, inObject, depth);
      begins = text(at) === ',';
      at = pairs.get(at) ?? at;
    }
  }

  /** A name, `...name`, `{ … }`, `[ … ]`, and in an object also `key: name`. */
  function bind(begin: number, inObject: boolean, depth: number): void {
    let at = text(begin) === '...' ? begin + 1 : begin;
    const key = inObject && text(at) === '[' ? (pairs.get(at) ?? at) : at;
    if (inObject && text(key + 1) === ':') at = key + 2;
    if (depth < most.depth && (text(at) === '{' || text(at) === '['))
      bindAll(at, text(at) === '{', depth + 1);
    else add(at);
  }

  /** `const a`, `let a, b`. */
  function bindVariables(begin: number): void {
    for (let at = begin; ; at += 2) {
      bind(at, false, 0);
      at = pairs.get(at) ?? at;
      if (text(at + 1) !== ',') return;
    }
  }

  for (const [at, token] of tokens.entries()) {
    if (variable.has(token.text)) bindVariables(at + 1);
    else if (declaring.has(token.text)) add(text(at + 1) === '*' ? at + 2 : at + 1);
    else if (token.kind === 'name' && text(at + 1) === '=>') add(at);
    else if (token.kind === 'name' && text(at - 1) === ',' && text(at + 1) === '=') add(at);
    else if (token.text === '(' && isParameters(at)) bindAll(at, false, 0);
  }
  return names;

  /** Is this bracket one of a function? Behind it comes `=>`, or a body, perhaps after a type. */
  function isParameters(open: number): boolean {
    const close = pairs.get(open);
    if (close === undefined) return false;
    if (text(close + 1) === '=>') return true;
    const named = tokens[open - 1]?.kind === 'name' || text(open - 1) === '*';
    if (text(close + 1) === '{') return named && !controls.has(text(open - 1));
    return text(close + 1) === ':' && isReturnType(close + 2);
  }

  function isReturnType(begin: number): boolean {
    for (let at = begin; at < Math.min(begin + most.type, tokens.length); at += 1) {
      if (text(at) === '=>' || (text(at) === '{' && !/[:|&<]$/u.test(text(at - 1)))) return true;
      if ([';', ',', ')', ']', '}', '?', '='].includes(text(at))) return false;
      at = pairs.get(at) ?? at;
    }
    return false;
  }
}
