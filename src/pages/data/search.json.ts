import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { address } from '../../course/address.ts';
import { toSearchRecord } from '../../course/search-record.ts';
import { openWorld } from '../../course/world.ts';

/** What the search finds besides the text of the pages; fetched with its dialog. */
export const GET: APIRoute = async () => {
  const entries = await getCollection('docs');
  // Pages for tests and development are no part of the course.
  const published = entries.filter(({ filePath }) => filePath?.startsWith('content/'));
  const pages = published.map(({ id, data: { title, summary } }) => ({ id, title, summary }));
  const world = openWorld(process.cwd());
  const sources = {
    pages,
    lessons: world.lessons(),
    curriculum: world.curriculum(),
    terms: world.glossary().terms,
    topics: world.topics(),
  };
  return Response.json(toSearchRecord(sources, address));
};
