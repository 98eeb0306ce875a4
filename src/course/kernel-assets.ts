/**
 * Vite plugin: `virtual:kernel-assets` names where the page finds the kernel's scripts. In the build they are files with
 * hashed names under `kernel/`; in development and in browser tests the server hands them out from memory.
 */
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Plugin } from 'vite';
import { expectedValues } from './self-test.ts';
import { bundleKernel, type KernelScript } from './kernel-scripts.ts';

const id = 'virtual:kernel-assets';
const resolved = `\0${id}`;
const types: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

export function kernelAssets(): Plugin {
  const served = new Map<string, KernelScript>();
  let base = '/';
  let building = false;
  let bundled: Promise<KernelScript[]> | undefined;
  return {
    name: 'kernel-assets',
    configResolved(config) {
      base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      building = config.command === 'build';
    },
    resolveId: (name) => (name === id ? resolved : undefined),
    async load(name) {
      if (name !== resolved) return undefined;
      if (!building) bundled = undefined;
      bundled ??= expectedValues().then((expected) => bundleKernel({ minify: building, expected }));
      const scripts = await bundled;
      for (const script of scripts) {
        const fileName = hashedName(script);
        if (building) this.emitFile({ type: 'asset', fileName, source: script.bytes });
        else {
          served.set(`/${fileName}`, script);
          for (const path of script.inputs) this.addWatchFile(path);
        }
      }
      return moduleText(scripts, base);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        const script = served.get(path) ?? served.get(path.replace(base, '/'));
        if (script === undefined) return next();
        response.setHeader('content-type', types[extname(script.name)] ?? 'application/octet-stream');
        response.setHeader('cache-control', 'max-age=31536000, immutable');
        response.end(script.bytes);
      });
    },
  };
}

function hashedName({ name, bytes }: KernelScript): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const extension = extname(name);
  return `kernel/${name.slice(0, -extension.length)}-${hash}${extension}`;
}

function moduleText(scripts: readonly KernelScript[], base: string): string {
  const urls = Object.fromEntries(scripts.map((script) => [script.name, base + hashedName(script)]));
  return `export const assets = ${JSON.stringify(urls)};`;
}
