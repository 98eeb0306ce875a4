import type * as z from 'zod/mini';

/** The first thing that is wrong with a figure's data: where it stands, and what it must be. */
export function problemOf({ issues }: z.core.$ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return 'unknown';
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
