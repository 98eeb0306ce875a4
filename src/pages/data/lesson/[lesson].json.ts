import type { APIRoute, GetStaticPaths } from 'astro';
import { listLessonFiles, readLessonFile, withKitchen } from '../../../course/lesson-files.ts';
import { lessonId } from '../../../course/lesson-id.ts';
import { toRecord } from '../../../course/lesson-record.ts';

/** What a lesson's page needs to run its cells. */
export const getStaticPaths = (() =>
  listLessonFiles(process.cwd(), { kitchen: withKitchen(import.meta.env.DEV) }).map((file) => ({
    params: { lesson: lessonId(file) },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = ({ props }) =>
  Response.json(toRecord(readLessonFile(process.cwd(), props.file).lesson));
