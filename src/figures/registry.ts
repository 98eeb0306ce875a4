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
  paths: { label, tone, points: [x, y][] }[],
  fog?: number,                // how far one sees, in units of x
  frame?: number,              // the step to show, from 0
  log?: boolean }              // contour lines at powers, for steep walls`,
    open: async () => opened(await import('./contour.ts')),
  },
  curve: {
    title: 'A curve with its slope',
    description:
      'A function of one variable with points, a tangent or a secant and their slopes, and paths of steps along the curve.',
    data: `{ x: [min, max], xs: number[], ys: number[], xLabel?, yLabel?,
  tangent?: { at, slope }, secant?: { from, to },
  points?: { x, y, label?, tone? }[],
  paths?: { label, tone, points: [x, y][] }[] }`,
    open: async () => opened(await import('./curve.ts')),
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
