import type { APIRoute } from 'astro';
import { submissionSchema } from '../../teaching/submission-schema.ts';

/** JSON Schema of the file that a student hands in. */
export const GET: APIRoute = () => Response.json(submissionSchema());
