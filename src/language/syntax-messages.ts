import type { Token } from 'acorn';
import { openBrackets } from './brackets.ts';
import { Refusal } from './refusal.ts';

/** What the parser says → what it means, and what to do. `$1` stands for what the pattern caught. */
const messages: readonly [pattern: RegExp, message: string, remedy?: string][] = [
  [
    /^'return' outside of function/,
    'A cell is not a function: it cannot return.',
    'Leave `return` out: the last expression of a cell is shown.',
  ],
  [
    /^Unterminated string constant/,
    'This text is not closed on its line.',
    'Close it with the quote it begins with, or use backticks for text over several lines.',
  ],
  [/^Unterminated template/, 'This text in backticks is not closed.', 'Close it with a backtick.'],
  [/^Unterminated comment/, 'This comment is not closed.', 'Close it with */.'],
  [/^Unterminated regular expression/, 'This regular expression is not closed.', 'Close it with /.'],
  [
    /^Identifier '(.+)' has already been declared/,
    'The name $1 is declared twice in this cell.',
    'Give one of the two another name, or assign without declaring it again.',
  ],
  [/^Complex binding patterns require/, 'A pattern needs a value to take apart.', 'Write `= …` after it.'],
  [/^Assigning to rvalue/, 'Only a variable or a property can be assigned to.', 'Did you mean === or ==?'],
  [
    /^Cannot use keyword 'await' outside an async function/,
    'await works at the top of a cell and in async functions only.',
    'Write `async` before the function.',
  ],
  [/^The keyword '(.+)' is reserved/, '$1 is a word of JavaScript and cannot be a name.'],
  [/^Unexpected keyword '(.+)'/, '$1 is a word of JavaScript and cannot stand here.'],
  [/^Unsyntactic (break|continue)/, '$1 is not inside a loop here.'],
  [/^Missing catch or finally clause/, 'try needs a catch or a finally after it.'],
  [/^Invalid number/, 'This is not a number JavaScript can read.'],
  [/^'import' and 'export' may only appear at the top level/, 'An import stands at the top of a cell.'],
  [/^Unexpected character '(.+)'/, 'The character $1 has no meaning here.'],
  [
    /^Not enough stack space/,
    'This text is nested too deeply.',
    'Break it into smaller functions or statements.',
  ],
  [/^'with' in strict mode/, 'with is not part of modern JavaScript.'],
];

const operators = /^(?:[-+*/%&|^<>=!?]+|=>)/;

/** The word or sign at this place, as the reader sees it. */
const wordAt = (source: string, offset: number): string =>
  /^[\p{ID_Start}\d$_][\p{ID_Continue}$.]*/u.exec(source.slice(offset, offset + 80))?.[0] ??
  operators.exec(source.slice(offset, offset + 4))?.[0] ??
  source.slice(offset, offset + 1);

function unclosed(tokens: readonly Token[]): Refusal | null {
  const open = openBrackets(tokens).at(-1);
  if (!open) return null;
  return new Refusal(open.offset, `This ${open.text} is never closed.`, `Add the missing ${open.closer}.`);
}

/** The parser stops behind a const without a value and says no more than that. */
const withoutValue = /\bconst\s+[\p{ID_Start}$_][\p{ID_Continue}$]*\s*$/u;

function unexpected(source: string, offset: number, tokens: readonly Token[]): Refusal {
  if (withoutValue.test(source.slice(Math.max(0, offset - 200), offset))) {
    return new Refusal(offset, 'A const needs its value at once.', 'Write `= …`, or declare it with let.');
  }
  if (source.slice(offset).trim() === '') {
    return unclosed(tokens) ?? new Refusal(offset, 'The text ends too early: something is missing.');
  }
  const word = wordAt(source, offset);
  const open = openBrackets(tokens).at(-1);
  const stray = /^[)\]}]$/.test(word);
  return new Refusal(
    offset,
    `${word} cannot stand here.`,
    stray && !open
      ? `Nothing is open that this ${word} could close: take it out, or look for a missing opening bracket.`
      : 'Look at what stands just before it: a comma, an operator or a bracket may be missing.',
  );
}

/** A parser's message made plain, at its offset, with a remedy where there is one. */
export function inPlainWords(
  source: string,
  message: string,
  offset: number,
  tokens: readonly Token[],
): Refusal {
  if (message.startsWith('Unexpected token')) return unexpected(source, offset, tokens);
  for (const [pattern, plain, remedy] of messages) {
    const found = pattern.exec(message);
    if (found) return new Refusal(offset, plain.replace('$1', found[1] ?? ''), remedy);
  }
  return new Refusal(offset, /[.!?]$/.test(message) ? message : `${message}.`);
}
