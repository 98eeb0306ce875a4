/** Gives every page its place in the course: previous and next, and the cells among its contents. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { loadCourse } from './course.ts';
import { lessonAddress } from './address.ts';
import type { Lesson } from './order.ts';

export const onRequest = defineRouteMiddleware(async (context) => {
  const route = context.locals.starlightRoute;
  const { prev, next } = (await loadCourse()).neighbours(route.id);
  route.pagination = { prev: prev && toLink(prev), next: next && toLink(next) };
});

function toLink(lesson: Lesson) {
  return {
    type: 'link' as const,
    label: lesson.title,
    href: lessonAddress(lesson.id),
    isCurrent: false,
    badge: undefined,
    attrs: {},
  };
}
