import type { APIRoute } from 'astro';
import { listAnswers } from '../../course/quiz-list.ts';
import { openWorld } from '../../course/world.ts';

/** What can be answered to the quizzes of the course, in words: for whoever looks at answers. */
export const GET: APIRoute = () =>
  Response.json({ answers: listAnswers(openWorld(process.cwd()).lessons()) });
