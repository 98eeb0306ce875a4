import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { lessonId } from './course/lesson-id.ts';
import { lessonSchema } from './course/lesson-schema.ts';

/** Pages that exist for tests and development only. */
const kitchen = import.meta.env.DEV || process.env['DESCENT_KITCHEN'] === '1';

export const collections = {
  docs: defineCollection({
    loader: glob({
      pattern: ['content/**/*.mdx', ...(kitchen ? ['tests/fixtures/content/*.mdx'] : [])],
      generateId: ({ entry }) => lessonId(entry),
    }),
    schema: docsSchema({ extend: lessonSchema }),
  }),
};
