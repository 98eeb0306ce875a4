import { existsSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkLessons } from './lesson-check.ts';
import { isLessonFile, listLessonFiles, readLessonFile, withKitchen } from './lesson-files.ts';
import { LessonProblems, formatProblem, type Problem } from './problems.ts';
import { checkTopics } from './topics-check.ts';
import { topicsFile } from './topics.ts';
import { collectTypes, type TypeFiles } from './types-world.ts';
import { openWorld } from './world.ts';

/**
 * Astro integration: checks every lesson before the site is built and fails the build with all that is wrong; in
 * development checks a lesson when it is saved and shows its problems over the page.
 */
export function cells(): AstroIntegration {
  let root = process.cwd();
  let types: TypeFiles | undefined;
  const check = (files: readonly string[]): Problem[] => {
    const read = files.map((file) => readLessonFile(root, file));
    const found = checkLessons(
      read.map(({ lesson }) => lesson),
      () => (types ??= collectTypes(root)),
    );
    return [...read.flatMap(({ problems }) => problems), ...found];
  };
  return {
    name: 'descent-cells',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': ({ logger }) => {
        const files = listLessonFiles(root, { kitchen: withKitchen(false) });
        const start = performance.now();
        const problems = [...check(files), ...checkHomes(root)];
        if (problems.length > 0) throw new LessonProblems(problems);
        logger.info(`${files.length} lessons checked in ${Math.round(performance.now() - start)} ms`);
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.on('all', (event, path) => {
          const file = relative(root, isAbsolute(path) ? path : `${root}/${path}`).replaceAll('\\', '/');
          if (!isLessonFile(file) || (event !== 'add' && event !== 'change')) return;
          const problems = check([file]);
          if (problems.length === 0) return;
          for (const problem of problems) logger.error(formatProblem(problem));
          const { message } = new LessonProblems(problems);
          const { line, column } = problems[0] ?? { line: 1, column: 1 };
          const loc = { file: `${root}/${file}`, line, column };
          server.ws.send({ type: 'error', err: { name: 'LessonProblems', message, stack: '', loc } });
        });
      },
    },
  };
}

/** The index of the course against the lessons as they are, once for all of them. */
function checkHomes(root: string): Problem[] {
  if (!existsSync(join(root, topicsFile))) return [];
  const world = openWorld(root);
  return checkTopics(world.topics(), world.curriculum(), world.lessons());
}
