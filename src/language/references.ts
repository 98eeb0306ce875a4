import type { AnyNode, Identifier, Program } from 'acorn';
import { isGlobal } from './globals.ts';
import { walkScoped, type Scopes } from './scope.ts';
import type { Visit } from './walk.ts';

/** A name of the lesson's scope at a place where it is read, written or bound. */
export interface Reference {
  node: Identifier;
  parent: AnyNode;
  /** Does the cell itself declare it? */
  own: boolean;
  /** `{ w }` and `{ w = 1 }`, where the name is the property's as well. */
  shorthand: boolean;
}

/** Is this identifier a variable here, not a property's name, a label or a declaration's own name? */
function isVariable({ parent, key }: Visit): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return key === 'object' || parent.computed;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return key === 'value' || parent.computed;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ImportAttribute':
      return key === 'body';
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return key !== 'id';
    default:
      return true;
  }
}

/** Every place of a cell where a name of the lesson's scope stands, in order of the text. */
export function findReferences(program: Program, scopes: Scopes): Reference[] {
  const root = scopes.get(program);
  const references: Omit<Reference, 'shorthand'>[] = [];
  const shorthands = new Set<number>();
  walkScoped(program, scopes, (visit, resolve) => {
    const { node, parent } = visit;
    if (node.type === 'Property' && node.shorthand) shorthands.add(node.start);
    if (node.type !== 'Identifier' || !parent || !isVariable(visit)) return;
    const scope = resolve(node.name);
    const own = scope === root;
    if (own || (scope === null && !isGlobal(node.name))) references.push({ node, parent, own });
  });
  return references.map((reference) => ({
    ...reference,
    shorthand: shorthands.has(reference.node.start),
  }));
}
