import { parse } from 'acorn';
import { walk, type Node } from 'estree-walker';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../../src/language/compile.ts';
import { sourcePosition } from '../../../src/language/position-map.ts';
import { compiled, createLesson } from './run-cells.ts';

const name = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'tf', 'Math');
const own = fc.constantFrom('alpha', 'beta', 'gamma');
const type = fc.constantFrom('', ': number', ': Array<\n  string\n>', ': { a: 1 }');

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  return {
    expression: fc.oneof(
      { maxDepth: 3 },
      name,
      fc.tuple(inner, inner).map(([a, b]) => `${a} + ${b}`),
      fc.tuple(name, inner).map(([f, a]) => `${f}<number>(${a})`),
      inner.map((a) => `typeof ${a}`),
      inner.map((a) => `(${a} as any)`),
      inner.map((a) => `(<any>${a})`),
      inner.map((a) => `(${a})!`),
      name.map((n) => `({ ${n} })`),
      fc.tuple(name, inner).map(([n, a]) => `({ ${n}: ${a} })`),
      fc.tuple(own, inner).map(([n, a]) => `((${n}?: string) => ${a})`),
      fc.tuple(own, inner).map(([n, a]) => `(function (${n}) { return ${a} })`),
      inner.map((a) => `\`x\${${a}}\``),
      fc.tuple(inner, name).map(([a, n]) => `(${a}).${n}`),
    ),
  };
});

/** Each statement declares names of its own, so that none is declared twice. */
const statement = fc.oneof(
  fc.tuple(type, expression).map(
    ([t, e]) =>
      (n: number) =>
        `const own${n}${t} = ${e}`,
  ),
  expression.map((e) => (n: number) => `let { a${n}, b: [c${n} = ${e}] } = ${e};`),
  expression.map((e) => (n: number) => `function f${n}<T>(x: T, ...y: any[]): void { const z = ${e}; z }`),
  expression.map(
    (e) => (n: number) => `class C${n} { private readonly p?: number = ${e}\n  m() { return ${e} } }`,
  ),
  expression.map((e) => (n: number) => `for (var i${n} of [${e}]) { ${e} }`),
  expression.map((e) => () => `interface I {\n  a: 1\n}\n${e}`),
  expression.map((e) => () => e),
);
const program = fc
  .array(statement, { minLength: 1, maxLength: 6 })
  .map((statements) => statements.map((make, n) => make(n)).join('\n'));

interface Place {
  name: string;
  line: number;
  column: number;
}

/** Names in compiled code, but for those that the compiler writes itself (`{f: () => 1}.f`, `{w: $.w}`). */
function identifiers(code: string): Place[] {
  const found: Place[] = [];
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  walk(tree as unknown as Node, {
    enter(node, parent, key) {
      if (node.type !== 'Identifier' || !node.loc || node.name.startsWith('$')) return;
      if (parent?.type === 'Property' && key === 'key') return;
      if (
        parent?.type === 'MemberExpression' &&
        key === 'property' &&
        parent.object.type === 'ObjectExpression'
      )
        return;
      const { line, column } = node.loc.start;
      found.push({ name: node.name, line: line - 1, column });
    },
  });
  return found;
}

test('every name in the compiled text stands at that name in the reader’s text', () => {
  fc.assert(
    fc.property(program, (source) => {
      const { code, map } = compiled(source);
      const head = code.indexOf('{') + 1;
      const lines = source.split('\n');
      for (const { name: n, line, column } of identifiers(code)) {
        // Hoisted functions stand once more in the compiler's own opening, which nobody wrote.
        const first = map[0]?.[0]?.[0] ?? head;
        if (line === 0 && column < first) continue;
        const at = sourcePosition(map, line, column);
        if (!at) throw new Error(`${n} has no place in ${source}`);
        const text = lines[at.line]?.slice(at.column) ?? '';
        // `class C {}` becomes `$.C = class C {}`, and the first C stands for the whole.
        expect(text.startsWith(n) || text.startsWith(`class ${n}`), `${n} of ${source}`).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('any text compiles or is a fault at a place inside it', () => {
  const piece = fc.oneof(
    expression,
    fc.string(),
    fc.constantFrom('{', '}', '(', ')', '=>', 'const', 'await', '`', '<', ';', '\n'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const source = pieces.join(' ');
      const result = compile(source);
      if (result.ok) return;
      const { line, column, message } = result.fault;
      const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
      expect(message).toMatch(/\S/);
    }),
    { numRuns: 500 },
  );
});

test('what compiles is a module that loads', () => {
  fc.assert(
    fc.property(program, (source) => {
      parse(compiled(source).code, { ecmaVersion: 'latest', sourceType: 'module' });
    }),
    { numRuns: 300 },
  );
});

test.each<[source: string, line: number, column: number]>([
  ['const a = 1;\nconst b: number = (a as any).b.c;', 2, 32],
  ['interface I {\n  x: 1\n}\nfunction f<T>(x: T): void {\n  throw new Error("x")\n}\nf<number>(1)', 5, 9],
  ['const t = 1 as const; t()', 1, 24],
  ["import { x } from 'descent/data'\nnull.y", 2, 6],
])('an error names the reader’s line and column: %s', async (source, line, column) => {
  const lesson = createLesson({ 'descent/data': {} });
  const error = await lesson.run(source).then(
    () => new Error('ran'),
    (thrown: unknown) => thrown as Error,
  );
  const [, row, at] = /\/\/\d+:(\d+):(\d+)/.exec(error.stack ?? '') ?? [];
  const place = sourcePosition(compiled(source).map, Number(row) - 1, Number(at) - 1);
  expect(place).toEqual({ line: line - 1, column: column - 1 });
});
