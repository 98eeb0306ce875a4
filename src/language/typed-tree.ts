import type { AnyNode } from 'acorn';

/** A node of TypeScript's own, or what TypeScript adds to one of JavaScript's. */
export interface TypedNode {
  type: string;
  start: number;
  end: number;
  name?: string;
  kind?: string;
  abstract?: boolean;
  accessor?: boolean;
  declare?: boolean;
  definite?: boolean;
  global?: boolean;
  optional?: boolean;
  computed?: boolean;
  importKind?: 'type' | 'value';
  body?: TypedNode | TypedNode[];
  decorators?: TypedNode[];
  expression?: TypedNode;
  implements?: TypedNode[];
  id?: TypedNode | null;
  key?: TypedNode;
  params?: TypedNode[];
  properties?: TypedNode[];
  returnType?: TypedNode;
  specifiers?: TypedNode[];
  superClass?: TypedNode | null;
  superTypeParameters?: TypedNode;
  typeAnnotation?: TypedNode;
  typeArguments?: TypedNode;
  typeParameters?: TypedNode;
  value?: TypedNode | null;
}

/** The parser's nodes carry these properties; its own types do not say so. */
export const typed = (node: AnyNode): TypedNode => node as unknown as TypedNode;

/** Does the node stand for types only, so that nothing of it runs? */
export function isTypeOnly(node: TypedNode): boolean {
  switch (node.type) {
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSDeclareFunction':
    case 'TSIndexSignature':
      return true;
    case 'TSModuleDeclaration':
      return node.declare === true || node.global === true;
    case 'ImportDeclaration':
      return node.importKind === 'type';
    case 'ImportSpecifier':
      return node.importKind === 'type';
    case 'MethodDefinition':
      return node.value?.type === 'TSDeclareMethod';
    case 'PropertyDefinition':
      return node.declare === true || node.abstract === true;
    default:
      return node.declare === true;
  }
}
