/** Bundles the bare pages that the course is measured against into a folder that a static server can serve. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import type { BackendName } from '../../../src/kernel/protocol.ts';

const here = import.meta.dirname;
const backends = join(here, '../../../src/kernel/backends');
const require = createRequire(import.meta.url);

export async function bundleBare(out: string, names: readonly BackendName[]): Promise<void> {
  mkdirSync(out, { recursive: true });
  for (const name of names) {
    await bundleWorker(join(out, `${name}.js`), [join(backends, `entry-${name}.ts`)]);
    writeFileSync(join(out, `${name}.html`), page(`${name}.js`));
  }
  await bundleWorker(join(out, 'plain-wasm.js'), [join(here, 'plain-wasm.ts')]);
  writeFileSync(join(out, 'plain-wasm.html'), page('plain-wasm.js'));
  const binaries = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  for (const binary of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'])
    copyFileSync(join(binaries, 'wasm-out', binary), join(out, binary));
}

async function bundleWorker(outfile: string, entries: string[]): Promise<void> {
  const contents = [join(here, 'accept.ts'), ...entries, join(here, 'worker.ts')]
    .map((file) => `import ${JSON.stringify(file)};`)
    .join('\n');
  await build({
    stdin: { contents, resolveDir: here, loader: 'ts' },
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
}

/** Starts its worker at the click, as the course does, and prints what comes back. */
const page = (script: string): string => `<!doctype html><meta charset="utf-8"><title>Bare</title>
<button>Run</button><pre></pre><script>
let worker;
const ask = (question) => new Promise((resolve) => {
  worker ??= new Worker(${JSON.stringify(script)});
  worker.onmessage = ({ data }) => resolve(data);
  worker.postMessage(question);
});
document.querySelector('button').onclick = async () => {
  document.querySelector('pre').textContent = await ask({ type: 'first' });
};
</script>`;
