/** A YAML file of the course, read by a schema, with mistakes told at their line. */
import { LineCounter, parseDocument, type Document } from 'yaml';
import type * as z from 'zod';
import { AuthorError } from './author-error.ts';

export interface YamlSource {
  value: unknown;
  /** The line, from 1, on which the value at a path begins. */
  line(path: readonly PropertyKey[]): number | undefined;
  /** A mistake in the value at a path, to be thrown. */
  fault(path: readonly PropertyKey[], problem: string, remedy: string): AuthorError;
}

/** @throws AuthorError on text that is not YAML */
export function readYaml(text: string, file: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new AuthorError(
      { file, line: lines.linePos(broken.pos[0]).line },
      broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:$/u, '') ?? 'this is not YAML',
      'Put it right as YAML; a text with ": " in it needs quotes.',
    );
  return {
    value: document.toJS(),
    line: (path) => lineOf(document, lines, path),
    fault: (path, problem, remedy) =>
      new AuthorError({ file, line: lineOf(document, lines, path) }, problem, remedy),
  };
}

/**
 * @param remedy what the schema wants, in a sentence
 * @throws AuthorError with the first thing that does not fit
 */
export function parseWith<S extends z.ZodType>(source: YamlSource, schema: S, remedy: string): z.output<S> {
  const result = schema.safeParse(source.value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  const what = [nameAt(source.value, path), ...path.slice(1).map(String)].filter(Boolean).join('.');
  throw source.fault(path, `${what}${what ? ': ' : ''}${issue?.message ?? 'not as expected'}`, remedy);
}

/** An entry of a list is named by its id where it has one. */
function nameAt(value: unknown, [index]: readonly PropertyKey[]): string {
  if (index === undefined) return '';
  const entry: unknown = Array.isArray(value) ? value[Number(index)] : undefined;
  if (typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string')
    return entry.id;
  return String(index);
}

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node && 'range' in node && Array.isArray(node.range))
      return lines.linePos(node.range[0] as number).line;
  }
  return undefined;
}
