/**
 * The kernel's scripts: classic scripts that a worker without `unsafe-eval` can run, one per asset. TensorFlow.js
 * itself is in `kernel.js` alone; back ends find it while they load (`src/kernel/worker/shared-tfjs.ts`).
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import type { AssetName } from '../kernel/protocol.ts';

const require = createRequire(import.meta.url);
const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const entries: Partial<Record<AssetName, string>> = {
  'kernel.js': source('kernel/worker/entry.ts'),
  'language.js': source('kernel/worker/entry-language.ts'),
  'check.js': source('kernel/worker/check/entry-check.ts'),
  'backend-cpu.js': source('kernel/backends/entry-cpu.ts'),
  'backend-wasm.js': source('kernel/backends/entry-wasm.ts'),
  'backend-webgl.js': source('kernel/backends/entry-webgl.ts'),
  'backend-webgpu.js': source('kernel/backends/entry-webgpu.ts'),
};
const binaries = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'] as const;

export interface KernelScript {
  name: AssetName;
  bytes: Uint8Array;
  /** Files of ours that it was made from. */
  inputs: string[];
}

/** Everything a kernel can ask for, in no order. */
export async function bundleKernel(options: { minify: boolean; expected: string }): Promise<KernelScript[]> {
  const scripts = Object.entries(entries).map(([name, entry]) => bundle(name as AssetName, entry, options));
  return Promise.all([...scripts, ...binaries.map(readBinary)]);
}

async function bundle(
  name: AssetName,
  entry: string,
  { minify, expected }: { minify: boolean; expected: string },
): Promise<KernelScript> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    minify,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    logLevel: 'warning',
    define: { __EXPECTED__: expected },
    plugins: name === 'kernel.js' ? [] : [sharedTfjs, withoutThreads],
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return { name, bytes, inputs: ownInputs(metafile) };
}

function ownInputs({ inputs }: Metafile): string[] {
  return Object.keys(inputs)
    .filter((path) => !path.includes('node_modules') && !path.includes(':'))
    .map((path) => resolve(path));
}

async function readBinary(name: (typeof binaries)[number]): Promise<KernelScript> {
  const folder = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  const path = join(folder, 'wasm-out', name);
  return { name, bytes: await readFile(path), inputs: [] };
}

/** Gives a back end the kernel's TensorFlow.js instead of a second one. */
const sharedTfjs: Plugin = {
  name: 'shared-tfjs',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^@tensorflow\/tfjs-(core|layers)$/ }, ({ path }) => ({
      path,
      namespace: 'shared-tfjs',
      sideEffects: false,
    }));
    esbuild.onLoad({ filter: /.*/, namespace: 'shared-tfjs' }, async ({ path }) => {
      const part = path.endsWith('core') ? 'core' : 'layers';
      const names = (await exportsOf(path)).filter((name) => name !== 'default');
      const lines = names.map((name) => `export const ${name} = /* @__PURE__ */ read().${name};`);
      return {
        contents: `const read = () => globalThis[Symbol.for('descent.tfjs')].${part};\n${lines.join('\n')}`,
      };
    });
  },
};

/** Leaves out the wasm glue for threads, a third of that back end: they need an isolated page, and are never started. */
const withoutThreads: Plugin = {
  name: 'without-threads',
  setup(esbuild) {
    esbuild.onResolve({ filter: /tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/ }, ({ path }) => ({
      path,
      namespace: 'without-threads',
      sideEffects: false,
    }));
    esbuild.onLoad({ filter: /.*/, namespace: 'without-threads' }, () => ({
      contents: `export const wasmWorkerContents = ''; export default undefined;`,
    }));
  },
};

const known = new Map<string, Promise<string[]>>();

function exportsOf(path: string): Promise<string[]> {
  const found = known.get(path) ?? readExports(path);
  known.set(path, found);
  return found;
}

async function readExports(path: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [require.resolve(`${path}/dist/index.js`)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    outdir: '/',
  });
  return Object.values(metafile.outputs)[0]?.exports ?? [];
}
