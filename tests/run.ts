/** `npm test`: finds a Chromium, checks and builds the course once, runs every test, prints the totals last. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideChromium } from './chromium.ts';

const projects = ['unit', 'browser', 'site', 'lessons'] as const;

interface Totals {
  passed: number;
  failed: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'descent-test-'));
const totals: Totals = { passed: 0, failed: 0 };

try {
  const environment = {
    CI: '1',
    CHROMIUM_PATH: provideChromium(),
    DESCENT_KITCHEN: '1',
    DESCENT_OUT: join(scratch, 'dist'),
    DESCENT_TEST_DIST: join(scratch, 'dist'),
  };
  // First: it writes the types that lint and type check read.
  step('build', ['astro', 'build'], environment);
  step('lint', ['eslint', '.', '--max-warnings', '0'], environment);
  step('format', ['prettier', '--check', '--log-level', 'warn', '.'], environment);
  step('types', ['npm', 'run', 'types'], environment);
  for (const project of projects) suite(project, environment);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  totals.failed += 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

/** One command that passes or fails as a whole; it counts as one test. */
function step(name: string, command: string[], environment: Record<string, string>): void {
  const failed = execute(command, environment) !== 0;
  console.log(`${failed ? 'FAILED' : 'passed'}: ${name}`);
  totals[failed ? 'failed' : 'passed'] += 1;
}

/** One project of the test runner; its tests are added to the totals. */
function suite(project: string, environment: Record<string, string>): void {
  const report = join(scratch, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = execute(['vitest', 'run', '--project', project, ...reporters], environment);
  const counted = readTotals(report);
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  if (status !== 0 && counted.failed === 0) totals.failed += 1;
}

function readTotals(report: string): Totals {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
      string,
      number
    >;
    return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function execute([program = '', ...args]: string[], environment: Record<string, string>): number {
  const run = spawnSync(
    program === 'npm' ? 'npm' : 'npx',
    program === 'npm' ? args : ['--no-install', program, ...args],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    },
  );
  return run.status ?? 1;
}
