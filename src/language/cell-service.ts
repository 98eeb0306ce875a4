/** TypeScript's language service over one cell and the types it may use; for the build's check and the editor alike. */
import type * as TypeScript from 'typescript';
import { cellCompilerOptions, cellFile, cellModule } from './cell-types.ts';
import type { CellText, TypeProblem } from './cell-types.ts';

/** "Used before its declaration" and "before being assigned": true of the text, not of the page, where cells run in order. */
const orderOnly = new Set([2448, 2449, 2454]);

export interface CellService {
  /** The cell that the questions are about, among the lesson's cells in page order. */
  show(cells: readonly CellText[], id: string): void;
  /** Problems in the cell's own text, in order of place. */
  problems(): TypeProblem[];
  /** TypeScript's own service; the cell is `cellFile`. */
  readonly language: TypeScript.LanguageService;
}

/** A module to check: its text begins with a cell of this length. */
interface CellModule {
  text: string;
  length: number;
  version: number;
}

/** `files`: texts by path, as in `/data/types.json`; libraries of the language are `/lib.<name>.d.ts`. */
export function createCellService(
  ts: typeof TypeScript,
  files: Readonly<Record<string, string>>,
): CellService {
  const shown: CellModule = { text: '', length: 0, version: 0 };
  const language = createLanguage(ts, files, new Map([[cellFile, shown]]), () => shown.version);
  return {
    language,
    show(cells, id) {
      const next = toModule(cells, id);
      const version = next.text === shown.text ? shown.version : shown.version + 1;
      Object.assign(shown, next, { version });
    },
    problems: () => problemsOf(ts, language, cellFile, shown.text.slice(0, shown.length)),
  };
}

/**
 * The problems of each of these cells, among the cells of its lesson. One program holds them all, so that the types
 * are read once.
 */
export function checkCells(
  ts: typeof TypeScript,
  files: Readonly<Record<string, string>>,
  asked: readonly { cells: readonly CellText[]; id: string }[],
): TypeProblem[][] {
  const modules = asked.map(({ cells, id }) => toModule(cells, id));
  const path = (index: number) => `/cells/${index}.ts`;
  const named = new Map(modules.map((each, index) => [path(index), each]));
  const language = createLanguage(ts, files, named, () => 1);
  return modules.map(({ text, length }, index) =>
    problemsOf(ts, language, path(index), text.slice(0, length)),
  );
}

const toModule = (cells: readonly CellText[], id: string): CellModule => ({
  text: cellModule(cells, id),
  length: cells.find((cell) => cell.id === id)?.source.length ?? 0,
  version: 0,
});

/** Problems in the cell's own text `source`, which the module at `path` begins with, in order of place. */
function problemsOf(
  ts: typeof TypeScript,
  language: TypeScript.LanguageService,
  path: string,
  source: string,
): TypeProblem[] {
  const isOfCell = ({ start, code }: TypeScript.Diagnostic) => {
    if (start === undefined || start > source.length) return false;
    if (!orderOnly.has(code)) return true;
    const declared = language.getDefinitionAtPosition(path, start)?.[0];
    return declared?.fileName === path && declared.textSpan.start < source.length;
  };
  return [...syntaxErrors(ts, source), ...semanticDiagnostics(language, path, source.length).filter(isOfCell)]
    .map((diagnostic) => toProblem(ts, diagnostic, source.length))
    .sort((a, b) => a.start - b.start);
}

/** Of the cell alone: in the module, a bracket that is never closed is missed at the end of the last cell. */
function syntaxErrors(ts: typeof TypeScript, source: string): readonly TypeScript.Diagnostic[] {
  const { diagnostics } = ts.transpileModule(source, {
    fileName: cellFile,
    reportDiagnostics: true,
    compilerOptions: cellCompilerOptions,
  });
  return diagnostics?.filter(({ file }) => file) ?? [];
}

/** Not in TypeScript's own declarations: checks the statements of a range alone. */
interface RegionService {
  getRegionSemanticDiagnostics?(
    path: string,
    ranges: { pos: number; end: number }[],
  ): { diagnostics: TypeScript.Diagnostic[] } | undefined;
}

/** Of the cell's statements where TypeScript can do so, else of the whole module: the other cells have their own turn. */
function semanticDiagnostics(
  language: TypeScript.LanguageService & RegionService,
  path: string,
  length: number,
): TypeScript.Diagnostic[] {
  const region = language.getRegionSemanticDiagnostics?.(path, [{ pos: 0, end: length }]);
  return region?.diagnostics ?? language.getSemanticDiagnostics(path);
}

/** A problem at the very end is shown at the last character, where there is something to underline. */
function toProblem(
  ts: typeof TypeScript,
  { start = 0, length = 1, messageText, code }: TypeScript.Diagnostic,
  end: number,
): TypeProblem {
  return {
    start: Math.max(0, Math.min(start, end - 1)),
    length: Math.max(1, Math.min(length, end - start)),
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    code,
  };
}

/** A service whose whole file system is the record and the modules. Types of our own are always part of the program. */
function createLanguage(
  ts: typeof TypeScript,
  files: Readonly<Record<string, string>>,
  modules: ReadonlyMap<string, CellModule>,
  /** Another number whenever a module's text is another. */
  version: () => number,
): TypeScript.LanguageService {
  const own = Object.keys(files).filter(
    (path) => path.endsWith('.d.ts') && !/^\/(lib\.|node_modules\/)/.test(path),
  );
  const folders = new Set(Object.keys(files).flatMap(foldersOf));
  const read = (path: string) =>
    modules.get(path)?.text ?? (Object.hasOwn(files, path) ? files[path] : undefined);
  const host: TypeScript.LanguageServiceHost = {
    getCompilationSettings: () => cellCompilerOptions,
    getScriptFileNames: () => [...own, ...modules.keys()],
    getScriptVersion: (path) => String(modules.get(path)?.version ?? 1),
    // Without it every question would look at every module for changes: of thousands, millions of times.
    getProjectVersion: () => String(version()),
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => '/lib.es2023.d.ts',
    useCaseSensitiveFileNames: () => true,
    readFile: read,
    fileExists: (path) => read(path) !== undefined,
    directoryExists: (path) => folders.has(path),
    getDirectories: () => [],
  };
  return ts.createLanguageService(host, ts.createDocumentRegistry());
}

/** `/a/b/c.ts` → `/a/b`, `/a`, `/`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return ['/', ...parts.map((_, i) => `/${parts.slice(0, i + 1).join('/')}`)];
}
