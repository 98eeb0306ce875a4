/**
 * What the page and the two workers of a check say to each other. The learner's worker (`learner`) answers questions; the
 * check's worker (`examiner`) asks them and tells results. Both ends parse what they receive.
 */
import * as z from 'zod/mini';
import { plain } from '../plain.ts';
import { assetName, backendName, cellError, cellText, compiledCell } from '../protocol.ts';
import { count, id, limits } from '../protocol-outputs.ts';

const line = z.string().check(z.maxLength(limits.text));
const title = z.string().check(z.maxLength(500));
const printed = z.string().check(z.maxLength(2_000));

/** At most so many tests in a check. */
export const testsLimit = 200;

/* ----------------------------------------------------------------------------- questions and answers */

/** Where among a call's arguments something stands that is more than plain data. */
export const mark = z.discriminatedUnion('kind', [
  /** A name of the learner's scope: what it stands for is handed over. */
  z.strictObject({ kind: z.literal('name'), at: path(), name: title }),
  /** The numbers there are made into a tensor. */
  z.strictObject({ kind: z.literal('tensor'), at: path(), dtype: z.enum(['float32', 'int32', 'bool']) }),
]);
export type Mark = z.infer<typeof mark>;

function path() {
  return z.array(z.union([z.string().check(z.maxLength(200)), count])).check(z.maxLength(20));
}

export const question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    name: title,
    args: plain,
    marks: z.array(mark).check(z.maxLength(1_000)),
  }),
  z.strictObject({ kind: z.literal('read'), path: title }),
]);
export type Question = z.infer<typeof question>;

const answered = {
  ask: count,
  value: z.optional(plain),
  /** In the place of a value: why there is none. */
  problem: z.optional(line),
  /** What the learner's code threw, with its places. */
  error: z.optional(cellError),
};
export type Answer = Pick<z.infer<z.ZodMiniObject<typeof answered>>, 'value' | 'problem' | 'error'>;

/* ----------------------------------------------------------------------------------- page → worker */

const prepare = z.strictObject({
  type: z.literal('prepare'),
  role: z.enum(['learner', 'examiner']),
  /** In the order to try; none where TensorFlow.js is not needed. */
  backends: z.array(backendName),
});
const asset = z.strictObject({
  type: z.literal('asset'),
  name: assetName,
  bytes: z.nullable(z.instanceof(ArrayBuffer)),
});

/** Whether the page wants a worker of a check. */
export const isPrepare = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'prepare';

export const learnerRequest = z.discriminatedUnion('type', [
  prepare,
  asset,
  /** Runs a cell and what it needs. */
  z.strictObject({
    type: z.literal('run'),
    seed: z.int(),
    cells: z.array(cellText).check(z.maxLength(200)),
    cell: id,
  }),
  z.strictObject({ type: z.literal('ask'), ask: count, question }),
]);
export type LearnerRequest = z.infer<typeof learnerRequest>;

export const examinerRequest = z.discriminatedUnion('type', [
  prepare,
  asset,
  /** Evaluates the check's text, which names its tests. */
  z.strictObject({
    type: z.literal('begin'),
    seed: z.int(),
    cell: id,
    given: z.array(compiledCell).check(z.maxLength(20)),
    check: compiledCell,
  }),
  /** Runs the tests. */
  z.strictObject({ type: z.literal('go') }),
  z.strictObject({ type: z.literal('answer'), ...answered }),
]);
export type ExaminerRequest = z.infer<typeof examinerRequest>;

/* ----------------------------------------------------------------------------------- worker → page */

const common = [
  z.strictObject({ type: z.literal('prepared') }),
  z.strictObject({ type: z.literal('need'), name: assetName }),
  /** The worker cannot go on. */
  z.strictObject({ type: z.literal('broken'), message: line }),
] as const;

export const learnerReply = z.discriminatedUnion('type', [
  ...common,
  /** The learner's text begins: from now on time counts. */
  z.strictObject({ type: z.literal('running') }),
  z.strictObject({ type: z.literal('ran'), error: z.optional(cellError) }),
  z.strictObject({ type: z.literal('answered'), ...answered }),
]);
export type LearnerReply = z.infer<typeof learnerReply>;

export const examinerReply = z.discriminatedUnion('type', [
  ...common,
  z.strictObject({
    type: z.literal('evaluated'),
    tests: z.array(title).check(z.maxLength(testsLimit)),
    /** Why the check's text did not come to its end. */
    problem: z.optional(line),
    error: z.optional(cellError),
  }),
  z.strictObject({ type: z.literal('ask'), ask: count, question, printed }),
  z.strictObject({ type: z.literal('testing'), test: count }),
  z.strictObject({
    type: z.literal('tested'),
    test: count,
    status: z.enum(['passed', 'failed']),
    message: z.optional(line),
    expected: z.optional(printed),
    got: z.optional(printed),
    input: z.optional(printed),
    error: z.optional(cellError),
  }),
  z.strictObject({
    type: z.literal('score'),
    name: title,
    value: z.custom<number>((value) => typeof value === 'number'),
    goal: z.custom<number>((value) => typeof value === 'number'),
    better: z.enum(['higher', 'lower']),
  }),
  /** All tests have been run. */
  z.strictObject({ type: z.literal('ended') }),
]);
export type ExaminerReply = z.infer<typeof examinerReply>;
