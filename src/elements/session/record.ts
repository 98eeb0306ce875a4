/** What the build knows of a lesson's cells; fetched at the first run or edit. */
import { lessonRecord, type LessonRecord } from '../../learning/lesson-record.ts';

/** Rejects with a sentence for the reader. */
export async function fetchRecord(lesson: string): Promise<LessonRecord> {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const response = await fetch(`${base}/data/lesson/${encodeURIComponent(lesson)}.json`).catch(() => null);
  if (!response?.ok)
    throw new Error(
      response
        ? `The server answered ${response.status}.`
        : 'The server could not be reached; are you offline?',
    );
  const parsed = lessonRecord.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new Error('What the server sent is not this lesson.');
  return parsed.data;
}
