/** Whether a build's time grows in proportion to the lessons: 6, 60 and 600 of them, one build after the other. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';
import { writeCourse } from './many-lessons.ts';

/** A lesson that uses every word of the vocabulary. */
const model = 'tests/fixtures/content/model-lesson.mdx';

export function measureBuild(): Promise<Row[]> {
  const [few = 0, some = 0, many = 0] = [6, 60, 600].map(secondsFor);
  return Promise.resolve([
    {
      name: 'build-per-lesson (600 to 60)',
      value: many / 600 / (some / 60),
      ...{ unit: 'ratio', target: 1.3, better: 'lower' },
    },
    {
      // What a build takes for itself, whatever it holds, is taken out.
      name: 'build-further-lesson (60…600 to 6…60)',
      value: (many - some) / 540 / ((some - few) / 54),
      ...{ unit: 'ratio', target: 1.3, better: 'lower' },
    },
    { name: 'build of 600', value: many * 1_000, unit: 'ms', target: 1_200_000, better: 'lower' },
  ]);
}

function secondsFor(lessons: number): number {
  const folder = mkdtempSync(join(tmpdir(), `descent-build-${lessons}-`));
  try {
    writeCourse(process.cwd(), folder, lessons, model);
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'astro', 'build'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, NODE_ENV: 'production', DESCENT_KITCHEN: '', DESCENT_OUT: './dist' },
    });
    const seconds = (performance.now() - start) / 1_000;
    if (status !== 0)
      throw new Error(`The build of ${lessons} lessons failed:\n${stdout}\n${stderr}`.slice(-4_000));
    console.error(`build of ${lessons} lessons: ${seconds.toFixed(1)} s`);
    return seconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
