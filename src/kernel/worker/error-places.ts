import { columnOfCall } from '../../language/called-name.ts';
import { sourcePosition } from '../../language/position-map.ts';
import type { CompiledCell, Place } from '../protocol.ts';

/** One line of a stack, of Chromium (`at f (url:1:2)`) or Firefox and Safari (`f@url:1:2`). */
const chromium = /^\s*at (?:(?:async )?(.*?) \()?(\S+?):(\d+):(\d+)\)?$/;
const firefox = /^(.*?)@(.+?):(\d+):(\d+)$/;
const placesLimit = 20;

type Find = (url: string) => { cell: string; compiled: CompiledCell } | undefined;

/** The reader's own places in a stack, innermost first. */
export function placesOf(stack: string, find: Find): Place[] {
  const places: Place[] = [];
  for (const line of stack.slice(0, 100_000).split('\n')) {
    const [, name, url, row, column] = chromium.exec(line) ?? firefox.exec(line) ?? [];
    const script = url === undefined ? undefined : find(url);
    if (script === undefined) continue;
    const place = readersPlace(script.compiled, Number(row) - 1, Number(column) - 1);
    if (place === null) continue;
    places.push({ cell: script.cell, line: place.line + 1, column: place.column + 1, ...functionName(name) });
    if (places.length === placesLimit) break;
  }
  return places;
}

function readersPlace({ code, map }: CompiledCell, line: number, column: number) {
  return sourcePosition(map, line, columnOfCall(code.split('\n')[line] ?? '', column));
}

function functionName(name: string | undefined): { function?: string } {
  const plain = name?.replace(/^async /, '').replace(/^(Module|Object|Proxy)\./, '') ?? '';
  return plain === '' || plain === 'default' || plain.startsWith('<') || plain.startsWith('async*')
    ? {}
    : { function: plain.slice(0, 200) };
}
