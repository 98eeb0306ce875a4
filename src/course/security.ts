/** After a build, writes a Content Security Policy into every page. */
import { readFile, writeFile, glob } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { frameBoot } from '../kernel/frame-boot.ts';
import { secure } from './policy.ts';

/**
 * Astro's own policy misses the inline scripts of Starlight, and its hashes of styles shut out KaTeX, so this one reads
 * the pages as they are served. The kernel's frame inherits the policy of its page; its boot script must be in it.
 */
export function security(): AstroIntegration {
  return {
    name: 'descent:security',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        let pages = 0;
        for await (const name of glob('**/*.html', { cwd: root })) {
          const file = path.join(root, name);
          await writeFile(file, secure(await readFile(file, 'utf8'), [frameBoot]));
          pages++;
        }
        logger.info(`${pages} pages carry a Content Security Policy`);
      },
    },
  };
}
