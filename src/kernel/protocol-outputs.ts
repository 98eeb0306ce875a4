/** The part of the protocol that cells show and ask: values, charts, inputs, outputs, and the bounds of all of them. */
import * as z from 'zod/mini';

/** Without this zod tries whether it may make code from text, which the policy of page and worker forbids. */
z.config({ jitless: true });

/** Bounds that the worker keeps to and the page checks again. */
export const limits = {
  /** Characters of one printed string. */
  text: 20_000,
  /** Nodes of one pretty-printed value. */
  nodes: 1_000,
  /** Lines of text that one run of a cell shows; the rest is counted. */
  lines: 1_000,
  /** Outputs of one run of a cell. */
  outputs: 200,
  /** Numbers in one tensor's picture, one chart's mark or one series. */
  numbers: 65_536,
  /** Pixels of one image. */
  pixels: 1_048_576,
  /** Characters of a cell. */
  source: 200_000,
  /** Rows of one table. */
  rows: 500,
  /** Bytes of a file handed to a cell. */
  file: 8_388_608,
} as const;

export const text = z.string().check(z.maxLength(limits.text));
/** An author's id has 64 characters at the most; one made from it (`…-code`, `…-given`) a few more. */
export const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,79}$/));
export const count = z.int().check(z.minimum(0));
/** NaN and the infinities are legitimate results of training; a chart leaves them out and says so. */
export const real = z.custom<number>((value) => typeof value === 'number');
const reals = z
  .union([
    z.instanceof(Float32Array),
    z.instanceof(Float64Array),
    z.instanceof(Int32Array),
    z.instanceof(Uint8Array),
  ])
  .check(z.refine(({ length }) => length <= limits.numbers, { error: 'has too many numbers' }));

/* ------------------------------------------------------------------------------------------- values */

/** What a value is; `cut` stands for what was left out for size, `getter` for a property that was not called. */
const valueTypes = [
  ...(['string', 'number', 'bigint', 'boolean', 'undefined', 'null', 'symbol', 'function'] as const),
  ...(['object', 'array', 'typed array', 'map', 'set', 'date', 'regexp', 'error', 'promise'] as const),
  ...(['tensor', 'getter', 'circular', 'cut'] as const),
] as const;

/** A JavaScript value made plain for a reader: one line of text, and its parts to unfold. */
export interface Value {
  type: (typeof valueTypes)[number];
  /** One line, as a developer console prints it (`Array(3) [1, 2, 3]`, `Tensor [2,2] float32`). */
  text: string;
  /** The parts, in order. */
  entries?: { key: string; value: Value }[] | undefined;
  /** How many parts were left out. */
  more?: number | undefined;
}

export const value: z.ZodMiniType<Value> = z.lazy(() =>
  z.strictObject({
    type: z.enum(valueTypes),
    text,
    entries: z.optional(z.array(z.strictObject({ key: text, value })).check(z.maxLength(limits.nodes))),
    more: z.optional(count),
  }),
);

/* ------------------------------------------------------------------------------------------- charts */

/** A colour by its meaning, never by its value: this run, the other run, right, often said, in the background. */
export const tone = z.enum(['this', 'other', 'good', 'warn', 'soft']);
export type Tone = z.infer<typeof tone>;

const axis = z.strictObject({
  label: z.optional(text),
  scale: z.optional(z.enum(['linear', 'log', 'band'])),
  domain: z.optional(z.tuple([real, real])),
  /** Names of the bands when `scale` is `band`; the mark's numbers are indices into them. */
  bands: z.optional(z.array(text).check(z.maxLength(200))),
});

export const mark = z.strictObject({
  type: z.enum(['line', 'dot', 'bar', 'area', 'rule-x', 'rule-y', 'text', 'link']),
  x: reals,
  y: reals,
  /** End points of a link, upper edges of an area. */
  x2: z.optional(reals),
  y2: z.optional(reals),
  /** One text for each point of a `text` mark. */
  texts: z.optional(z.array(text).check(z.maxLength(500))),
  /** Stands on the line itself, not in a legend. */
  label: z.optional(text),
  tone: z.optional(tone),
  dashed: z.optional(z.boolean()),
  radius: z.optional(real),
});
export type Mark = z.infer<typeof mark>;

export const chart = z.strictObject({
  /** The chart in a sentence; the page writes one where it is missing. */
  summary: z.optional(text),
  x: z.optional(axis),
  y: z.optional(axis),
  /** Pixels, 80 to 800. */
  height: z.optional(real),
  /** One unit of x as long as one unit of y. */
  square: z.optional(z.boolean()),
  marks: z.array(mark).check(z.maxLength(32)),
});
export type Chart = z.infer<typeof chart>;

/* ------------------------------------------------------------------------------------------- inputs */

const named = { name: text.check(z.minLength(1)) };

/** What a cell asks the reader for. `value` is what stands there before the reader touches it. */
export const inputSpec = z.discriminatedUnion('type', [
  z.strictObject({ ...named, type: z.literal('number'), min: real, max: real, step: real, value: real }),
  z.strictObject({
    ...named,
    type: z.literal('choice'),
    options: z.array(text).check(z.minLength(1), z.maxLength(50)),
    value: text,
  }),
  /** Answers to a question that is asked again and again: indices into the options, in the order given. */
  z.strictObject({
    ...named,
    type: z.literal('answers'),
    options: z.array(text).check(z.minLength(2), z.maxLength(6)),
    max: count,
    value: z.array(count).check(z.maxLength(500)),
  }),
  z.strictObject({ ...named, type: z.literal('text'), value: text, maxLength: count }),
  z.strictObject({
    ...named,
    type: z.literal('points'),
    x: z.tuple([real, real]),
    y: z.tuple([real, real]),
    classes: z.array(text).check(z.minLength(1), z.maxLength(4)),
    max: count,
    value: z.array(z.strictObject({ x: real, y: real, class: count })).check(z.maxLength(500)),
  }),
  /** Grey values 0 to 1, row by row. */
  z.strictObject({
    ...named,
    type: z.literal('drawing'),
    width: count,
    height: count,
    value: z.array(real).check(z.maxLength(16_384)),
  }),
  z.strictObject({ ...named, type: z.literal('file'), accept: text, value: z.null() }),
]);
export type InputSpec = z.infer<typeof inputSpec>;
export type InputType = InputSpec['type'];

/** What the reader entered. The worker checks it against the cell's own spec before a cell sees it. */
export const inputValue = z.union([
  real,
  text,
  z.array(z.strictObject({ x: real, y: real, class: count })).check(z.maxLength(500)),
  z.array(real).check(z.maxLength(16_384)),
  z.strictObject({ name: text, bytes: z.instanceof(ArrayBuffer) }),
  z.null(),
]);
export type InputValue = z.infer<typeof inputValue>;

/* ------------------------------------------------------------------------------------------ outputs */

export const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

export const output = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    level: z.enum(levels),
    values: z.array(value).check(z.maxLength(100)),
  }),
  /** The last expression of a cell, or `show(value)`. */
  z.strictObject({ kind: z.literal('value'), value, caption: z.optional(text) }),
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(text).check(z.maxLength(50)),
    rows: z.array(z.array(value).check(z.maxLength(50))).check(z.maxLength(limits.rows)),
    more: count,
    caption: z.optional(text),
  }),
  z.strictObject({
    kind: z.literal('tensor'),
    shape: z.array(count).check(z.maxLength(8)),
    dtype: text,
    size: count,
    bytes: count,
    /** Over the finite numbers; `null` where there is none. */
    min: z.nullable(real),
    max: z.nullable(real),
    mean: z.nullable(real),
    notFinite: count,
    /** The first numbers, row by row, for text and picture. */
    values: reals,
    as: z.enum(['numbers', 'heat map', 'block']),
    caption: z.optional(text),
  }),
  z.strictObject({
    kind: z.literal('image'),
    width: count,
    height: count,
    pixels: z
      .instanceof(Uint8ClampedArray)
      .check(z.refine(({ length }) => length <= 4 * limits.pixels, { error: 'has too many pixels' })),
    /** CSS pixels to one pixel; the page chooses where it is missing. */
    scale: z.optional(real),
    caption: z.optional(text),
  }),
  z.strictObject({ kind: z.literal('chart'), chart, caption: z.optional(text) }),
  /** Curves that grow. Points come by `append`. The page keeps the last run's to show beside this one's. */
  z.strictObject({
    kind: z.literal('series'),
    title: text,
    names: z.array(text).check(z.maxLength(12)),
    x: text,
    y: text,
    log: z.boolean(),
    /** What distinguishes this run from the one before ("η 0.1"). */
    run: z.optional(text),
  }),
  z.strictObject({
    kind: z.literal('progress'),
    label: text,
    step: count,
    steps: count,
    /** Milliseconds. `left` is `null` until there is something to judge by. */
    elapsed: real,
    left: z.nullable(real),
    values: z.array(z.strictObject({ name: text, value: real })).check(z.maxLength(12)),
    tensors: count,
    ended: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('model'),
    name: text,
    layers: z
      .array(
        z.strictObject({ name: text, type: text, output: text, parameters: count, trainable: z.boolean() }),
      )
      .check(z.maxLength(200)),
    parameters: count,
    trainable: count,
    caption: z.optional(text),
  }),
  z.strictObject({ kind: z.literal('input'), spec: inputSpec, value: inputValue }),
  /** A figure by its registered name; the figure's own schema parses `data`. */
  z.strictObject({
    kind: z.literal('figure'),
    name: id,
    data: z.record(z.string(), z.unknown()),
    caption: z.optional(text),
  }),
  /** What the kernel itself has to say: what was left out, what to mind. */
  z.strictObject({ kind: z.literal('notice'), text }),
]);
export type Output = z.infer<typeof output>;
export type OutputKind = Output['kind'];
export type OutputOf<K extends OutputKind> = Extract<Output, { kind: K }>;

/** Points for a series, one array of y for each of its names, in order. */
export const points = z.strictObject({ x: reals, ys: z.array(reals).check(z.maxLength(12)) });
export type Points = z.infer<typeof points>;

/** A cell's outputs are a list of slots; an update fills one anew or lets its series grow. */
export const update = z.union([
  z.strictObject({ cell: id, slot: count, output }),
  z.strictObject({ cell: id, slot: count, append: points }),
]);
export type Update = z.infer<typeof update>;
