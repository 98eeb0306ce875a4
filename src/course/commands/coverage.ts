/**
 * `npm run coverage`: what of `content/topics.yaml` has no home yet. `--written` looks at written lessons only and
 * fails when one lacks something; `--json` prints the same as data.
 */
import { parseArgs } from 'node:util';
import { AuthorError } from '../author-error.ts';
import { describeCoverage, measureCoverage } from '../topics-coverage.ts';
import { openWorld } from '../world.ts';

/**
 * @param root path of the project
 * @returns the exit code: 1 when `--written` is asked and a written lesson lacks something
 */
export function coverage(root: string, args: readonly string[], print: (text: string) => void): 0 | 1 {
  const { values } = parseArgs({
    args: [...args],
    options: { written: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const world = openWorld(root);
  const written = new Set(world.lessons().map(({ id }) => id));
  const found = measureCoverage(world.topics(), world.curriculum(), written);
  const lessons = found.lessons.filter((lesson) => lesson.written || !values.written);
  print(values.json ? JSON.stringify({ ...found, lessons }, null, 2) : describeCoverage(found, values));
  return values.written && lessons.length > 0 ? 1 : 0;
}

if (import.meta.main)
  try {
    process.exitCode = coverage(process.cwd(), process.argv.slice(2), console.log);
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
