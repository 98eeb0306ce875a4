/** The teacher's own files: an assignment to change tomorrow, and a class's marks to go on with. Gzipped JSON, read with suspicion. */
import * as z from 'zod/mini';
import { assignment, type Assignment } from './assignment.ts';
import { mostEntries, type Collection, type Entry } from './collection.ts';
import { gunzipOrText, gzip, TooLarge } from './packing.ts';
import { submission } from './submission.ts';

/** Bytes of a file that is opened at all, and of what may be in it. */
export const largest = {
  'descent-assignment': { file: 1_000_000, text: 2_000_000 },
  'descent-collection': { file: 60_000_000, text: 200_000_000 },
} as const;
type Format = keyof typeof largest;

const assignmentFile = z.strictObject({
  format: z.literal('descent-assignment'),
  version: z.literal(1),
  assignment,
});

const key = z.string().check(z.maxLength(200));
/** Pairs and no record: a key may be anything. */
const byItem = <T extends z.core.SomeType>(of: T) => z.array(z.tuple([key, of])).check(z.maxLength(400));
const tests = z.int().check(z.minimum(0), z.maximum(10_000));
const found = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('exercise'),
    passed: tests,
    tests,
    score: z.nullable(z.number()),
    problem: z.nullable(z.string().check(z.maxLength(2_000))),
  }),
  z.strictObject({
    kind: z.literal('quiz'),
    questions: z
      .array(
        z.strictObject({
          question: key,
          first: z.nullable(z.boolean()),
          last: z.nullable(z.boolean()),
        }),
      )
      .check(z.maxLength(100)),
  }),
  z.strictObject({ kind: z.literal('gone') }),
]);

const collectionFile = z.strictObject({
  format: z.literal('descent-collection'),
  version: z.literal(1),
  assignment,
  entries: z
    .array(
      z.strictObject({
        file: z.string().check(z.maxLength(300)),
        submission,
        intact: z.nullable(z.boolean()),
        found: byItem(found),
        points: byItem(z.number().check(z.minimum(-1_000), z.maximum(10_000))),
        comments: byItem(z.string().check(z.maxLength(10_000))),
        chosen: z.optional(z.literal(true)),
      }),
    )
    .check(z.maxLength(mostEntries)),
});

export const writeAssignment = (of: Assignment): Promise<Uint8Array<ArrayBuffer>> =>
  write({ format: 'descent-assignment', version: 1, assignment: of } satisfies z.infer<
    typeof assignmentFile
  >);

/** @returns the assignment, or why it cannot be had and what to do */
export async function readAssignment(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Assignment | { fault: string }> {
  const read = await readAs('descent-assignment', assignmentFile, bytes);
  return 'fault' in read ? read : read.data.assignment;
}

export const writeCollection = ({ assignment, entries }: Collection): Promise<Uint8Array<ArrayBuffer>> =>
  write({
    ...({ format: 'descent-collection', version: 1, assignment } as const),
    entries: entries.map(({ found, points, comments, ...rest }) => ({
      ...rest,
      found: [...found],
      points: [...points],
      comments: [...comments],
    })),
  } satisfies z.infer<typeof collectionFile>);

/** @returns what was collected, or why it cannot be had and what to do */
export async function readCollection(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Collection | { fault: string }> {
  const read = await readAs('descent-collection', collectionFile, bytes);
  if ('fault' in read) return read;
  const entries = read.data.entries.map(({ found, points, comments, ...rest }): Entry => ({
    ...rest,
    found: new Map(found),
    points: new Map(points),
    comments: new Map(comments),
  }));
  return { assignment: read.data.assignment, entries };
}

const write = (data: object): Promise<Uint8Array<ArrayBuffer>> => gzip(JSON.stringify(data));

const names: Record<Format, string> = {
  'descent-assignment': 'an assignment',
  'descent-collection': 'a collection',
};

async function readAs<T extends z.ZodMiniType>(
  format: Format,
  schema: T,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ data: z.infer<T> } | { fault: string }> {
  const { file, text } = largest[format];
  if (bytes.length > file)
    return { fault: `The file is larger than ${file / 1e6} MB: ${names[format]} is not.` };
  let data: unknown;
  try {
    data = JSON.parse(await gunzipOrText(bytes, text));
  } catch (error) {
    const why = error instanceof TooLarge ? error.message : 'It is another file, or it was cut off.';
    return { fault: `This is not ${names[format]}. ${why}` };
  }
  const head = z.looseObject({ format: z.string(), version: z.number() }).safeParse(data);
  if (!head.success || head.data.format !== format)
    return { fault: `This is not ${names[format]}: its “format” is not “${format}”.` };
  if (head.data.version > 1)
    return { fault: 'It was made by a newer version of the course. Reload the page, then open it again.' };
  const parsed = schema.safeParse(data);
  if (parsed.success) return { data: parsed.data };
  const place = parsed.error.issues[0]?.path.map(String).join(' → ').slice(0, 120) ?? 'the top';
  return { fault: `Nothing was taken from this file. It has something else than it should at “${place}”.` };
}
