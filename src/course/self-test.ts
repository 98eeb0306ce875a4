/** The self-test's right answers, computed on tfjs's cpu back end while the site is built. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('../kernel/backends/entry-self-test.ts', import.meta.url));

interface Loaded {
  exports: { expected?: () => Promise<Record<string, number[]>> };
}

let computed: Promise<string> | undefined;

/** The values of each case, as JSON. Computed once. */
export function expectedValues(): Promise<string> {
  computed ??= compute();
  return computed;
}

async function compute(): Promise<string> {
  const { expected } = (await load()).exports;
  if (expected === undefined) throw new Error('The self-test exports nothing to run.');
  return JSON.stringify(await expected());
}

/** Bundled, because tfjs's modules and its package for Node are not the same code. */
async function load(): Promise<Loaded> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const text = outputFiles[0]?.text ?? '';
  const run = runInThisContext(`(function (module, exports, require) {${text}\n})`) as (
    module: Loaded,
    exports: object,
    require: NodeJS.Require,
  ) => void;
  const module: Loaded = { exports: {} };
  run(module, module.exports, createRequire(import.meta.url));
  return module;
}
