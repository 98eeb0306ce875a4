import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkLessons } from './lesson-check.ts';
import { isLessonFile, listLessonFiles, readLessonFile, withKitchen } from './lesson-files.ts';
import { checkHead } from './lesson-head.ts';
import { createLiveCheck } from './live-check.ts';
import { LessonProblems, type Problem } from './problems.ts';
import { checkTopics } from './topics-check.ts';
import { topicsFile } from './topics.ts';
import { collectTypes, type TypeFiles } from './types-world.ts';
import { openWorld } from './world.ts';

/**
 * Astro integration: checks every lesson before the site is built and fails the build with all that is wrong; in
 * development checks all lessons at the start and each when it is saved, and shows what is wrong over the page.
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
    return [...checkHeads(root, files), ...read.flatMap(({ problems }) => problems), ...found];
  };
  return {
    name: 'descent-cells',
    hooks: {
      // Astro reads the heads of all lessons before a build starts, and tells of one mistake without its line.
      'astro:config:setup': ({ config, command }) => {
        const folder = fileURLToPath(config.root);
        const files =
          command === 'preview' ? [] : listLessonFiles(folder, { kitchen: withKitchen(command === 'dev') });
        const problems = checkHeads(folder, files, command !== 'dev');
        if (problems.length > 0) throw new LessonProblems(problems);
      },
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
        const live = createLiveCheck({
          root,
          check,
          checkLists: () => checkHomes(root),
          list: () => listLessonFiles(root, { kitchen: withKitchen(true) }),
          send: (message) => server.ws.send(message),
          log: (line) => logger.error(line),
        });
        server.ws.on('connection', () => {
          live.greet();
          // Astro's word on a page that it could not make comes a little later, and says less.
          setTimeout(live.greet, afterAstro).unref();
        });
        server.httpServer?.once('listening', () => setTimeout(live.everything, calm));
        server.watcher.on('all', (event, path) => {
          const file = relative(root, isAbsolute(path) ? path : `${root}/${path}`).replaceAll('\\', '/');
          if (isList(file)) live.everything();
          else if (isLessonFile(file) && (event === 'add' || event === 'change')) live.lessons([file]);
        });
      },
    },
  };
}

/** Milliseconds after the start in which the first page is made; then all lessons are checked. */
const calm = 2_000;

/** Milliseconds from the opening of a page. */
const afterAstro = 800;

/** Lists that lessons point into. */
const isList = (file: string): boolean => /^content\/[^/]+\.yaml$/u.test(file);

/** The heads of lessons, against the plan where there is one; a development server starts without agreement. */
function checkHeads(root: string, files: readonly string[], agreement = true): Problem[] {
  const planned = agreement && existsSync(join(root, 'content/curriculum.yaml'));
  const curriculum = planned ? openWorld(root).curriculum() : null;
  return files.flatMap((file) => checkHead(file, readFileSync(join(root, file), 'utf8'), curriculum));
}

/** The index of the course against the lessons as they are, once for all of them. */
function checkHomes(root: string): Problem[] {
  if (!existsSync(join(root, topicsFile))) return [];
  const world = openWorld(root);
  return checkTopics(world.topics(), world.curriculum(), world.lessons());
}
