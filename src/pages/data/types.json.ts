import type { APIRoute } from 'astro';
import { collectTypes } from '../../course/types-world.ts';

/** The types that cells are checked against, for the editor. */
export const GET: APIRoute = () => Response.json({ files: collectTypes(process.cwd()) });
