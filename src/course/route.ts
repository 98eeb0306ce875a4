/** Gives every page its place in the course: what comes before and after it, and what it says of itself. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { lessonAddress } from './address.ts';
import { loadCourse } from './course.ts';
import type { Lesson } from './order.ts';

export const onRequest = defineRouteMiddleware(async (context) => {
  const route = context.locals.starlightRoute;
  const { prev, next } = (await loadCourse()).neighbours(route.id);
  route.pagination = { prev: prev && toLink(prev), next: next && toLink(next) };
  for (const { attrs } of route.head)
    if (attrs?.['name'] === 'description' || attrs?.['property'] === 'og:description')
      attrs['content'] = route.entry.data.summary;
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
