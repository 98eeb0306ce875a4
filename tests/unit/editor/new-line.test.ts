import { expect, test } from 'vitest';
import { newLine } from '../../../src/editor/small/indent.ts';

/** `|` is the cursor. */
function enter(text: string): string {
  const [before = '', after = ''] = text.split('|');
  const { text: inserted, cursor } = newLine(before, after);
  return `${before}${inserted.slice(0, cursor)}|${inserted.slice(cursor)}${after}`;
}

test('Enter keeps the indentation of the line', () => {
  expect(enter('for (;;) {\n  step();|')).toBe('for (;;) {\n  step();\n  |');
  expect(enter('a;|b')).toBe('a;\n|b');
  expect(enter('\tx|')).toBe('\tx\n\t|');
});

test('Enter after an opening bracket goes further in', () => {
  expect(enter('if (a) {|')).toBe('if (a) {\n  |');
  expect(enter('  call( |x')).toBe('  call( \n    |x');
});

test('Enter between brackets gives the closing one its own line', () => {
  expect(enter('  [|]')).toBe('  [\n    |\n  ]');
});
