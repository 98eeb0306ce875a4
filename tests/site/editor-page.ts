import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { build, preview } from 'vite';
import { monacoCss } from '../../src/course/monaco-css.ts';
import { openBrowser } from './site.ts';

const fixture = resolve(import.meta.dirname, '../fixtures/editor');

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
  const browser = await openBrowser();
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
