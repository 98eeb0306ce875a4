/** The built course, served on loopback, and a browser to read it with. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { serve } from '../../src/course/commands/serve.ts';
import { findChromium, launchArgs } from '../chromium.ts';

export interface Site {
  /** The folder that was built. */
  dir: string;
  /** The first page's address, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** The path below which the site is to live. */
  base?: string;
  /** With the pages that only tests and development have. */
  kitchen?: boolean;
}

/** Builds the course, unless DESCENT_TEST_DIST names a folder where that has been done, and serves it. */
export async function builtSite(options: SiteOptions = {}): Promise<Site> {
  const { base = '/', kitchen = true } = options;
  const built = base === '/' && kitchen ? process.env['DESCENT_TEST_DIST'] : undefined;
  const scratch = built ? undefined : mkdtempSync(join(tmpdir(), 'descent-site-'));
  const dir = built ?? join(scratch ?? '', 'dist');
  if (scratch) build(dir, base, kitchen);
  const { url, close } = await serve(dir, { port: 0, base });
  return {
    dir,
    url,
    async close() {
      await close();
      if (scratch) rmSync(scratch, { recursive: true, force: true });
    },
  };
}

function build(dir: string, base: string, kitchen: boolean): void {
  const run = spawnSync('npx', ['--no-install', 'astro', 'build'], {
    encoding: 'utf8',
    env: {
      ...withoutVitest(process.env),
      NODE_ENV: 'production',
      DESCENT_OUT: dir,
      DESCENT_BASE: base,
      DESCENT_KITCHEN: kitchen ? '1' : '',
    },
  });
  if (run.status !== 0) throw new Error(`the build failed:\n${run.stdout}\n${run.stderr}`);
}

/** Vitest speaks of its own mode in the environment, and a build would take that for the site's. */
function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = ['VITEST', 'TEST', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL'];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.includes(name)));
}

export const openBrowser = (args: string[] = []): Promise<Browser> => {
  const executablePath = findChromium();
  return chromium.launch({
    args: [...launchArgs, ...args],
    ...(executablePath ? { executablePath } : {}),
  });
};
