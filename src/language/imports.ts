import type { ImportDeclaration, Program } from 'acorn';
import type MagicString from 'magic-string';

export const importsOf = (program: Program): ImportDeclaration[] =>
  program.body.filter((node) => node.type === 'ImportDeclaration');

const moduleName = ({ source }: ImportDeclaration): string => String(source.value);

/** The modules that a cell imports, each once. */
export const importedModules = (program: Program): string[] => [
  ...new Set(importsOf(program).map(moduleName)),
];

/**
 * `import { a as b } from 'm'` → `({"a": $.b} = await $import("m", ["a"]));`, all of them moved to the top. The
 * second argument lets the kernel refuse a name that the module does not have.
 */
export function rewriteImports(program: Program, text: MagicString, scope: string, load: string): void {
  for (const node of importsOf(program)) {
    text.update(node.start, node.end, importCode(node, scope, load));
    if (!isFirst(program, node)) text.move(node.start, node.end, 0);
  }
}

const isFirst = (program: Program, node: ImportDeclaration): boolean => {
  const before = program.body.slice(0, program.body.indexOf(node));
  return before.every(({ type }) => type === 'ImportDeclaration');
};

function importCode(node: ImportDeclaration, scope: string, load: string): string {
  const from = JSON.stringify(moduleName(node));
  const namespace = node.specifiers.find(({ type }) => type === 'ImportNamespaceSpecifier');
  const named = node.specifiers.flatMap((part): [string, string][] => {
    if (part.type === 'ImportNamespaceSpecifier') return [];
    if (part.type === 'ImportDefaultSpecifier') return [['default', part.local.name]];
    const { imported, local } = part;
    return [[imported.type === 'Identifier' ? imported.name : String(imported.value), local.name]];
  });
  const names = JSON.stringify(named.map(([name]) => name));
  const parts = named.map(([name, local]) => `${JSON.stringify(name)}: ${scope}.${local}`).join(', ');
  const star = namespace ? `${scope}.${namespace.local.name} = await ${load}(${from}, []);` : '';
  return `({${parts}} = await ${load}(${from}, ${names}));${star}`;
}
