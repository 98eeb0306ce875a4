/** The file in which a reader takes progress and saved work along. */
import * as z from 'zod/mini';
import { lessonProgress, type LessonProgress } from './progress.ts';
import { work, type Work } from './work.ts';

export interface ProgressFile {
  lessons: Map<string, LessonProgress>;
  /** Saved work by `lesson/cell`. */
  work: Map<string, Work>;
}

/** Characters of a file that is read at all. */
export const largest = 20_000_000;

const id = '[a-z][a-z0-9-]{0,79}';

/** A list by key, bounded: each entry is written to the database by itself. */
const byKey = <T extends z.core.SomeType>(key: string, of: T, most: number) =>
  z
    .record(z.string().check(z.regex(new RegExp(`^${key}$`, 'u'))), of)
    .check(z.refine((list) => Object.keys(list).length <= most));

const schema = z.strictObject({
  format: z.literal('descent-progress'),
  version: z.literal(1),
  exported: z.string().check(z.maxLength(40)),
  lessons: byKey(id, lessonProgress, 2_000),
  work: byKey(`${id}/${id}`, work, 20_000),
});

export const writeProgressFile = ({ lessons, work: texts }: ProgressFile, exported: Date): string =>
  JSON.stringify(
    {
      format: 'descent-progress',
      version: 1,
      exported: exported.toISOString(),
      lessons: Object.fromEntries(lessons),
      work: Object.fromEntries(texts),
    } satisfies z.infer<typeof schema>,
    null,
    2,
  );

/** @returns what the file holds, or why nothing of it can be taken */
export function readProgressFile(text: string): ProgressFile | { fault: string } {
  if (text.length > largest)
    return { fault: `The file is larger than ${largest / 1_000_000} MB: not one of these pages’ own.` };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { fault: 'This is not JSON: perhaps another file, or one that was cut off.' };
  }
  const format: unknown = typeof data === 'object' && data !== null && 'format' in data ? data.format : null;
  if (format !== 'descent-progress')
    return { fault: 'This is not a file of progress: its “format” is not “descent-progress”.' };
  const parsed = schema.safeParse(data);
  if (!parsed.success) return { fault: tell(parsed.error.issues) };
  return {
    lessons: new Map(Object.entries(parsed.data.lessons)),
    work: new Map(Object.entries(parsed.data.work)),
  };
}

function tell(issues: readonly z.core.$ZodIssue[]): string {
  const places = issues.slice(0, 3).map(({ path, code, ...issue }) => {
    const more = code === 'unrecognized_keys' && 'keys' in issue ? issue.keys.map(String) : [];
    return `“${[...path.map(String), ...more].join(' → ').slice(0, 120)}”`;
  });
  const rest = issues.length > 3 ? ` and ${issues.length - 3} more` : '';
  return `Nothing was taken from this file. It has something else than it should at ${places.join(', ')}${rest}.`;
}
