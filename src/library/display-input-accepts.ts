import { limits, type InputSpec, type InputValue } from '../kernel/protocol.ts';

type Points = Extract<InputSpec, { type: 'points' }>;

/** Whether a value that the reader entered fits the input as the cell asks for it now. */
export function accepts(spec: InputSpec, value: InputValue): boolean {
  switch (spec.type) {
    case 'number':
      return typeof value === 'number' && value >= spec.min && value <= spec.max;
    case 'choice':
      return typeof value === 'string' && spec.options.includes(value);
    case 'answers':
      return (
        Array.isArray(value) &&
        value.length <= spec.max &&
        value.every((answer) => typeof answer === 'number' && spec.options[answer] !== undefined)
      );
    case 'text':
      return typeof value === 'string' && value.length <= spec.maxLength;
    case 'points':
      return Array.isArray(value) && value.length <= spec.max && value.every((point) => isPoint(spec, point));
    case 'drawing':
      return (
        Array.isArray(value) &&
        value.length === spec.width * spec.height &&
        value.every((grey) => isGrey(grey))
      );
    case 'file':
      return (
        value === null ||
        (typeof value === 'object' && 'bytes' in value && value.bytes.byteLength <= limits.file)
      );
  }
}

function isPoint(
  { x, y, classes }: Points,
  point: number | { x: number; y: number; class: number },
): boolean {
  return (
    typeof point === 'object' &&
    point.x >= x[0] &&
    point.x <= x[1] &&
    point.y >= y[0] &&
    point.y <= y[1] &&
    point.class < classes.length
  );
}

function isGrey(grey: unknown): boolean {
  return typeof grey === 'number' && grey >= 0 && grey <= 1;
}
