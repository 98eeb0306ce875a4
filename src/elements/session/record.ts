/** What the build knows of a lesson's cells; fetched at the first run or edit. */
import { lessonRecord, type LessonRecord } from '../../learning/lesson-record.ts';
import { fetchData } from '../files/fetch-data.ts';

/** Rejects with a sentence for the reader. */
export const fetchRecord = (lesson: string): Promise<LessonRecord> =>
  fetchData(`lesson/${encodeURIComponent(lesson)}`, lessonRecord, 'this lesson');
