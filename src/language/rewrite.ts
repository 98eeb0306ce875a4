import type { AnyNode, Program, VariableDeclaration } from 'acorn';
import type MagicString from 'magic-string';
import type { Reference } from './references.ts';
import { walk } from './walk.ts';
import type { Wrap } from './wraps.ts';

/** Puts the scope's name before each reference: `x` → `$.x`. */
export function rewriteReferences(references: readonly Reference[], wrap: Wrap, scope: string): void {
  for (const { node, parent, own, shorthand } of references) {
    const { name, start } = node;
    const around = (before: string, after = '') => wrap(start, start + name.length, before, after);
    if (shorthand) around(`${name}: ${scope}.`);
    // A call of `$.f` would hand `$` to the function as `this`.
    else if (isCallee(node, parent)) around(`(0, ${scope}.`, ')');
    else if (!own && parent.type === 'UnaryExpression' && parent.operator === 'typeof') {
      around(`(${JSON.stringify(name)} in ${scope} ? ${scope}.`, ' : void 0)');
    } else around(`${scope}.`);
  }
}

const isCallee = (node: AnyNode, parent: AnyNode): boolean =>
  (parent.type === 'CallExpression' && parent.callee === node) ||
  (parent.type === 'TaggedTemplateExpression' && parent.tag === node);

/**
 * Turns the cell's declarations into assignments to the lesson's scope, once the names in them are rewritten:
 * `const a = 1, { b } = c` → `$.a = 1, ({b: $.b} = $.c)`. Functions stay where they are, for they are hoisted.
 */
export function rewriteDeclarations(
  program: Program,
  references: readonly Reference[],
  { text, wrap }: { text: MagicString; wrap: Wrap },
  scope: string,
): void {
  const shared = new Set<AnyNode>(references.map(({ node }) => node));
  const own = ownDeclarations(program);
  walk(program, {
    leave({ node, parent, key }) {
      nameFunction(node, wrap, shared);
      if (node.type === 'VariableDeclaration' && own.has(node)) {
        text.update(node.start, node.start + node.kind.length, ' '.repeat(node.kind.length));
        rewriteVariables(node, wrap, isLoopHead(parent, key));
      }
    },
  });
  for (const node of program.body) {
    if (node.type === 'ClassDeclaration') {
      wrap(node.start, node.end, `${scope}.${node.id.name} = `, ';');
    }
  }
}

const isLoopHead = (parent: AnyNode | null, key: string | null): boolean =>
  key === 'left' && (parent?.type === 'ForInStatement' || parent?.type === 'ForOfStatement');

/** The variable declarations whose names go into the lesson's scope: those at the top, and every `var`. */
function ownDeclarations(program: Program): Set<AnyNode> {
  const own = new Set<AnyNode>(program.body.filter(({ type }) => type === 'VariableDeclaration'));
  walk(program, {
    enter({ node }, { skip }) {
      if (/Function|StaticBlock/.test(node.type)) skip();
      else if (node.type === 'VariableDeclaration' && node.kind === 'var') own.add(node);
    },
  });
  return own;
}

function rewriteVariables({ declarations, kind }: VariableDeclaration, wrap: Wrap, loopHead: boolean): void {
  for (const { id, init, start, end } of declarations) {
    if (id.type === 'ObjectPattern' && !loopHead) wrap(start, end, '(', ')');
    else if (!init && kind === 'let') wrap(start, end, '', ' = void 0');
  }
}

/**
 * A function takes its name from the variable it is assigned to, not from a property: `$.f = () => 1` has none.
 * `$.f = {f: () => 1}.f` has.
 */
function nameFunction(node: AnyNode, wrap: Wrap, shared: ReadonlySet<AnyNode>): void {
  const { target, value } = assigned(node);
  if (target?.type !== 'Identifier' || !shared.has(target) || !value || !isAnonymousFunction(value)) return;
  wrap(value.start, value.end, `{${target.name}: `, `}.${target.name}`);
}

interface Assigned {
  target?: AnyNode;
  value?: AnyNode | null | undefined;
}

function assigned(node: AnyNode): Assigned {
  if (node.type === 'VariableDeclarator') return { target: node.id, value: node.init };
  if (node.type === 'AssignmentPattern') return { target: node.left, value: node.right };
  const names = node.type === 'AssignmentExpression' && /^(?:=|\|\|=|&&=|\?\?=)$/.test(node.operator);
  return names ? { target: node.left, value: node.right } : {};
}

const isAnonymousFunction = (node: AnyNode): boolean =>
  node.type === 'ArrowFunctionExpression' ||
  ((node.type === 'FunctionExpression' || node.type === 'ClassExpression') && !node.id);
