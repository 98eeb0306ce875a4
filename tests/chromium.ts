/**
 * The Chromium that tests run in: named by CHROMIUM_PATH, Playwright's own, or the system's; else one is
 * installed (Playwright's download, then the system's package manager), else we say what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** WebGPU without a GPU: Chromium's software adapter. */
export const softwareGpu = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--use-angle=swiftshader',
];

const isRoot = process.getuid?.() === 0;

/** What every launch needs: Chromium's own sandbox refuses to start as root, and nothing may call home. */
export const launchArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium that is there already, or `null`. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist. Correct it or unset it.`);
  }
  return [chromium.executablePath(), ...systemPaths].find((path) => path && existsSync(path)) ?? null;
}

/** Finds a Chromium or installs one. */
export function provideChromium(): string {
  const found = findChromium();
  if (found) return found;
  for (const install of [installFromPlaywright, installFromDebian]) {
    install();
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'The tests need Chromium and none could be installed. Install Chromium or Chrome by hand ' +
      '(for instance `sudo apt-get install chromium`) and name its program in CHROMIUM_PATH.',
  );
}

function installFromPlaywright(): void {
  console.log('No Chromium found: trying Playwright’s download …');
  attempt('npx', ['playwright', 'install', 'chromium'], { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' });
}

function installFromDebian(): void {
  if (!existsSync('/usr/bin/apt-get')) return;
  console.log('Trying the system’s package manager …');
  const sudo = isRoot ? [] : ['sudo', '-n'];
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const words = (...command: string[]): [string, string[]] => {
    const [program = '', ...rest] = [...sudo, ...command];
    return [program, rest];
  };
  attempt(...words('apt-get', 'update'), environment);
  attempt(...words('apt-get', 'install', '-y', 'chromium'), environment);
}

function attempt(program: string, args: string[], environment: Record<string, string>): void {
  spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 600_000,
    env: { ...process.env, ...environment },
  });
}
