/** The course of this site: the curriculum joined with the lessons that are written. */
import { getCollection } from 'astro:content';
import text from '../../content/curriculum.yaml?raw';
import { parseCurriculum } from './curriculum.ts';
import { createCourse, isLessonPath, type Course } from './order.ts';

let loaded: Promise<Course> | undefined;

export function loadCourse(): Promise<Course> {
  // In development a lesson may be added at any time; a build reads once.
  if (import.meta.env.DEV) return load();
  return (loaded ??= load());
}

async function load(): Promise<Course> {
  const entries = await getCollection('docs');
  const files = entries.flatMap(({ id, filePath = '', data }) =>
    isLessonPath(filePath) ? [{ id, path: filePath, data }] : [],
  );
  return createCourse(parseCurriculum(text), files);
}
