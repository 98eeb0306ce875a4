import { Refusal } from './refusal.ts';
import type { TypedNode } from './typed-tree.ts';

const refusals: Record<string, [message: string, remedy: string]> = {
  TSEnumDeclaration: [
    'Cells know no enum: it is more than a type.',
    "Use an object (`const Color = { red: 0 } as const`) or a union (`type Color = 'red' | 'green'`).",
  ],
  TSModuleDeclaration: [
    'Cells know no namespace: it is more than a type.',
    'Use an object whose properties are the members.',
  ],
  TSParameterProperty: [
    'Cells know no properties declared in the parameters of a constructor.',
    'Declare the field in the class and assign it in the constructor.',
  ],
  TSImportEqualsDeclaration: ['Cells know no `import … =`.', "Write `import { name } from 'module'`."],
  TSExportAssignment: ['A cell exports nothing.', 'Leave it out: cells share all their names.'],
  TSNamespaceExportDeclaration: ['A cell exports nothing.', 'Leave it out: cells share all their names.'],
  Decorator: ['Cells know no decorators.', 'Call the function yourself.'],
  ExportNamedDeclaration: ['A cell exports nothing.', 'Leave `export` out: cells share all their names.'],
  ExportDefaultDeclaration: ['A cell exports nothing.', 'Leave `export` out: cells share all their names.'],
  ExportAllDeclaration: ['A cell exports nothing.', 'Leave it out: cells share all their names.'],
  ImportExpression: [
    'Cells know no import().',
    "Import by name at the top of the cell: `import { name } from 'module'`.",
  ],
};

/**
 * Refuses what JavaScript does not have and blanking cannot make JavaScript, and what has no meaning in a cell.
 * @throws {Refusal}
 */
export function refuseForeign(node: TypedNode): void {
  const found = refusals[node.type];
  if (found) throw new Refusal(node.start, ...found);
  if (node.type === 'PropertyDefinition' && node.accessor) {
    throw new Refusal(node.start, 'Cells know no accessor fields.', 'Write a getter and a setter.');
  }
  if (node.type === 'MetaProperty' && isImportMeta(node)) {
    throw new Refusal(node.start, 'import.meta has no meaning in a cell.', 'Leave it out.');
  }
}

const isImportMeta = (node: TypedNode & { meta?: TypedNode }): boolean => node.meta?.name === 'import';
