/**
 * What a cell's text means: strip types, names defined and needed, rewriting. Pure text → record, used at build
 * time and in the worker alike.
 */
import MagicString from 'magic-string';
import { isFixed } from './fixed.ts';
import { importedModules, rewriteImports } from './imports.ts';
import { freshName, refuseConstAssignment, refuseReservedNames } from './names.ts';
import { parse, tooDeep } from './parse.ts';
import { thinOut } from './position-map.ts';
import { findReferences } from './references.ts';
import { Refusal, toFault } from './refusal.ts';
import { rewriteDeclarations, rewriteReferences } from './rewrite.ts';
import { findScopes, type Scope } from './scope.ts';
import { returnLast, writeSemicolons } from './statements.ts';
import { stripTypes } from './strip-types.ts';
import { createWraps } from './wraps.ts';

/** What running a cell takes. Same shape as `compiledCell` of the kernel's protocol. */
export interface CompiledCell {
  /** A module whose default export is `async ($, $import) => [last value]`; `$` is the lesson's scope. */
  code: string;
  /** Names that the cell puts into the lesson's scope, in order of appearance. */
  defines: string[];
  /** Free names that are neither JavaScript's nor the page's (`tf`, `show` …): other cells must define them. */
  needs: string[];
  /** Modules imported (`descent/data`). */
  imports: string[];
  /** Running it again changes nothing. */
  fixed: boolean;
  /**
   * For each generated line, [generated column, source line, source column], all from 0. Columns between two
   * segments count on from the first; `sourcePosition` reads it.
   */
  map: [number, number, number][][];
}

/** A fault in a cell's text, at a place that counts from 1. */
export interface Fault {
  line: number;
  column: number;
  message: string;
  /** What to do about it. */
  remedy?: string;
}

export type Compilation = { ok: true; cell: CompiledCell } | { ok: false; fault: Fault };

/** Compiles the text of one cell. Never throws: what cannot run is a fault with its place. */
export function compile(source: string): Compilation {
  try {
    return { ok: true, cell: compileText(source) };
  } catch (error) {
    const refusal = error instanceof RangeError ? tooDeep() : error;
    if (!(refusal instanceof Refusal)) throw error;
    return { ok: false, fault: toFault(source, refusal) };
  }
}

/** A name and the offset in the text where it first stands. */
export interface NamePlace {
  name: string;
  offset: number;
}

/**
 * Where the names of a cell first stand, for those who tell its author about them.
 * The text must be one that `compile` accepts.
 */
export function findNames(source: string): { defines: NamePlace[]; needs: NamePlace[] } {
  const { root, references } = analyse(source, new MagicString(source), createWraps());
  const needs = new Map<string, number>();
  for (const { node, own } of references) {
    if (!own && !needs.has(node.name)) needs.set(node.name, node.start);
  }
  return {
    defines: [...root.names].map(([name, { offset }]) => ({ name, offset })),
    needs: [...needs].map(([name, offset]) => ({ name, offset })),
  };
}

type Wraps = ReturnType<typeof createWraps>;

/** The tree without its types, and what its names mean. */
function analyse(source: string, text: MagicString, { wrap }: Wraps) {
  const program = parse(source);
  stripTypes(program, text, wrap);
  const scopes = findScopes(program);
  const root: Scope = scopes.get(program) ?? { parent: null, holdsVar: true, names: new Map() };
  refuseReservedNames(root);
  const references = findReferences(program, scopes);
  refuseConstAssignment(program, new Set(references.filter(({ own }) => own).map(({ node }) => node)), root);
  return { program, root, references };
}

function compileText(source: string): CompiledCell {
  const text = new MagicString(source);
  const wraps = createWraps();
  const { program, root, references } = analyse(source, text, wraps);
  const scope = freshName('$', program);
  const load = freshName('$import', program);

  rewriteReferences(references, wraps.wrap, scope);
  rewriteDeclarations(program, references, { text, wrap: wraps.wrap }, scope);
  rewriteImports(program, text, scope, load);
  returnLast(program, source, wraps.wrap);
  writeSemicolons(program, source, wraps.wrap);
  wraps.apply(text);
  text.prepend(`export default async (${scope}, ${load}) => {${hoisted(root, scope)}`);
  text.append('\n}');

  return {
    code: text.toString(),
    defines: [...root.names.keys()],
    needs: [...new Set(references.filter(({ own }) => !own).map(({ node }) => node.name))],
    imports: importedModules(program),
    fixed: isFixed(program),
    map: thinOut(text.generateDecodedMap({ hires: true }).mappings),
  };
}

/** What JavaScript does before the first statement: every `var` is undefined, every function is there. */
function hoisted({ names }: Scope, scope: string): string {
  return [...names]
    .map(([name, { kind }]) => {
      if (kind === 'var') return `${scope}.${name} = void 0;`;
      return kind === 'function' ? `${scope}.${name} = ${name};` : '';
    })
    .join('');
}
