/** Runs compiled cells in Node over the kernel's own scope, as the kernel does. */
import { createScope } from '../../../src/kernel/worker/scope.ts';
import { compile, type CompiledCell } from '../../../src/language/compile.ts';

type Body = (
  $: object,
  $import: (name: string, names: string[]) => Promise<unknown>,
) => Promise<[unknown] | undefined>;

export interface TestLesson {
  /** Runs a cell and gives its last expression. Rejects with what the cell threw. */
  run(source: string): Promise<unknown>;
  /** The value of a name in the scope. */
  get(name: string): unknown;
}

export function createLesson(modules: Record<string, object> = {}): TestLesson {
  const scope = createScope();
  const load = (name: string) => Promise.resolve(modules[name]);
  return {
    async run(source) {
      const cell = compiled(source);
      const { default: body } = (await import(/* @vite-ignore */ addressOf(cell))) as { default: Body };
      scope.open(cell.defines);
      return (await body(scope.$, load))?.[0];
    },
    get: (name) => Reflect.get(scope.$, name) as unknown,
  };
}

let loaded = 0;

/** A new address each time, for a module is loaded once. */
const addressOf = ({ code }: CompiledCell): string =>
  `data:text/javascript,${encodeURIComponent(code)}//${++loaded}`;

export function compiled(source: string): CompiledCell {
  const result = compile(source);
  if (result.ok) return result.cell;
  throw new Error(`${result.fault.line}:${result.fault.column}: ${result.fault.message}`);
}
