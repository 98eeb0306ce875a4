import type { Compilation } from '../../language/compile.ts';

export type Compile = (source: string) => Compilation;

const hook = Symbol.for('descent.language');
type Hooked = typeof globalThis & { [hook]?: (compile: Compile) => void };

/** Called by `language.js`, the compiler's own script, as it loads. */
export function registerLanguage(compile: Compile): void {
  (globalThis as Hooked)[hook]?.(compile);
}

/** Listens for the compiler. Returns the function that stops listening and leaves no trace. */
export function receiveLanguage(accept: (compile: Compile) => void): () => void {
  (globalThis as Hooked)[hook] = accept;
  return () => {
    Reflect.deleteProperty(globalThis, hook);
  };
}
