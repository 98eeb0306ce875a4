import type { Fault } from '../../language/compile.ts';
import { inReadersNames } from '../../language/messages.ts';
import { limits, type CellError, type CompiledCell } from '../protocol.ts';
import { placesOf } from './error-places.ts';
import { remedyFor } from './error-remedies.ts';
import { inspect } from './inspect.ts';

type Find = (url: string) => { cell: string; compiled: CompiledCell } | undefined;

/** Whatever was thrown, as the reader is told of it. Never throws, whatever it is. */
export function toCellError(thrown: unknown, find: Find): CellError {
  if (!isError(thrown)) {
    const { text } = inspect(thrown);
    return { name: 'Thrown', message: clip(text), places: [] };
  }
  const name = read(thrown, 'name') ?? 'Error';
  const said = read(thrown, 'message') ?? '';
  const message = name === 'TypeError' ? inReadersNames(said) : said;
  const remedy = remedyFor(message);
  return {
    name: clip(name),
    message: clip(message),
    places: placesOf(read(thrown, 'stack') ?? '', find),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

/** A fault that the compiler found, as an error at its place. */
export function faultError(cell: string, { line, column, message, remedy }: Fault): CellError {
  return {
    name: 'SyntaxError',
    message: clip(message),
    places: [{ cell, line, column }],
    ...(remedy === undefined ? {} : { remedy: clip(remedy) }),
  };
}

function isError(value: unknown): value is Error {
  try {
    return value instanceof Error;
  } catch {
    return false;
  }
}

function read(error: Error, key: 'name' | 'message' | 'stack'): string | undefined {
  try {
    const found: unknown = error[key];
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}

function clip(text: string): string {
  return text.length <= limits.text ? text : `${text.slice(0, limits.text - 1)}…`;
}
