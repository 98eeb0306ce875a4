import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser, type Options, type Program, type Token } from 'acorn';
import { inPlainWords } from './syntax-messages.ts';
import { Refusal } from './refusal.ts';

const TypeScriptParser = Parser.extend(tsPlugin());

const options: Options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowAwaitOutsideFunction: true,
  allowHashBang: false,
  // Without these nodes the parser takes `<T>((x) => x)` for a generic function.
  preserveParens: true,
};

const isSyntaxError = (error: unknown): error is SyntaxError & { pos: number } =>
  error instanceof SyntaxError && 'pos' in error && typeof error.pos === 'number';

/**
 * The tree of a cell, types included.
 * @throws {Refusal} at the place of a syntax error
 */
export function parse(source: string): Program {
  const tokens: Token[] = [];
  try {
    return TypeScriptParser.parse(source, { ...options, onToken: tokens });
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    throw inPlainWords(source, error.message.replace(/ \(\d+:\d+\)$/, ''), error.pos, tokens);
  }
}

/** For text nested so deeply that the parser or a walk runs out of stack. */
export const tooDeep = (): Refusal =>
  new Refusal(0, 'This text is nested too deeply.', 'Break it into smaller functions or statements.');
