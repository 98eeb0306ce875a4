import type { APIRoute } from 'astro';
import { openWorld } from '../../course/world.ts';
import { listQuestions } from '../../course/quiz-list.ts';

/** What the quizzes of the course ask, and where. */
export const GET: APIRoute = () =>
  Response.json({ questions: listQuestions(openWorld(process.cwd()).lessons()) });
