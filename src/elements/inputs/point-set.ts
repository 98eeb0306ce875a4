import type { InputValue } from '../../kernel/protocol.ts';
import type { SpecOf } from './control.ts';

export interface ClassPoint {
  x: number;
  y: number;
  class: number;
}

type Spec = SpecOf<'points'>;

/** Points of classes in a plane and the one that is selected: rules, no view. */
export interface PointSet {
  readonly points: readonly ClassPoint[];
  readonly selected: number | null;
  readonly full: boolean;
  add(x: number, y: number, kind: number): boolean;
  change(index: number, part: Partial<ClassPoint>): void;
  remove(index: number): void;
  select(index: number | null): void;
  replace(points: readonly ClassPoint[]): void;
}

export function createPointSet(spec: Spec, first: readonly ClassPoint[]): PointSet {
  let points = first.map((point) => within(point, spec));
  let selected: number | null = null;
  return {
    get points() {
      return points;
    },
    get selected() {
      return selected;
    },
    get full() {
      return points.length >= spec.max;
    },
    add: (x, y, kind) => {
      if (points.length >= spec.max) return false;
      points = [...points, within({ x, y, class: kind }, spec)];
      selected = points.length - 1;
      return true;
    },
    change: (index, part) => {
      points = points.map((point, i) => (i === index ? within({ ...point, ...part }, spec) : point));
    },
    remove: (index) => {
      points = points.filter((_, i) => i !== index);
      selected = points.length === 0 ? null : Math.min(index, points.length - 1);
    },
    select: (index) => {
      selected = index;
    },
    replace: (next) => {
      points = next.map((point) => within(point, spec));
      if (selected !== null && selected >= points.length) selected = null;
    },
  };
}

function within(point: ClassPoint, { x, y, classes }: Spec): ClassPoint {
  return {
    x: clamp(point.x, x),
    y: clamp(point.y, y),
    class: Math.min(classes.length - 1, Math.max(0, Math.trunc(point.class))),
  };
}

/** Four digits are enough for a hand, and short enough to read in a table. */
function clamp(value: number, [low, high]: readonly [number, number]): number {
  const finite = Number.isFinite(value) ? value : (low + high) / 2;
  return Number(Math.min(high, Math.max(low, finite)).toPrecision(4));
}

export function isPoints(value: InputValue): value is ClassPoint[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object');
}
