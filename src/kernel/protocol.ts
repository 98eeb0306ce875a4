/**
 * What page and worker say to each other. Both ends import this file and nothing else defines a message; both
 * ends parse what they receive. `type` tags a message, `kind` tags an output. Plain data only; typed arrays are
 * transferred. There is no HTML output kind and no "call this function" message.
 */
import * as z from 'zod/mini';
import { backendNames, type BackendName } from './backend-names.ts';
import { plain } from './plain.ts';
import { count, id, inputValue, limits, real, text, update } from './protocol-outputs.ts';

export * from './protocol-outputs.ts';

export { backendNames, type BackendName };
export const backendName = z.enum(backendNames);

/* ------------------------------------------------------------------------------------------- errors */

/** A place in the reader's own text; lines and columns count from 1. */
export const place = z.strictObject({ cell: id, line: count, column: count, function: z.optional(text) });
export type Place = z.infer<typeof place>;

export const cellError = z.strictObject({
  name: text,
  message: text,
  /** Innermost first, only places in cells. */
  places: z.array(place).check(z.maxLength(20)),
  /** What to do about it, where the kernel knows. */
  remedy: z.optional(text),
});
export type CellError = z.infer<typeof cellError>;

/* -------------------------------------------------------------------------------- compiled cells */

export const compiledCell = z.strictObject({
  /** A module whose default export is `async ($, $import) => [last value]`; `$` is the lesson's scope. */
  code: z.string().check(z.maxLength(4 * limits.source)),
  defines: z.array(text),
  needs: z.array(text),
  imports: z.array(text),
  /** Running it again changes nothing: it only defines functions and constants. */
  fixed: z.optional(z.boolean()),
  /** Positions back to the reader's text: for each generated line, [generated column, line, column] from 0. */
  map: z.array(z.array(z.tuple([count, count, count]))),
});
export type CompiledCell = z.infer<typeof compiledCell>;

export const cellText = z.strictObject({
  id,
  title: text,
  source: z.string().check(z.maxLength(limits.source)),
  /** `null` where the reader changed the text; the worker compiles it. */
  compiled: z.nullable(compiledCell),
});
export type CellText = z.infer<typeof cellText>;

/* ---------------------------------------------------------------------------------- page → worker */

/** What the page can fetch for the worker, which fetches nothing itself. */
export const assetNames = [
  'kernel.js',
  'language.js',
  'check.js',
  'backend-cpu.js',
  'backend-wasm.js',
  'backend-webgl.js',
  'backend-webgpu.js',
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
] as const;
export const assetName = z.enum(assetNames);
export type AssetName = z.infer<typeof assetName>;

const runId = z.int().check(z.minimum(1));
const ids = z.array(id).check(z.maxLength(500));
const inputs = z.array(z.strictObject({ cell: id, name: text, value: inputValue })).check(z.maxLength(500));

export const request = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    /** In the order to try. The first that starts and passes the self-test is taken. */
    backends: z.array(backendName).check(z.minLength(1)),
  }),
  /** The lesson; what the page knows only after `start`. */
  z.strictObject({
    type: z.literal('boot'),
    lesson: id,
    seed: z.int(),
    cells: z.array(cellText).check(z.maxLength(200)),
  }),
  z.strictObject({ type: z.literal('asset'), name: assetName, bytes: z.nullable(z.instanceof(ArrayBuffer)) }),
  /** Texts that changed. What depends on them becomes stale. */
  z.strictObject({ type: z.literal('edit'), cells: z.array(cellText).check(z.maxLength(200)) }),
  z.strictObject({ type: z.literal('run'), run: runId, cell: id, inputs }),
  z.strictObject({ type: z.literal('stop'), run: runId }),
  /** What the reader entered; answered by `stale` where it matters. */
  z.strictObject({ type: z.literal('enter'), cell: id, name: text, value: inputValue }),
  /** The cell was reset: what it defined is gone. */
  z.strictObject({ type: z.literal('forget'), cell: id }),
  /** New numbers from `Math.random`; all that ran becomes stale. */
  z.strictObject({ type: z.literal('seed'), seed: z.int() }),
  /** Time a few steps on this back end while idle; answered by `probed`. */
  z.strictObject({ type: z.literal('probe') }),
  /** The value at a path of the lesson's scope, in its turn; answered by `answered`. */
  z.strictObject({ type: z.literal('read'), read: count, path: z.string().check(z.maxLength(300)) }),
]);
export type Request = z.infer<typeof request>;

/* ---------------------------------------------------------------------------------- worker → page */

export const reply = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ready'),
    backend: backendName,
    /** What was tried before and why it was not taken. */
    refused: z.array(z.strictObject({ backend: backendName, reason: text })).check(z.maxLength(20)),
  }),
  z.strictObject({ type: z.literal('need'), name: assetName }),
  /** The kernel cannot go on; the page removes it. */
  z.strictObject({ type: z.literal('broken'), message: text }),
  /** What will run, in order; the last is the cell that was asked for. */
  z.strictObject({ type: z.literal('plan'), run: runId, cells: ids }),
  z.strictObject({ type: z.literal('started'), run: runId, cell: id }),
  z.strictObject({
    type: z.literal('ended'),
    run: runId,
    cell: id,
    state: z.enum(['done', 'failed', 'stopped']),
    ms: real,
    tensors: count,
    error: z.optional(cellError),
  }),
  /** At most one a frame. `dropped` counts what the bounds left out so far in this run. */
  z.strictObject({
    type: z.literal('outputs'),
    run: runId,
    updates: z.array(update).check(z.maxLength(2_000)),
    dropped: count,
  }),
  /** Stop was heard in the middle of a batch, after which the run will end: no reason to remove the worker yet. */
  z.strictObject({ type: z.literal('stopping'), run: runId }),
  /** A run ends in exactly one of these. */
  z.strictObject({ type: z.literal('done'), run: runId }),
  z.strictObject({ type: z.literal('failed'), run: runId, cell: id }),
  z.strictObject({ type: z.literal('stopped'), run: runId }),
  /** Cells whose results no longer follow from the texts and inputs above them. The whole list each time. */
  z.strictObject({ type: z.literal('stale'), cells: ids }),
  /** An error in a callback after its cell had ended. */
  z.strictObject({ type: z.literal('late'), cell: z.nullable(id), error: cellError }),
  /** The GPU went away; tensors are gone. The page starts a new kernel for the next run. */
  z.strictObject({ type: z.literal('lost'), backend: backendName, reason: text }),
  z.strictObject({ type: z.literal('probed'), backend: backendName, ms: real }),
  /** Without a value: why it cannot be had, in a sentence. */
  z.strictObject({
    type: z.literal('answered'),
    read: count,
    value: z.optional(plain),
    problem: z.optional(text),
  }),
]);
export type Reply = z.infer<typeof reply>;

/** State of a cell, as `data-state` on its element. */
export const cellStates = [
  'idle',
  'queued',
  'starting',
  'running',
  'done',
  'failed',
  'stopped',
  'stale',
] as const;
export type CellState = (typeof cellStates)[number];
