import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { createCellService } from '../../../src/language/cell-service.ts';
import { cellFile, cellModule } from '../../../src/language/cell-types.ts';

const lib = resolve(import.meta.dirname, '../../../node_modules/typescript/lib');
const libraries = globSync('lib.{es5,es20*,decorators*}.d.ts', { cwd: lib }).map((name) => [
  `/${name}`,
  readFileSync(join(lib, name), 'utf8'),
]);
const service = createCellService(ts, {
  ...(Object.fromEntries(libraries) as Record<string, string>),
  '/descent/globals.d.ts': 'declare function show(value: unknown): void;',
});

/** Codes and texts of the problems in `cell`, which stands among the others in page order. */
function problems(cell: string, { before = '', after = '' } = {}): [number, string][] {
  const cells = [
    { id: 'before', source: before },
    { id: 'cell', source: cell },
    { id: 'after', source: after },
  ];
  service.show(cells, 'cell');
  return service.problems().map(({ code, start, length }) => [code, cell.slice(start, start + length)]);
}

test('a cell is its own text first, then the others in page order', () => {
  const cells = ['a', 'b', 'c'].map((id) => ({ id, source: `${id};` }));
  expect(cellModule(cells, 'b')).toBe('b;\na;\nc;\nexport {};');
});

test('names of other cells are known with their types', () => {
  expect(problems('const n: string = eta;', { before: 'const eta = 0.1;' })).toEqual([[2322, 'n']]);
  expect(
    problems('show(eta.toFixed(later));', { before: 'const eta = 0.1;', after: 'let later = 2;' }),
  ).toEqual([]);
  expect(problems('show(nobody);')).toEqual([[2304, 'nobody']]);
});

test('problems of other cells are not this one’s', () => {
  expect(problems('show(1);', { before: 'const a: string = 1;', after: 'const = ;' })).toEqual([]);
});

test('the order of the text counts inside the cell, and not beyond it', () => {
  expect(problems('show(a);', { before: 'const a = 1;' })).toEqual([]);
  expect(problems('show(b + 1);', { before: 'let b: number;' })).toEqual([]);
  expect(problems('new C();', { after: 'class C {}' })).toEqual([]);
  expect(problems('show(a);\nconst a = 1;')).toContainEqual([2448, 'a']);
  expect(problems('let b: number;\nshow(b);')).toEqual([[2454, 'b']]);
});

test('a cell may await, and a broken one says where', () => {
  expect(problems('const x = await Promise.resolve(1);\nx')).toEqual([]);
  expect(problems('const x = ;')).toEqual([[1109, ';']]);
});

test('a bracket or a quote that is never closed is missed in the cell, not after it', () => {
  expect(problems('for (;;) {\n  show(1);', { after: 'show(2); }' })).toEqual([[1005, ';']]);
  expect(problems('show(`a', { after: '`);' })).toContainEqual([1160, 'a']);
});

test('answers about the text as it stands now', () => {
  problems('const first = 1; first');
  expect(service.language.getQuickInfoAtPosition(cellFile, 7)?.displayParts?.at(-1)?.text).toBe('1');
  problems('const second = "two"; second');
  expect(service.language.getQuickInfoAtPosition(cellFile, 7)?.displayParts?.at(-1)?.text).toBe('"two"');
});
