/**
 * The types that cells are checked against, as texts by path: JavaScript's own library, what the worker keeps of the
 * web platform, the cells' vocabulary, TensorFlow.js and the modules `descent/…`. The build's check and the editor
 * get one and the same.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { cellCompilerOptions } from '../language/cell-types.ts';
import { libraryModules } from '../language/module-names.ts';
import { exportDocumentedFunctions } from './types-tfjs.ts';

export type TypeFiles = Record<string, string>;

const rootFiles = ['cell-globals.d.ts', 'realm.d.ts'];

/** `root` is the project's folder. Takes a second or two: do it once. */
export function collectTypes(root: string): TypeFiles {
  const program = createProgram(root);
  const files: TypeFiles = {};
  for (const file of program.getSourceFiles()) {
    const path = pathOf(root, file.fileName);
    if (file.isDeclarationFile) files[path] = exportDocumentedFunctions(file.text);
    else files[path.replace(/\.ts$/, '.d.ts')] = declarationsOf(program, file);
    if (path.startsWith('/node_modules/')) Object.assign(files, manifestOf(root, file.fileName));
  }
  for (const [name, file] of Object.entries(libraryModules)) {
    files[`/node_modules/${name}.d.ts`] = `export * from '../../library/${file}';\n`;
  }
  return files;
}

function createProgram(root: string): ts.Program {
  const library = [...rootFiles, ...Object.values(libraryModules)];
  return ts.createProgram(
    library.map((file) => join(root, 'src/library', file)),
    { ...cellCompilerOptions, noEmit: false, declaration: true, emitDeclarationOnly: true },
  );
}

/** `src/library/data.ts` → `/library/data.ts`; `node_modules/…` keeps its path; `lib.es5.d.ts` stands at the top. */
function pathOf(root: string, file: string): string {
  const path = inProject(root, file);
  if (path.startsWith('node_modules/typescript/lib/'))
    return `/${path.slice('node_modules/typescript/lib/'.length)}`;
  return `/${path.replace(/^src\//, '')}`;
}

/** The path from the root, also where the folder of packages is a link to another place. */
function inProject(root: string, file: string): string {
  const path = file.replaceAll('\\', '/');
  const packages = path.indexOf('/node_modules/');
  return packages < 0 ? relative(root, file).replaceAll('\\', '/') : path.slice(packages + 1);
}

function declarationsOf(program: ts.Program, file: ts.SourceFile): string {
  let text = '';
  program.emit(file, (_, written) => (text = written), undefined, true);
  return text;
}

/** What of a package's manifest its types are found by. */
function manifestOf(root: string, file: string): TypeFiles {
  const inside = inProject(root, file).split('/').slice(1);
  const name = inside.slice(0, inside[0]?.startsWith('@') ? 2 : 1).join('/');
  const path = join(root, 'node_modules', name, 'package.json');
  const { version, types, typings } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const manifest = { name, version, types: types ?? typings };
  return { [`/node_modules/${name}/package.json`]: JSON.stringify(manifest) };
}
