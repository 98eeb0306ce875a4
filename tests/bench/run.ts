/**
 * `npm run bench [-- --json] [-- names…]`: measures the built course against bare pages, side by side in one run.
 * Prints a table, or with `--json` a list of rows. Names choose among the groups: start, read, stop, edit, cells,
 * collect, build, wasm and train-<back end>.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/course/commands/serve.ts';
import { backendNames } from '../../src/kernel/protocol.ts';
import { bundleBare } from './bare/bundle.ts';
import { measureBuild } from './build.ts';
import { measureCells } from './cells.ts';
import { measureCollect } from './collect.ts';
import { measureEdit } from './edit.ts';
import { measureRead } from './read.ts';
import { isMet, table, type Row } from './row.ts';
import { measureStart } from './start.ts';
import { measureStop } from './stop.ts';
import type { Subject } from './subject.ts';
import { measureTraining, measureWasm } from './train.ts';

const groups: Record<string, (subject: Subject) => Promise<Row[]>> = {
  start: measureStart,
  read: measureRead,
  stop: measureStop,
  edit: measureEdit,
  cells: measureCells,
  collect: measureCollect,
  build: measureBuild,
  wasm: measureWasm,
  ...Object.fromEntries(
    backendNames.map((name) => [`train-${name}`, (subject: Subject) => measureTraining(subject, name)]),
  ),
};

const words = process.argv.slice(2);
const json = words.includes('--json');
const chosen = words.filter((word) => !word.startsWith('--'));
const names = chosen.length > 0 ? chosen : Object.keys(groups);

const scratch = mkdtempSync(join(tmpdir(), 'descent-bench-'));
const rows: Row[] = [];
try {
  const course = await serve(buildCourse(), { port: 0 });
  const bareFolder = join(scratch, 'bare');
  await bundleBare(bareFolder, backendNames);
  const bare = await serve(bareFolder, { port: 0 });
  const subject = { course: withSlash(course.url), bare: withSlash(bare.url) };
  for (const name of names) {
    const measure = groups[name];
    if (!measure) throw new Error(`No group “${name}”. There are: ${Object.keys(groups).join(', ')}.`);
    rows.push(...(await measure(subject)));
  }
  await Promise.all([course.close(), bare.close()]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

console.log(json ? JSON.stringify(rows, null, 2) : table(rows));
if (!rows.every(isMet)) process.exitCode = 1;

/** The course with its kitchen sink, built anew unless DESCENT_TEST_DIST names a build. */
function buildCourse(): string {
  const given = process.env['DESCENT_TEST_DIST'];
  if (given) return given;
  const out = join(scratch, 'dist');
  const environment = { ...process.env, DESCENT_KITCHEN: '1', DESCENT_OUT: out };
  const built = spawnSync('npx', ['--no-install', 'astro', 'build'], {
    stdio: ['ignore', json ? 'ignore' : 'inherit', 'inherit'],
    env: environment,
  });
  if (built.status !== 0) throw new Error('The course did not build.');
  return out;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
