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

/** `files`: texts by path, as in `/data/types.json`; libraries of the language are `/lib.<name>.d.ts`. */
export function createCellService(
  ts: typeof TypeScript,
  files: Readonly<Record<string, string>>,
): CellService {
  let text = '';
  let length = 0;
  let version = 0;
  const language = ts.createLanguageService(
    createHost(ts, files, () => ({ text, version })),
    ts.createDocumentRegistry(),
  );
  const isOfCell = ({ start, code }: TypeScript.Diagnostic) => {
    if (start === undefined || start > length) return false;
    if (!orderOnly.has(code)) return true;
    const declared = language.getDefinitionAtPosition(cellFile, start)?.[0];
    return declared?.fileName === cellFile && declared.textSpan.start < length;
  };
  return {
    language,
    show(cells, id) {
      const next = cellModule(cells, id);
      length = cells.find((cell) => cell.id === id)?.source.length ?? 0;
      if (next === text) return;
      text = next;
      version++;
    },
    problems: () =>
      [...language.getSyntacticDiagnostics(cellFile), ...language.getSemanticDiagnostics(cellFile)]
        .filter(isOfCell)
        .map((diagnostic) => toProblem(ts, diagnostic))
        .sort((a, b) => a.start - b.start),
  };
}

function toProblem(ts: typeof TypeScript, diagnostic: TypeScript.Diagnostic): TypeProblem {
  return {
    start: diagnostic.start ?? 0,
    length: diagnostic.length ?? 1,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
    code: diagnostic.code,
  };
}

/** A host whose whole file system is the record and the cell. Types of our own are always part of the program. */
function createHost(
  ts: typeof TypeScript,
  files: Readonly<Record<string, string>>,
  cell: () => { text: string; version: number },
): TypeScript.LanguageServiceHost {
  const own = Object.keys(files).filter(
    (path) => path.endsWith('.d.ts') && !/^\/(lib\.|node_modules\/)/.test(path),
  );
  const folders = new Set(Object.keys(files).flatMap(foldersOf));
  const read = (path: string) =>
    path === cellFile ? cell().text : Object.hasOwn(files, path) ? files[path] : undefined;
  return {
    getCompilationSettings: () => cellCompilerOptions,
    getScriptFileNames: () => [...own, cellFile],
    getScriptVersion: (path) => (path === cellFile ? String(cell().version) : '1'),
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
}

/** `/a/b/c.ts` → `/a/b`, `/a`, `/`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return ['/', ...parts.map((_, i) => `/${parts.slice(0, i + 1).join('/')}`)];
}
