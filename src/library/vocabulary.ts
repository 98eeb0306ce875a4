/**
 * What a cell can show and ask: the types behind `show`, `input` and `training`, which every cell has without
 * import. These doc comments are what the editor shows and what the page "What a cell can show" prints.
 */
import type { Tensor, LayersModel, CustomCallbackArgs } from './tensors.ts';

/** A colour by its meaning: this run, the other run, right, take care, background. */
export type Tone = 'this' | 'other' | 'good' | 'warn' | 'soft';
export type Numbers = readonly number[] | Float32Array | Float64Array | Int32Array | Uint8Array;

export interface ChartAxis {
  label?: string;
  scale?: 'linear' | 'log' | 'band';
  /** Smallest and largest value drawn. */
  domain?: [number, number];
  /** The names of the bands when `scale` is `'band'`; the mark's numbers are their indices. */
  bands?: string[];
}

export interface ChartMark {
  type: 'line' | 'dot' | 'bar' | 'area' | 'rule-x' | 'rule-y' | 'text' | 'link';
  x: Numbers;
  y: Numbers;
  /** End points of a `link`, upper edges of an `area`. */
  x2?: Numbers;
  y2?: Numbers;
  /** One text for each point of a `text` mark. */
  texts?: string[];
  /** Stands on the line itself. */
  label?: string;
  tone?: Tone;
  dashed?: boolean;
  /** Radius of dots in pixels. */
  radius?: number;
}

export interface ChartSpec {
  /** The chart in one sentence, for those who cannot see it; written from the data where it is missing. */
  summary?: string;
  x?: ChartAxis;
  y?: ChartAxis;
  /** Pixels, 80 to 800. */
  height?: number;
  /** One unit of x as long as one unit of y. */
  square?: boolean;
  marks: ChartMark[];
}

/** A curve, or several, that grow while a cell runs. */
export interface Series {
  /** Adds one point to each curve: `losses.add(step, { loss: 0.3 })`. */
  add(x: number, values: Record<string, number>): void;
}

export interface SeriesOptions {
  /** Labels of the axes. */
  x?: string;
  y?: string;
  /** Logarithmic y axis. */
  log?: boolean;
  /** What tells this run from the last (`'η 0.1'`); the last run stays in the picture, dashed. */
  run?: string;
}

export interface Progress {
  /** Moves the bar to this step and shows values beside it. */
  to(step: number, values?: Record<string, number>): void;
}

export interface Show {
  /** Shows any value as a developer console does: numbers, text, arrays, objects, tensors, models. */
  (value: unknown, caption?: string): void;
  /** Rows of a table: objects (their keys are the columns) or arrays. */
  table(rows: readonly object[], options?: { columns?: string[]; caption?: string }): void;
  /** A tensor's shape, type, range and numbers; as a heat map or as a block when asked. */
  tensor(
    tensor: Tensor,
    options?: { as?: 'numbers' | 'heat map' | 'block'; caption?: string },
  ): Promise<void>;
  /** A picture: shape [height, width], [height, width, 1], [height, width, 3] or [height, width, 4], values 0 to 1
   * (float32) or 0 to 255 (int32). `scale` is CSS pixels to one pixel of the picture. */
  image(pixels: Tensor | number[][], options?: { scale?: number; caption?: string }): Promise<void>;
  /** A chart from a plain description. */
  chart(chart: ChartSpec, caption?: string): void;
  /** Curves that grow: returns a handle whose `add` appends points. */
  series(title: string, names: string[], options?: SeriesOptions): Series;
  /** A bar with the step, the steps in all and the time left. */
  progress(steps: number, label?: string): Progress;
  /** The layers of a model with shapes and parameters. */
  model(model: LayersModel, caption?: string): void;
  /** Callbacks for `model.fit` that draw progress and loss while it trains: `callbacks: show.fit()`. */
  fit(options?: SeriesOptions & { title?: string }): CustomCallbackArgs;
  /** A figure by its name ("What a cell can show" lists them). Shown again under the same `slot`, it moves. */
  figure(name: string, data: object, options?: { caption?: string; slot?: string }): void;
}

export interface Input {
  /** A number by slider and box. `step` defaults to a hundredth of the range. */
  number(name: string, options: { min: number; max: number; value: number; step?: number }): number;
  /** One of several texts. */
  choice<const T extends string>(name: string, options: readonly T[], value?: T): T;
  /** One of several texts, asked again and again: all answers so far, in order. At most `max` (100). */
  answers<const T extends string>(name: string, options: readonly T[], more?: { max?: number }): T[];
  text(name: string, options?: { value?: string; maxLength?: number }): string;
  /** Points that the reader sets in a plane, each of a class (an index into `classes`). */
  points(
    name: string,
    options: {
      x: [number, number];
      y: [number, number];
      classes?: string[];
      max?: number;
      value?: { x: number; y: number; class?: number }[];
    },
  ): { x: number; y: number; class: number }[];
  /** A drawing in grey, 0 (empty) to 1 (ink), row by row: `height` rows of `width` numbers. */
  drawing(name: string, options?: { width?: number; height?: number }): number[][];
  /** A file of the reader's, read here and sent nowhere; `null` until one is chosen. At most 8 MB. */
  file(
    name: string,
    options?: { accept?: string },
  ): { name: string; bytes: Uint8Array; text(): string } | null;
}

export interface TrainingStep {
  /** From 1. */
  readonly number: number;
  readonly steps: number;
  /** Adds values to the live curves and to the progress bar. */
  log(values: Record<string, number>): void;
}

export interface TrainingOptions extends SeriesOptions {
  steps: number;
  /** Heading of the curves. */
  title?: string;
}

/**
 * A training loop that shows its progress, stays interruptible and keeps the page alive:
 * `for await (const step of training({ steps: 50 })) { … step.log({ loss }); }`.
 * Stop ends the loop after the current step; what the loop computed stays.
 */
export type Training = (options: TrainingOptions) => AsyncIterable<TrainingStep>;

/** Waits, honouring Stop; lets a picture be seen before the next one. Milliseconds. */
export type Pause = (ms: number) => Promise<void>;
