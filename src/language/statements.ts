import type { AnyNode, Program } from 'acorn';
import { walk } from './walk.ts';
import type { Wrap } from './wraps.ts';

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
export function writeSemicolons(program: Program, source: string, wrap: Wrap): void {
  walk(program, {
    leave({ node, parent, key }) {
      if (!ended.has(node.type) || isForHead(parent, key)) return;
      if (source[node.end - 1] !== ';') wrap(node.start, node.end, '', ';');
    },
  });
}

/**
 * The last statement, when it is an expression, becomes what the cell returns: in a list, for what an async function
 * returns bare is asked for its `then`, and a Proxy or a getter may answer with anything.
 */
export function returnLast(program: Program, source: string, wrap: Wrap): void {
  const last = program.body.at(-1);
  if (last?.type !== 'ExpressionStatement') return;
  const end = source[last.end - 1] === ';' ? last.end - 1 : last.end;
  wrap(last.start, end, 'return [(', ')]');
}
