import { expect, test } from 'vitest';
import { columnOfCall } from '../../../src/language/called-name.ts';
import { sourcePosition } from '../../../src/language/position-map.ts';
import { compiled } from './run-cells.ts';

/** Where the reader is sent for a place in the generated text, at the last character of `text`. */
function told(source: string, text: string): number | undefined {
  const { code, map } = compiled(source);
  const line = code.split('\n')[0] ?? '';
  const column = line.indexOf(text) + text.length - 1;
  return sourcePosition(map, 0, columnOfCall(line, column))?.column;
}

test.each([
  ['inner();', ')(', 0],
  ['const a = 1 + größe(a);', ')(', 14],
  ['const a = f?.();', ')?', 10],
  ['f(1)(2);', '1)(', 4],
])('a call that fails is told at its name: %s', (source, text, column) => {
  expect(told(source, text)).toBe(column);
});

test('other columns stay', () => {
  expect(columnOfCall('(0, $.f)(a)', 9)).toBe(9);
  expect(columnOfCall('f(a)', 1)).toBe(1);
});
