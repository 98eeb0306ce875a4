import { describe, expect, test } from 'vitest';
import { compiled, createLesson } from './run-cells.ts';

/** Runs cells one after another; gives the last one's last expression. */
async function runAll(...cells: string[]): Promise<unknown> {
  const lesson = createLesson();
  let last: unknown;
  for (const cell of cells) last = await lesson.run(cell);
  return last;
}

describe('names that cells share', () => {
  test.each<[title: string, cells: string[], value: unknown]>([
    ['const', ['const a = 1', 'a + 1'], 2],
    ['several at once', ['const a = 1, b = a + 1; let c, d = b', '[a, b, c, d]'], [1, 2, undefined, 2]],
    ['var in a block', ['if (true) { var v = 1 }', 'v'], 1],
    ['var before its value', ['const early = typeof v; var v = 1; early'], 'undefined'],
    ['var of a loop', ['for (var i = 0; i < 3; i++);', 'i'], 3],
    [
      'var of for-of, taken apart',
      ['for (var [k, { n }] of [["a", { n: 1 }], ["b", { n: 2 }]]);', '[k, n]'],
      ['b', 2],
    ],
    ['let of a loop stays in it', ['for (let i = 0; i < 3; i++);\ntypeof i'], 'undefined'],
    ['let of a block stays in it', ['{ let x = 1; }\ntypeof x'], 'undefined'],
    ['function', ['function f() { return g() }\nfunction g() { return 1 }', 'f()'], 1],
    ['function before its line', ['const x = f(); function f() { return 1 }', 'x'], 1],
    ['class', ['class A { x = 1 }\nclass B extends A { y = 2 }', 'const { x, y } = new B(); [x, y]'], [1, 2]],
    ['class that speaks of itself', ['class A { static n = 1; static m = A.n + 1 }', 'A.m'], 2],
    ['assignment to a name of another cell', ['let n = 1', 'n += 4; n++', 'n'], 6],
    ['patterns in assignments', ['let a, b', '({ a, b = 3 } = { a: 1 }); [a, b] = [b, a]', '[a, b]'], [3, 1]],
    ['shorthand properties', ['const w = 1', '({ w })'], { w: 1 }],
    ['shorthand in a call', ['const w = 1; const f = (o) => o.w', 'f({ w })'], 1],
    ['template literals', ['const w = 1', '`${w}${`${w + 1}`}`'], '12'],
    ['typeof of what nobody defines', ['typeof nobody'], 'undefined'],
    ['typeof of what another cell defines', ['const n = 1', 'typeof n'], 'number'],
    ['labels are not names', ['const outer = 5', 'outer: for (;;) { break outer }\nouter'], 5],
    ['a property with the name of a variable', ['const n = 1', '({ n: 2 }).n + n'], 3],
    ['a parameter hides a shared name', ['const n = 1', '((n) => n)(2) + n'], 3],
    [
      'a default value looks outside the body',
      ['const n = 1', 'function f(a = n) { const n = 5; return a + n }\nf()'],
      6,
    ],
    ['a variable named $', ['const $ = 1, $import = 2', '$ + $import'], 3],
    ['optional calls and chains', ['let f; const o = { p: { q: 2 } }', '[f?.(1), o?.p?.q]'], [undefined, 2]],
    ['tagged templates', ['const tag = (parts, x) => parts[0] + x', 'tag`a${1}`'], 'a1'],
    ['new', ['class A { n = 1 }', 'new A().n'], 1],
    ['update and compound assignment', ['let n = 1', 'n++; --n; n **= 2; n ||= 7; n &&= 8; n ??= 9; n'], 8],
    [
      'spread and rest',
      ['const { a, ...rest } = { a: 1, b: 2, c: 3 }; const [x, ...ys] = [1, 2, 3]', '[rest, ys]'],
      [{ b: 2, c: 3 }, [2, 3]],
    ],
    ['default values in patterns', ['const { a: { b = 2 } = {}, c = b } = {}', '[b, c]'], [2, 2]],
    ['computed keys', ['const k = "n"; const { [k]: v } = { n: 1 }', '[v, { [k]: 2 }]'], [1, { n: 2 }]],
    [
      'generators and async functions',
      ['function* g() { yield 1 }\nasync function f() { return [...g()] }', 'await f()'],
      [1],
    ],
    [
      'getters and setters',
      ['let n = 1; const o = { get n() { return n }, set n(v) { n = v } }', 'o.n = 4; n'],
      4,
    ],
    ['catch', ['const e = 1', 'try { throw 2 } catch (e) { e }\ne'], 1],
    ['arguments', ['function f() { return arguments.length }', 'f(1, 2)'], 2],
    ['static blocks', ['let n = 0; class A { static { var n2 = 1; n = n2 + 1 } }', 'n'], 2],
    ['private fields', ['class A { #n = 1; has(o) { return #n in o } }', 'new A().has(new A())'], true],
    ['for await', ['let s = 0; for await (const x of [1, Promise.resolve(2)]) s += x', 's'], 3],
  ])('%s', async (_, cells, value) => {
    expect(await runAll(...cells)).toEqual(value);
  });

  test('closures see what a variable becomes later', async () => {
    expect(await runAll('let n = 1; const read = () => n', 'n = 2', 'read()')).toBe(2);
  });

  test('a cell runs again, with all its declarations', async () => {
    const lesson = createLesson();
    for (const n of [1, 2]) {
      await lesson.run(`const a = ${n}; let b = a; class C { n = b } function f() { return new C().n }`);
      expect(await lesson.run('f()')).toBe(n);
    }
  });

  test('a name is not there before its declaration has run', async () => {
    await expect(runAll('n; const n = 1')).rejects.toThrow("Cannot access 'n' before initialization");
    await expect(runAll('nobody')).rejects.toThrow('nobody is not defined');
    await expect(runAll('nobody = 1')).rejects.toThrow('nobody is not defined');
  });

  test('functions get no `this` from the scope', async () => {
    expect(await runAll('function f() { return this }', '[f(), (f)(), f`x`]')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('functions are named after their variables', async () => {
    const source = 'const f = () => 1; let g = function () {}, { h = class {} } = {}; let i; i = () => 2;';
    expect(await runAll(source, '[f.name, g.name, h.name, i.name]')).toEqual(['f', 'g', 'h', 'i']);
  });

  test('what a cell defines and needs', () => {
    const cell = compiled(
      'const { a, b: [c] } = d; var e; function f(x) { return x + g + tf + Math.PI } class H extends I {}',
    );
    expect(cell.defines).toEqual(['a', 'c', 'e', 'f', 'H']);
    expect(cell.needs).toEqual(['d', 'g', 'I']);
  });
});

describe('imports', () => {
  const modules = { 'descent/data': { one: 1, two: 2, default: 3 } };

  test('by name, renamed, as a whole and by default, from anywhere in the cell', async () => {
    const lesson = createLesson(modules);
    const sum = await lesson.run(
      "const n = one + second; import three, { one, two as second } from 'descent/data'\nimport * as all from 'descent/data'\n[n, three, all.two]",
    );
    expect(sum).toEqual([3, 3, 2]);
    expect(await lesson.run('one + second')).toBe(3);
  });

  test('are asked for by name, so that a missing one can be refused', async () => {
    const asked: unknown[] = [];
    const { code, imports } = compiled("import { a, b as c } from 'descent/data'");
    const body = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
      default: (...args: unknown[]) => Promise<unknown>;
    };
    await body.default({}, (...args: unknown[]) => Promise.resolve({ ...(asked.push(args), {}) }));
    expect(asked).toEqual([['descent/data', ['a', 'b']]]);
    expect(imports).toEqual(['descent/data']);
  });
});

describe('the last expression', () => {
  test.each([
    ['1 + 1', 2],
    ['1 + 1;', 2],
    ['const a = 1\n;(a)', 1],
    ['2 // a remark', 2],
    ['2 /* a remark */ ; // more', 2],
    ['await Promise.resolve(3)', 3],
    ['3\ntype T = number', 3],
    ['[1][0]', 1],
    ['({ a: 1 }).a', 1],
    ['1, 2', 2],
    ['`a`', 'a'],
    ['const a = 1', undefined],
    ['if (true) 1', undefined],
    ['', undefined],
    ['// nothing', undefined],
  ])('%s', async (source, value) => {
    expect(await runAll(source)).toEqual(value);
  });
});
