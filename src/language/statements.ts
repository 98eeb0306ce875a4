import type { AnyNode, Program } from 'acorn';
import type MagicString from 'magic-string';
import { walk } from './walk.ts';

/** Statements that a semicolon ends. */
const ended = new Set([
  'ExpressionStatement',
  'VariableDeclaration',
  'ReturnStatement',
  'ThrowStatement',
  'PropertyDefinition',
  'BreakStatement',
  'ContinueStatement',
  'DebuggerStatement',
]);

const isForHead = (parent: AnyNode | null, key: string | null): boolean =>
  /^For/.test(parent?.type ?? '') && (key === 'init' || key === 'left');

/** Writes the semicolons that the reader left to JavaScript, because the rewritten next line may begin with `(`. */
export function writeSemicolons(program: Program, text: MagicString): void {
  walk(program, {
    leave({ node, parent, key }) {
      if (!ended.has(node.type) || isForHead(parent, key)) return;
      if (text.original[node.end - 1] !== ';') text.appendLeft(node.end, ';');
    },
  });
}

/** The last statement, when it is an expression, becomes what the cell returns. */
export function returnLast(program: Program, text: MagicString): void {
  const last = program.body.at(-1);
  if (last?.type !== 'ExpressionStatement') return;
  const semicolon = text.original[last.end - 1] === ';';
  text.prependRight(last.start, 'return (');
  text.appendLeft(semicolon ? last.end - 1 : last.end, ')');
}
