/** What a student hands in: one file, read by anybody's page and believed by none until the answers were run again. */
import * as z from 'zod/mini';
import { plain } from '../kernel/plain.ts';
import { limits as kernelLimits } from '../kernel/protocol.ts';
import { assignment, contentHash, id, line, moment } from './assignment.ts';
import { checksumOf } from './checksum.ts';
import { gunzipOrText, gzip, TooLarge } from './packing.ts';

/** Bytes of a file as it is written, of one that is opened at all, and of what may be in it. */
export const largest = { written: 400_000, file: 2_000_000, text: 8_000_000 } as const;

const source = line(kernelLimits.source);
const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
const named = { lesson: id, part: id, hash: contentHash };

export const handedExercise = z.strictObject({
  kind: z.literal('exercise'),
  ...named,
  /** The student's text; `null` where it is the lesson's own. */
  source: z.nullable(source),
  /** Texts that the student changed in cells that the exercise needs. */
  others: z.array(z.strictObject({ cell: id, source })).check(z.maxLength(50)),
  /** The numbers that stood, where the exercise has several sets. */
  numbers: z.nullable(source),
  tries: count,
  hints: count,
  solution: z.boolean(),
  /** What the student's own page said. */
  passed: z.boolean(),
  score: z.nullable(z.number()),
  /** What the last check said, in brief: one line for each test. */
  output: line(2_000),
});
export type HandedExercise = z.infer<typeof handedExercise>;

export const handedQuiz = z.strictObject({
  kind: z.literal('quiz'),
  ...named,
  questions: z
    .array(
      z.strictObject({
        ...{ question: id, tries: count },
        ...{ first: plain, firstRight: z.boolean() },
        ...{ last: plain, right: z.boolean() },
      }),
    )
    .check(z.maxLength(100)),
});
export type HandedQuiz = z.infer<typeof handedQuiz>;

const handed = z.discriminatedUnion('kind', [handedExercise, handedQuiz]);
export type Handed = z.infer<typeof handed>;

export const submission = z.strictObject({
  format: z.literal('descent-submission'),
  version: z.literal(1),
  /** For whoever opens the file in an editor. */
  says: line(200),
  assignment: z.strictObject({ id: assignment.shape.id, title: assignment.shape.title }),
  /** As the student typed it; empty where nothing was asked. */
  student: line(120),
  /** By the clock of the student's machine. */
  made: moment,
  /** What the course was when it was made, as `courseVersion` names it; empty where its list could not be fetched. */
  course: line(64),
  items: z.array(handed).check(z.maxLength(200)),
  /** How long each lesson was read, in milliseconds, and when it was begun and last in view. */
  lessons: z
    .array(z.strictObject({ lesson: id, ms: moment, first: moment, last: moment }))
    .check(z.maxLength(200)),
  /**
   * SHA-256 of all of the above, hexadecimal: shows damage and hasty changes, and proves nothing. `null` where the
   * browser has no means to make one, as on pages without https.
   */
  checksum: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});
export type Submission = z.infer<typeof submission>;

export const selfReported = 'Self-reported until it is run again.';

/** Everything but what the file says of itself. */
export type Handover = Pick<Submission, 'assignment' | 'student' | 'made' | 'course' | 'items' | 'lessons'>;

/** The file, as gzipped JSON. Throws an Error with a sentence where it would be larger than files may be. */
export async function writeSubmission(of: Handover): Promise<Uint8Array<ArrayBuffer>> {
  const body = { format: 'descent-submission', version: 1, says: selfReported, ...of } as const;
  const whole: Submission = { ...body, checksum: await checksumOf(body) };
  const bytes = await gzip(JSON.stringify(whole));
  if (bytes.length > largest.written)
    throw new Error(
      'The file would be larger than 400 kB. Shorten what stands in your cells, then hand in again.',
    );
  return bytes;
}

export interface ReadSubmission {
  submission: Submission;
  /** The checksum is that of what stands in the file; `null` where nobody can tell. */
  intact: boolean | null;
}

/** @returns what the file holds, or why nothing of it can be taken and what to do */
export async function readSubmission(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadSubmission | { fault: string }> {
  if (bytes.length > largest.file)
    return {
      fault:
        'The file is larger than 2 MB: no submission of the course is. Ask the student for the right one.',
    };
  const text = await textOf(bytes);
  if (typeof text !== 'string') return text;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { fault: 'The file was cut off or changed: it is no JSON. Ask the student to hand in again.' };
  }
  const head = z.looseObject({ format: z.string(), version: z.number() }).safeParse(data);
  if (!head.success || head.data.format !== 'descent-submission')
    return { fault: 'This is no submission: its “format” is not “descent-submission”.' };
  if (head.data.version > 1)
    return {
      fault: 'It was made by a newer version of the course. Reload this page, then take it in again.',
    };
  const parsed = submission.safeParse(data);
  if (!parsed.success)
    return { fault: `It has something else than a submission has at ${placesOf(parsed.error)}.` };
  const { checksum, ...body } = parsed.data;
  const found = checksum === null ? null : await checksumOf(body);
  return { submission: parsed.data, intact: found === null ? null : found === checksum };
}

/** A file that was unpacked on the way, as some systems do, is read as well. */
async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | { fault: string }> {
  try {
    return await gunzipOrText(bytes, largest.text);
  } catch (error) {
    if (error instanceof TooLarge) return { fault: error.message };
    return { fault: 'The file is damaged: it cannot be unpacked. Ask the student to hand in again.' };
  }
}

function placesOf({ issues }: z.core.$ZodError): string {
  const places = issues
    .slice(0, 3)
    .map(({ path }) => `“${path.map(String).join(' → ').slice(0, 120) || 'the top'}”`);
  return places.join(', ') + (issues.length > 3 ? ` and ${issues.length - 3} more places` : '');
}
