import type {
  AnyNode,
  ArrowFunctionExpression,
  ClassDeclaration,
  ClassExpression,
  FunctionDeclaration,
  FunctionExpression,
  Identifier,
  Program,
  VariableDeclaration,
} from 'acorn';
import { boundNames } from './patterns.ts';
import { walk, type Visit } from './walk.ts';

export type BindingKind = 'const' | 'let' | 'var' | 'using' | 'function' | 'class' | 'import' | 'local';

export interface Scope {
  parent: Scope | null;
  /** Is it where a `var` ends up? */
  holdsVar: boolean;
  names: Map<string, { kind: BindingKind; offset: number }>;
}

/** Which node opens which scope. */
export type Scopes = Map<AnyNode, Scope>;

type AnyClass = ClassDeclaration | ClassExpression;
type AnyFunction = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

const isFunction = (node: AnyNode): node is AnyFunction =>
  node.type === 'FunctionDeclaration' ||
  node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression';

const isClass = (node: AnyNode): node is AnyClass =>
  node.type === 'ClassDeclaration' || node.type === 'ClassExpression';

const blocks = new Set([
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
  'CatchClause',
  'StaticBlock',
  'ClassDeclaration',
  'ClassExpression',
]);

const opensScope = (node: AnyNode): boolean =>
  node.type === 'Program' || isFunction(node) || blocks.has(node.type);

const holdsVar = (node: AnyNode, parent: AnyNode | null): boolean =>
  node.type === 'Program' ||
  node.type === 'StaticBlock' ||
  (node.type === 'BlockStatement' && parent !== null && isFunction(parent));

/** Follows a walk and says which scope it is in. The scopes must be known or be opened by `open`. */
function createTrail(open: (visit: Visit, parent: Scope | null) => Scope | undefined) {
  const trail: Scope[] = [];
  return {
    current: (): Scope | undefined => trail.at(-1),
    enter(visit: Visit): void {
      const scope = opensScope(visit.node) ? open(visit, trail.at(-1) ?? null) : undefined;
      if (scope) trail.push(scope);
    },
    leave({ node }: Visit): void {
      if (opensScope(node)) trail.pop();
    },
  };
}

/** Finds every scope of a cell and what is declared in it. */
export function findScopes(program: Program): Scopes {
  const scopes: Scopes = new Map();
  const trail = createTrail(({ node, parent }, outer) => {
    const scope: Scope = { parent: outer, holdsVar: holdsVar(node, parent), names: new Map() };
    scopes.set(node, scope);
    return scope;
  });
  walk(program, {
    enter(visit) {
      const outside = trail.current();
      trail.enter(visit);
      const inside = trail.current();
      if (inside) declare(visit.node, outside ?? inside, inside);
    },
    leave: trail.leave,
  });
  return scopes;
}

function declare(node: AnyNode, outside: Scope, inside: Scope): void {
  const add = (scope: Scope, kind: BindingKind, names: Identifier[]) => {
    for (const { name, start } of names)
      if (!scope.names.has(name)) scope.names.set(name, { kind, offset: start });
  };
  if (node.type === 'VariableDeclaration') {
    const scope = node.kind === 'var' ? nearestVarScope(inside) : inside;
    add(
      scope,
      kindOf(node),
      node.declarations.flatMap(({ id }) => boundNames(id)),
    );
  } else if (node.type === 'FunctionDeclaration') add(outside, 'function', idOf(node));
  else if (node.type === 'ClassDeclaration') add(outside, 'class', idOf(node));
  else if (node.type === 'ImportDeclaration') {
    add(
      inside,
      'import',
      node.specifiers.map(({ local }) => local),
    );
  } else if (node.type === 'CatchClause' && node.param) add(inside, 'local', boundNames(node.param));

  if (isFunction(node)) add(inside, 'local', node.params.flatMap(boundNames));
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') {
    inside.names.set('arguments', { kind: 'local', offset: node.start });
  }
  // The inner name of a class or of a function expression is its own, whatever the outer name becomes.
  const named = node.type === 'FunctionExpression' || isClass(node);
  if (named) add(inside, 'local', idOf(node));
}

const idOf = ({ id }: { id?: Identifier | null | undefined }): Identifier[] => (id ? [id] : []);

const kindOf = ({ kind }: VariableDeclaration): BindingKind => (kind === 'await using' ? 'using' : kind);

function nearestVarScope(scope: Scope): Scope {
  return scope.holdsVar || !scope.parent ? scope : nearestVarScope(scope.parent);
}

/** The scope in which a name means something from here, or `null` where none does. */
function resolve(name: string, scope: Scope | null): Scope | null {
  return scope === null || scope.names.has(name) ? scope : resolve(name, scope.parent);
}

/** Walks the tree and calls `visit` on leaving each node, with a look-up for the names known there. */
export function walkScoped(
  program: Program,
  scopes: Scopes,
  visit: (visit: Visit, resolve: (name: string) => Scope | null) => void,
): void {
  const trail = createTrail(({ node }) => scopes.get(node));
  walk(program, {
    enter: trail.enter,
    leave(visited) {
      // A class's or function's own scope is left after the visit, so that its parts resolve inside it.
      visit(visited, (name) => resolve(name, trail.current() ?? null));
      trail.leave(visited);
    },
  });
}
