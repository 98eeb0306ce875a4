import type { APIRoute } from 'astro';
import { listAssignable } from '../../course/assignable.ts';
import { openWorld } from '../../course/world.ts';

/** What a teacher can give out. */
export const GET: APIRoute = () => {
  const world = openWorld(process.cwd());
  return Response.json({ chapters: listAssignable(world.curriculum().chapters, world.lessons()) });
};
