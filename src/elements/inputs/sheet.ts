import type { InputValue } from '../../kernel/protocol.ts';

/** A sheet of grey squares, 0 empty to 1 ink, row by row: numbers, no view. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly grey: readonly number[];
  inked(): number;
  clear(): void;
  replace(grey: readonly number[]): void;
  /** One square. */
  dab(column: number, row: number, grey: number): void;
  /** A soft pen from one place to another, in squares. */
  stroke(from: readonly [number, number], to: readonly [number, number]): void;
}

/** Radius of the pen for a sheet of 28 squares, as wide as the strokes of MNIST's digits. */
const pen = 1.3;

export function createSheet(width: number, height: number, first: readonly number[]): Sheet {
  const grey = new Array<number>(width * height).fill(0);
  const radius = Math.max(0.6, (pen * Math.max(width, height)) / 28);
  const replace = (next: readonly number[]) => {
    grey.forEach((_, i) => {
      grey[i] = bounded(next[i] ?? 0);
    });
  };
  const touch = (x: number, y: number) => {
    for (let row = Math.max(0, Math.floor(y - radius - 1)); row < Math.min(height, y + radius + 1); row++)
      for (
        let column = Math.max(0, Math.floor(x - radius - 1));
        column < Math.min(width, x + radius + 1);
        column++
      ) {
        const ink = bounded(radius + 0.5 - Math.hypot(column + 0.5 - x, row + 0.5 - y));
        const i = row * width + column;
        grey[i] = Math.max(grey[i] ?? 0, ink);
      }
  };
  replace(first);
  return {
    width,
    height,
    grey,
    inked: () => grey.filter((share) => share > 0.5).length,
    clear: () => {
      grey.fill(0);
    },
    replace,
    dab: (column, row, share) => {
      grey[row * width + column] = bounded(share);
    },
    stroke: ([x1, y1], [x2, y2]) => {
      const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) * 2));
      for (let k = 0; k <= steps; k++) touch(x1 + ((x2 - x1) * k) / steps, y1 + ((y2 - y1) * k) / steps);
    },
  };
}

function bounded(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}

export function isGrey(value: InputValue): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}
