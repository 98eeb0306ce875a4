import type { AnyNode, Program } from 'acorn';

/**
 * Whether running the text again changes nothing: it only imports, and defines types, functions and constants that are
 * written out.
 */
export const isFixed = ({ body }: Program): boolean => body.every(isFixedStatement);

function isFixedStatement(node: AnyNode): boolean {
  // Of TypeScript's own statements only types are left: what makes code was refused.
  if (/^TS(?:Interface|TypeAlias)Declaration$/.test(node.type)) return true;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'FunctionDeclaration':
    case 'EmptyStatement':
      return true;
    case 'VariableDeclaration':
      return (
        node.kind === 'const' &&
        node.declarations.every(
          ({ id, init }) => id.type === 'Identifier' && init != null && isWrittenOut(init),
        )
      );
    default:
      return false;
  }
}

function isWrittenOut(node: AnyNode): boolean {
  switch (node.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'Literal':
      return true;
    case 'UnaryExpression':
      return isWrittenOut(node.argument);
    default:
      return false;
  }
}
