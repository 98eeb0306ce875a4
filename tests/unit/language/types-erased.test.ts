import { expect, test } from 'vitest';
import { createLesson } from './run-cells.ts';

test.each<[source: string, value: unknown]>([
  ['function f(this: void, a?: number, ...rest: string[]): a is number { return rest.length } f(1, "a")', 1],
  ['const f = async <T,>(x: T): Promise<T> => x; await f<number>(1)', 1],
  ['const f = <T extends object = {}>(x: T) => x; f({})', {}],
  ['const x = <any>{ a: 1 }; x.a', 1],
  ['const f = () => <any>{ a: 1 }; f().a', 1],
  ['const a = [1, 2] as const satisfies readonly number[]; a[1]!', 2],
  ['let x: any; (x as any) = {}; (x as { y?: number }).y = 1; x.y', 1],
  ['let x!: number; x = 1; x!', 1],
  ['interface A { b: string }\ntype B = A & { c: number }\ndeclare const q: B\n1', 1],
  [
    'enumerate(3)\nfunction enumerate(n: number): number\nfunction enumerate(n: any): any { return n }',
    undefined,
  ],
  [
    'abstract class A<T> { abstract m(): T; protected readonly n?: number = 1; get(): number { return this.n! } }\nclass B extends A<number> implements Iterable<number> { override m() { return 2 }\n declare z: string\n [k: string]: any;\n *[Symbol.iterator]() { yield 3 } }\nconst b = new B(); [b.get(), b.m(), ...b]',
    [1, 2, 3],
  ],
  ['class A { static get: number\n foo() { return 1 } }\nnew A().foo()', 1],
  ['class A { x = 1 as number\n ["y"] = 2 }\nnew A().y', 2],
  ['const a = 1 as number\n;[2].map((x: number) => x + a)', [3]],
  ['let a = 1\nconst f = (x) => x\na = 5 as number\nf(a)', 5],
  ['type N = number\n(1 + 1) as N', 2],
  [
    'const f = (x?: number, { y }: { y?: number } = {}): number | undefined => x ?? y; f(undefined, { y: 2 })',
    2,
  ],
  ['const m = new Map<string, Array<number>>([["a", [1]]]); m.get("a")?.[0]', 1],
  ['const f = async <\n  T\n>(x: T) => x; await f(1)', 1],
  ['const f = (\n  a: number,\n): number => a; f(1)', 1],
  ['try { throw 1 } catch (e: unknown) { e }\nfor (const x of [1] as number[]) x\n2', 2],
  ["import type { T } from 'nowhere'\nimport { type U } from 'descent/data'\n1", 1],
  [
    'class A { private x; constructor(x: number) { this.x = x } static async *gen<T>(this: unknown, v: T) { yield v } }\n(await A.gen(4).next()).value',
    4,
  ],
  [
    'const o = { f<T>(x: T): T { return x }, get g(): number { return 2 }, async h(): Promise<number> { return 3 } };\n[o.f(1), o.g, await o.h()]',
    [1, 2, 3],
  ],
  [
    'function assert(x: unknown): asserts x is number {}\nassert(1)\nlet u: unique symbol\nlet t: typeof assert\nlet k: keyof { a: 1 }\nlet c: string extends number ? 1 : 2\nlet l: `a${string}`\nlet f: new (x: number) => void\nlet tu: [a: number, b?: string]\n7',
    7,
  ],
  ['const f = String<any>; f(1)', '1'],
  ['let i = 0\nconst n = i++ as number\n++i\ni', 2],
])('%s', async (source, value) => {
  const lesson = createLesson({ 'descent/data': {} });
  expect(await lesson.run(source)).toEqual(value);
});
