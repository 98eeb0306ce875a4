import type { CompiledCell } from '../protocol.ts';
import { natives } from './realm.ts';

/** Gives the cell's last value in a list; nothing where its last statement is no expression. */
export type Body = (
  $: object,
  $import: (name: string, wanted: readonly string[]) => Promise<unknown>,
) => Promise<readonly [unknown] | undefined>;

/** Compiled cells as modules of this realm. A text is loaded once, however often it runs. */
export interface Evaluator {
  /** The body of a cell. Rejects where the module does not load. */
  load(cell: string, compiled: CompiledCell): Promise<Body>;
  /** Which cell a script's address belongs to. */
  find(url: string): { cell: string; compiled: CompiledCell } | undefined;
}

export function createEvaluator(): Evaluator {
  const bodies = new Map<string, Promise<Body>>();
  const addresses = new Map<string, { cell: string; compiled: CompiledCell }>();
  return {
    load(cell, compiled) {
      const key = `${cell}\n${compiled.code}`;
      const known = bodies.get(key);
      if (known !== undefined) return known;
      const url = natives.createObjectURL(new natives.Blob([compiled.code], { type: 'text/javascript' }));
      addresses.set(url, { cell, compiled });
      const body = (import(url) as Promise<{ default: Body }>).then((module) => module.default);
      bodies.set(key, body);
      return body;
    },
    find: (url) => addresses.get(url),
  };
}
