import { expect, test } from 'vitest';
import { compile } from '../../../src/language/compile.ts';

/** What is wrong, where, and a word of the remedy. */
test.each<[source: string, line: number, column: number, message: RegExp, remedy: RegExp | null]>([
  ['const a = 1\nenum Color { red }', 2, 1, /no enum/, /as const/],
  ['namespace N { export const a = 1 }', 1, 1, /no namespace/, /object/],
  ['class A { constructor(private x: number) {} }', 1, 23, /parameters of a constructor/, /field/],
  ['@log class A {}', 1, 1, /no decorators/, /yourself/],
  ['class A { @log m() {} }', 1, 11, /no decorators/, /yourself/],
  ['class A { accessor x = 1 }', 1, 11, /accessor/, /getter/],
  ['export const a = 1', 1, 1, /exports nothing/, /export/],
  ['export default 1', 1, 1, /exports nothing/, /export/],
  ["export * from 'a'", 1, 1, /exports nothing/, /share/],
  ["const m = await import('descent/data')", 1, 17, /no import\(\)/, /top of the cell/],
  ["import x = require('a')", 1, 1, /import … =/, /from/],
  ['import.meta.url', 1, 1, /import\.meta/, /out/],
  ['const tf = 1', 1, 7, /tf is there in every cell/, /another name/],
  ["import * as tf from '@tensorflow/tfjs'", 1, 13, /tf is there/, /import out/],
  ['let show', 1, 5, /show is there/, /another name/],
  ['const { input } = {}', 1, 9, /input is there/, /another name/],
  ['function pause() {}', 1, 10, /pause is there/, /another name/],
  ['class training {}', 1, 7, /training is there/, /another name/],
  ['const console = 1', 1, 7, /console is there/, /another name/],
  ['const Map = 1', 1, 7, /JavaScript's own/, /another name/],
  ['const a = 1\nconst f = () => { a = 2 }', 2, 19, /a is a const/, /let a/],
  ['const a = 1; a++', 1, 14, /a is a const/, /let a/],
  ['const a = 1; [a] = [2]', 1, 15, /a is a const/, /let a/],
  ['const a = 1; for (a of [2]);', 1, 19, /a is a const/, /let a/],
  ["import { a } from 'descent/data'; a = 1", 1, 35, /a is imported/, /another name/],
  ['using a = null', 1, 7, /using/, /const/],
  ['return 1', 1, 1, /cannot return/, /last expression/],
  ['let a = 1\nlet a = 2', 2, 5, /a is declared twice/, /another name/],
  ["const s = 'abc\nconst t = 1", 1, 11, /not closed/, /quote/],
  ['const s = `abc', 1, 12, /not closed/, /backtick/],
  ['/* abc', 1, 1, /comment is not closed/, /\*\//],
  ['function f() {\n  if (true) {\n    1\n}\n', 1, 14, /This { is never closed/, /missing }/],
  ['const a = [1, 2', 1, 11, /This \[ is never closed/, /missing \]/],
  ['f(1))', 1, 5, /\) cannot stand here/, /take it out/],
  ['const a = 1 2', 1, 13, /2 cannot stand here/, /comma/],
  ['const a', 1, 8, /needs its value/, /let/],
  ['1 = 2', 1, 1, /Only a variable/, /===/],
  ['function f() { await 1 }', 1, 16, /await works/, /async/],
  ['const class = 1', 1, 7, /class is a word of JavaScript/, null],
  ['break', 1, 1, /break is not inside a loop/, null],
  ['try { 1 }', 1, 1, /catch or a finally/, null],
  ['const π = 1 § 2', 1, 13, /§/, null],
  ['let x = 0x', 1, 11, /./, null],
  ["if (true) { import { a } from 'b' }", 1, 13, /import stands at the top/, null],
])('%s', (source, line, column, message, remedy) => {
  const result = compile(source);
  if (result.ok) throw new Error('compiled');
  const { fault } = result;
  expect(fault.message).toMatch(message);
  expect([fault.line, fault.column]).toEqual([line, column]);
  if (remedy) expect(fault.remedy).toMatch(remedy);
});

test('names of JavaScript and of the vocabulary are free inside functions', () => {
  expect(
    compile('const f = (input) => { const show = input; return show }; const g = (name) => name').ok,
  ).toBe(true);
});

test.each(['(', '[', '{', '!', 'a=>'])('text nested too deeply is a fault: %s', (opener) => {
  const result = compile(opener.repeat(50_000));
  expect(result).toMatchObject({ ok: false, fault: { message: 'This text is nested too deeply.' } });
});
