import * as z from 'zod/mini';
import { problemOf } from './schema-problem.ts';

/**
 * The figures a cell can show by name. Their code is fetched when one appears; this list is light and also feeds
 * the page "What a cell can show".
 */
export interface Figure {
  readonly element: HTMLElement;
  dispose(): void;
}

/** What the module of a figure exports. */
export interface FigureModule<T> {
  readonly schema: z.ZodMiniType<T>;
  /** Draws `data`; `update` moves the same picture to newer data. */
  create(data: T): Figure & { update(data: T): void };
}

export interface OpenedFigure extends Figure {
  /** Returns what is wrong with the data, or `null`. The picture stays as it was when they do not fit. */
  update(data: unknown): string | null;
}

interface Entry {
  title: string;
  /** One sentence for authors and readers. */
  description: string;
  /** The data as an author writes them. */
  data: string;
  open(): Promise<OpenedFigure>;
}

export const figures = {
  contour: {
    title: 'A landscape from above',
    description:
      'A function of two variables as contour lines and colour, with the paths of walkers on it. Fog hides all but the neighbourhood of the first walker; without `frame` the reader plays and steps through the paths.',
    data: `{ x: [min, max], y: [min, max],
  values: number[][],          // rows from the smallest y upwards
  xLabel?, yLabel?,
  paths: { label, tone, points: [x, y][],
           heights?: number[] }[],   // of the walker; else the grid is asked
  fog?: number,                // how far one sees, in units of x
  frame?: number,              // the step to show, from 0
  race?: boolean,              // says how high each walker stands
  log?: boolean }              // contour lines at powers, for steep walls`,
    open: async () => opened(await import('./contour.ts')),
  },
  curve: {
    title: 'A curve with its slope',
    description:
      'A function of one variable, or several, with points, a tangent or a secant and their slopes, and paths of steps along the curve. The reader can move the tangent and choose the learning rate of a descent.',
    data: `{ x: [min, max], xs: number[], ys: number[], xLabel?, yLabel?, label?,
  f?: number[] | 'sine' | 'cosine' | 'exponential' | 'absolute' | 'sigmoid' | 'tanh' | 'relu',
                               // in place of xs and ys; numbers are a polynomial, the constant first
  curves?: { label, tone, ys }[],
  tangent?: { at, slope?, moves?: boolean }, secant?: { from, to },
  points?: { x, y, label?, tone? }[],
  paths?: { label, tone, points: [x, y][] }[], play?: boolean,
  descent?: { start, rate, rates?: [min, max], steps } }   // on f`,
    open: async () => opened(await import('./curve.ts')),
  },
  histogram: {
    title: 'How often which numbers come',
    description:
      'Numbers counted in bins of equal width, up to four groups over or below each other, and a line that the reader moves, with the counts on each side of it.',
    data: `{ groups: { label, values: number[] }[], xLabel?,
  x?: [min, max], bins?: number,
  layout?: 'overlaid' | 'separate',
  threshold?: number }         // where the reader's line stands at first`,
    open: async () => opened(await import('./histogram.ts')),
  },
  network: {
    title: 'A network of units',
    description:
      'Layers of units with the weights between them. The reader steps through the forward pass and through a training, or through both in turn, and reads each unit with what goes into it.',
    data: `{ layers: { units, label?, names?: string[], values?: number[],
            activation?: 'linear' | 'relu' | 'tanh' | 'sigmoid' | 'softmax' }[],
  weights?: number[][][],      // one matrix for each gap, [units before, units behind]
  biases?: number[][],
  input?: number[],            // then values are computed
  frames?: { weights, biases? }[],    // after each step of a training
  target?: number[] }          // what ought to come out: forward pass and update are played in turn`,
    open: async () => opened(await import('./network.ts')),
  },
  layers: {
    title: 'Depth and width of a network',
    description:
      'A network of which the reader chooses how many hidden layers it has and how many units each of them has; its parameters are counted.',
    data: `{ inputs: string[], outputs: string[],   // by name
  hidden: number,              // hidden layers at first, 0 to 6
  units: number }              // units in each of them at first, 1 to 8`,
    open: async () => opened(await import('./layers.ts')),
  },
  neuron: {
    title: 'A nerve cell beside a unit',
    description:
      'A nerve cell and a unit of a network, drawn side by side. The reader goes from part to part; what is likened to it lights up in the other picture.',
    data: `{ parts: { in: 'dendrites' | 'synapses' | 'body' | 'threshold' | 'axon',
           cell, unit, text }[] }   // names of the part in each picture`,
    open: async () => opened(await import('./neuron.ts')),
  },
  plane: {
    title: 'Points of classes in a plane',
    description:
      'Points with a shape for each class, and the regions of a classifier, computed again as the reader moves a point or the line.',
    data: `{ x: [min, max], y: [min, max], xLabel?, yLabel?,
  classes: string[], points: { x, y, class }[],   // class counts from 0
  regions?: { by: 'line', w: [w1, w2], b }        // second class where w · (x, y) + b > 0
          | { by: 'neighbours', k }
          | { by: 'net', layers: { weights, biases?, activation? }[] }
          | { by: 'grid', values: number[][] },   // rows from the smallest y upwards
  moves?: 'points' | 'line' }`,
    open: async () => opened(await import('./plane.ts')),
  },
  matrix: {
    title: 'A matrix as squares',
    description:
      'Numbers in rows and columns, each square filled by its number: a confusion matrix, weights, a table of results. Pointer and arrow keys read single squares.',
    data: `{ values: number[][],           // rows from the top
  rows?: string[], columns?: string[], rowLabel?, columnLabel?,
  range?: [min, max],          // filled faintest and strongest
  diagonal?: boolean }         // rings the squares where row and column agree`,
    open: async () => opened(await import('./matrix.ts')),
  },
  convolution: {
    title: 'A kernel that slides over a picture',
    description:
      'Picture, kernel and result beside each other; the reader plays the places, chooses a kernel or types another, and reads the products that make each number.',
    data: `{ image: number[][], kernels: { label, values: number[][] }[],
  stride?: number, padding?: number,
  editable?: boolean,          // the reader may change the kernel
  frame?: number }             // the place to show, from 0, row by row`,
    open: async () => opened(await import('./convolution.ts')),
  },
  'grid-world': {
    title: 'An agent in a world of squares',
    description:
      'Start, goal, cliff and walls, with values, preferred moves and ways through the world that the reader plays.',
    data: `{ rows, columns, cells: ('free' | 'start' | 'goal' | 'cliff' | 'wall')[],
  values?: number[], q?: [up, right, down, left][], policy?: (move | null)[],
  paths?: { label, tone, squares: number[] }[],  // a square is row · columns + column
  frame?: number, valueLabel?, range?: [min, max] }`,
    open: async () => opened(await import('./grid-world.ts')),
  },
  timeline: {
    title: 'Events along the years',
    description:
      'Lanes of events with their sources; the reader filters them by name, looks closer and goes from one to the next.',
    data: `{ from, to, lanes: string[],
  events: { year, end?, date?: string, title, text?, lane, tags?: string[],
            source?, works?: { id, name }[], lesson?: { id, title },
            certainty?: 'certain' | 'likely' | 'doubtful' }[],   // lane counts from 0
  bands?: { from, to, label }[] }`,
    open: async () => opened(await import('./timeline.ts')),
  },
  nested: {
    title: 'Sets within sets',
    description:
      'Rings, each inside the one before; the reader goes from one to the next and reads what it is.',
    data: `{ rings: { label, text, example?,
           only? }[],          // a few words: what lies in this ring and not in the next
  chosen?: number }            // the ring that is read at first, from 0, the widest`,
    open: async () => opened(await import('./nested.ts')),
  },
} satisfies Record<string, Entry>;

export type FigureName = keyof typeof figures;

/** For the documentation: every figure with its description and data. */
export const figureList: readonly { name: string; title: string; description: string; data: string }[] =
  Object.entries(figures).map(([name, { title, description, data }]) => ({ name, title, description, data }));

export function isFigureName(name: string): name is FigureName {
  return Object.hasOwn(figures, name);
}

export function openFigure(name: FigureName): Promise<OpenedFigure> {
  return figures[name].open();
}

function opened<T>(module: FigureModule<T>): OpenedFigure {
  const element = document.createElement('div');
  let figure: ReturnType<FigureModule<T>['create']> | null = null;
  return {
    element,
    update: (data) => {
      const parsed = z.safeParse(module.schema, data);
      if (!parsed.success) return problemOf(parsed.error);
      if (figure === null) {
        figure = module.create(parsed.data);
        element.append(figure.element);
      } else figure.update(parsed.data);
      return null;
    },
    dispose: () => {
      figure?.dispose();
    },
  };
}
