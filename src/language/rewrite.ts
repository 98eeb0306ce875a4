import type { AnyNode, Program, VariableDeclaration } from 'acorn';
import type MagicString from 'magic-string';
import type { Reference } from './references.ts';
import { walk } from './walk.ts';

/** Puts the scope's name before each reference: `x` → `$.x`. */
export function rewriteReferences(references: readonly Reference[], text: MagicString, scope: string): void {
  for (const { node, parent, own, shorthand } of references) {
    const { name, start } = node;
    const end = start + name.length;
    const before = (prefix: string) => text.appendRight(start, prefix);
    if (shorthand) before(`${name}: ${scope}.`);
    else if (isCallee(node, parent)) {
      // A call of `$.f` would hand `$` to the function as `this`.
      before(`(0, ${scope}.`);
      text.appendLeft(end, ')');
    } else if (!own && parent.type === 'UnaryExpression' && parent.operator === 'typeof') {
      before(`(${JSON.stringify(name)} in ${scope} ? ${scope}.`);
      text.appendLeft(end, ' : void 0)');
    } else before(`${scope}.`);
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
  text: MagicString,
  scope: string,
): void {
  const shared = new Set<AnyNode>(references.map(({ node }) => node));
  const own = ownDeclarations(program);
  walk(program, {
    leave({ node, parent, key }) {
      nameFunction(node, text, shared);
      if (node.type === 'VariableDeclaration' && own.has(node)) {
        rewriteVariables(node, text, isLoopHead(parent, key));
      }
    },
  });
  for (const node of program.body) {
    if (node.type === 'ClassDeclaration') {
      text.prependRight(node.start, `${scope}.${node.id.name} = `);
      text.appendLeft(node.end, ';');
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

function rewriteVariables(node: VariableDeclaration, text: MagicString, loopHead: boolean): void {
  text.update(node.start, node.start + node.kind.length, ' '.repeat(node.kind.length));
  for (const declarator of node.declarations) {
    if (declarator.id.type === 'ObjectPattern' && !loopHead) {
      text.prependRight(declarator.start, '(');
      text.appendLeft(declarator.end, ')');
    } else if (!declarator.init && node.kind === 'let') text.appendLeft(declarator.end, ' = void 0');
  }
}

/**
 * A function takes its name from the variable it is assigned to, not from a property: `$.f = () => 1` has none.
 * `$.f = {f: () => 1}.f` has.
 */
function nameFunction(node: AnyNode, text: MagicString, shared: ReadonlySet<AnyNode>): void {
  const { target, value } = assigned(node);
  if (target?.type !== 'Identifier' || !shared.has(target) || !value || !isAnonymousFunction(value)) return;
  text.prependRight(value.start, `{${target.name}: `);
  text.appendLeft(value.end, `}.${target.name}`);
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
