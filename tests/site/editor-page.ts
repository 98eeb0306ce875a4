import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { build, preview } from 'vite';
import { monacoCss } from '../../src/course/monaco-css.ts';

const root = resolve(import.meta.dirname, '../..');
const fixture = join(root, 'tests/fixtures/editor');

/** The policy of the published site, as far as it concerns an editor. */
const policy = [
  "default-src 'self'",
  "script-src 'self' blob: 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "worker-src 'self' blob:",
].join('; ');

export interface EditorSite {
  url: string;
  browser: Browser;
  close(): Promise<void>;
}

/** Builds the page of `tests/fixtures/editor` and serves it under `/course/`, with the site's policy. */
export async function openEditorSite(): Promise<EditorSite> {
  const outDir = mkdtempSync(join(tmpdir(), 'descent-editor-'));
  const shared = { root: fixture, base: '/course/', configFile: false, logLevel: 'silent' } as const;
  await build({
    ...shared,
    plugins: [monacoCss()],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers: { 'content-security-policy': policy } },
  });
  const executablePath = process.env['CHROMIUM_PATH'];
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath ? { executablePath } : {}),
  });
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    browser,
    async close() {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What `/data/types.json` holds, from the packages themselves. */
export function readTypes(): { files: Record<string, string> } {
  const library = globSync('lib.{es5,es20*,decorators*}.d.ts', {
    cwd: join(root, 'node_modules/typescript/lib'),
  });
  const packages = globSync('node_modules/@tensorflow/tfjs-{core,layers}/{package.json,dist/**/*.d.ts}', {
    cwd: root,
  });
  const files: Record<string, string> = {};
  for (const name of library) files[`/${name}`] = read(`node_modules/typescript/lib/${name}`);
  for (const path of packages) files[`/${path}`] = read(path);
  for (const name of ['cell-globals.d.ts', 'vocabulary.ts', 'tensors.ts'])
    files[`/descent/${name}`] = read(`src/library/${name}`);
  return { files };
}
