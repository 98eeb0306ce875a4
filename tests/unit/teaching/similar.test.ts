import { describe, expect, test } from 'vitest';
import { hashRuns, winnow, winnowing } from '../../../src/teaching/fingerprints.ts';
import { normalise } from '../../../src/teaching/normalise.ts';
import { findSimilar, type StudentText } from '../../../src/teaching/similar.ts';

const same = (a: string, b: string): void => expect(normalise(a)).toEqual(normalise(b));
const differ = (a: string, b: string): void => expect(normalise(a)).not.toEqual(normalise(b));

describe('a normalised text', () => {
  test('has no comments, spaces, semicolons or last commas', () => {
    expect(normalise('/* a */ f(1 , 2,); // b\n\n')).toEqual(['f', '(', '1', ',', '2', ')']);
    same('f ( [1,2] )', 'f([\n  1, // one\n  2,\n]);');
    same("show('a//b', `c`)", 'show("a//b", `c`);');
    same('a /* never closed', 'a');
  });

  test('has its own names in order of appearance, and foreign ones as they are', () => {
    expect(normalise('const w = loss(b); show(w, b)').join(' ')).toBe(
      'const §0 = loss ( b ) show ( §0 , b )',
    );
    same(
      'function slope(x: number, { h = 1e-3, f: g }: Options): number { return (g(x + h) - g(x)) / h; }',
      'function m(at: number, { h: d = 1e-3, f: k }: Options): number { return (k(at + d) - k(at)) / d }'
        .replace('{ h: d = 1e-3', '{ h = 1e-3')
        .replaceAll(/\bd\b/g, 'h'),
    );
    same('let a = 1, b = 2; [a, b] = [b, a]', 'let p = 1, q = 2; [p, q] = [q, p]');
    same(
      'const f = (a: Map<string, number>, ...rest: number[]): number => a.size + rest[0]!',
      'const g = (m: Map<string, number>, ...r: number[]): number => m.size + r[0]!',
    );
    same(
      'for (const [i, x] of xs.entries()) { show(i, x) }',
      'for (const [k, v] of xs.entries()) { show(k, v) }',
    );
    same('try { f() } catch (e) { show(e) }', 'try { f() } catch (error) { show(error) }');
    same(
      'class A { #n = 1; get(k: number) { return k + this.#n } }',
      'class B { #n = 1; get(j: number) { return j + this.#n } }',
    );
    same('xs.map((a) => `${a} of ${`${a}`} {`)', 'xs.map((b) => `${b} of ${`${b}`} {`)');
    same('xs.map((a) => `${f({ a: 1 })} a`) + g(a)', 'xs.map((b) => `${f({ a: 1 })} a`) + g(b)');
    same('let a, b; f(b); a = b', 'let c, d; f(d); c = d');
    same('xs.map(x => x ** 2)', 'xs.map(y => y ** 2)');
    differ('const w = 1; f(w, w)', 'const w = 1; const b = 1; f(w, b)');
    differ('f(loss)', 'f(grad)');
  });

  test('keeps the names of properties', () => {
    expect(normalise('const w = p.w').join(' ')).toBe('const §0 = p . w');
    expect(normalise('const w = 1; f({ w: 2, b: w })').join(' ')).toContain('{ w : 2 , b : §0 }');
    same('const w = 1; show({ w })', 'const v = 1; show({ w: v })');
    differ('const w = 1; show({ w })', 'const v = 1; show({ v })');
  });

  test('tells a regular expression from a division', () => {
    expect(normalise('x.split(/[/"]+/u)').slice(-2)).toEqual(['/[/"]+/u', ')']);
    expect(normalise('a / b / c')).toEqual(['a', '/', 'b', '/', 'c']);
    expect(normalise('return /a b/.test(s)')[1]).toBe('/a b/');
  });

  test('comes of anything, whole or broken, and soon', () => {
    const parts = [
      '<T>(',
      '\\"',
      '= /[',
      '`${',
      '`',
      '{',
      '[',
      '(',
      ')',
      '() => {',
      'a,',
      '/*',
      '():',
      '\ud800',
      '\\',
      '1e+',
      "'",
      '= /\\',
      '...',
      '\0',
    ];
    for (const part of parts) expect(normalise(`let x = ${part.repeat(20_000)}`)[0]).toMatch(/^let$/);
    expect(normalise(`const ${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toHaveLength(40_001);
    expect(normalise('const __proto__ = 1; f(__proto__, constructor)').join(' ')).toBe(
      'const §0 = 1 f ( §0 , constructor )',
    );
    expect(normalise(`${'a '.repeat(100_000)}b`)).not.toContain('b');
  });
});

describe('fingerprints', () => {
  const words = (count: number, from = 0): string[] =>
    Array.from({ length: count }, (_, i) => `w${from + i}`);
  const shared = (a: string[], b: string[]): number =>
    [...winnow(hashRuns(a))].filter((each) => winnow(hashRuns(b)).has(each)).length;

  test('a long enough common part is always found, a shorter one than a run never', () => {
    const { run, window } = winnowing;
    for (let at = 0; at < 40; at += 1) {
      const part = words(run + window - 1, 1000);
      const a = [...words(at), ...part, ...words(30, 100)];
      const b = [...words(40 - at, 200), ...part, ...words(7, 300)];
      expect(shared(a, b)).toBeGreaterThan(0);
    }
    expect(shared([...words(20), ...words(run - 1, 50)], [...words(run - 1, 50), ...words(20, 100)])).toBe(0);
    expect(hashRuns(words(run - 1))).toEqual([]);
    expect(winnow([])).toEqual(new Set());
    expect(winnow([5, 3])).toEqual(new Set([3]));
  });

  test('a variable more at the beginning changes nothing behind it', () => {
    const text =
      'const a = 1; const b = 2; for (const c of xs) { show(a + c, b * c, [a, b, c], f(a)(b)(c)) }';
    const [plain, more] = [text, `const early = 0; ${text}`].map((source) => hashRuns(normalise(source)));
    expect(more!.slice(-plain!.length)).toEqual(plain);
    const other = hashRuns(normalise(text.replace('a + c', 'c + a')));
    expect(other).not.toEqual(plain);
  });
});

const starter = `
/** Fits a line by gradient descent. */
export function fit(xs: number[], ys: number[], rate: number, steps: number): { w: number; b: number } {
  let w = 0;
  let b = 0;
  // Your loop here.
  return { w, b };
}
`;

const solved = (body: string): string => starter.replace('// Your loop here.', body);

const solution = solved(`
  for (let step = 0; step < steps; step += 1) {
    const errors = xs.map((x, i) => w * x + b - ys[i]!);
    w -= rate * mean(errors.map((e, i) => 2 * e * xs[i]!));
    b -= rate * mean(errors.map((e) => 2 * e));
  }`);

const ann = solved(`
  for (let i = 0; i < steps; i++) {
    let dw = 0, db = 0;
    for (let j = 0; j < xs.length; j++) {
      const error = w * xs[j]! + b - ys[j]!;
      dw += (2 * error * xs[j]!) / xs.length;
      db += (2 * error) / xs.length;
    }
    w = w - rate * dw;
    b = b - rate * db;
  }`);

const bo = solved(`
  const n = xs.length;
  while (steps-- > 0) {
    const predictions = xs.map((x) => w * x + b);
    const residuals = predictions.map((p, k) => p - ys[k]!);
    const slopeW = residuals.reduce((sum, r, k) => sum + r * xs[k]!, 0) * (2 / n);
    const slopeB = residuals.reduce((sum, r) => sum + r, 0) * (2 / n);
    [w, b] = [w - rate * slopeW, b - rate * slopeB];
  }`);

const cy = solved(`
  let t = 0;
  do {
    let gw = 0;
    let gb = 0;
    xs.forEach((x, i) => {
      const diff = ys[i]! - (w * x + b);
      gw -= 2 * x * diff;
      gb -= 2 * diff;
    });
    w -= (rate / xs.length) * gw;
    b -= (rate / xs.length) * gb;
    t++;
  } while (t < steps);`);

/** Ann's text with other names, comments, layout, and quotes. */
const renamedCopy = ann
  .replace('/** Fits a line by gradient descent. */', '')
  .replaceAll(/\bdw\b/g, 'gradW')
  .replaceAll(/\bdb\b/g, 'gradB')
  .replaceAll(/\berror\b/g, 'diff')
  .replaceAll(/\bj\b/g, 'index')
  .replaceAll(/;\n/g, '; // my own idea\n\n   ')
  .replaceAll(' + ', '+');

const by = (sources: Record<string, string>, item = 'fit'): StudentText[] =>
  Object.entries(sources).map(([student, source]) => ({ student, item, source }));

describe('similar texts', () => {
  const common = [starter, solution];

  test('a copy with other names, comments and layout is identical', () => {
    expect(findSimilar(by({ ann, bo, eve: renamedCopy, cy }), common)).toEqual([
      { item: 'fit', kind: 'identical', students: ['ann', 'eve'], share: 1 },
    ]);
  });

  test('a copy with a line more, or a line changed, is near', () => {
    const padded = renamedCopy.replace(
      'let w = 0;',
      'const unused = [1, 2, 3];\n  show(unused);\n  let w = 0;',
    );
    const changed = renamedCopy.replace('w = w - rate * gradW', 'w -= gradW * rate');
    expect(padded).not.toBe(renamedCopy);
    expect(changed).not.toBe(renamedCopy);
    for (const copy of [padded, changed]) {
      const [group, ...more] = findSimilar(by({ bo, ann, cy, eve: copy }), common);
      expect(group).toMatchObject({ kind: 'near', students: ['ann', 'eve'] });
      expect(group!.share).toBeGreaterThan(0.7);
      expect(group!.share).toBeLessThanOrEqual(1);
      expect(more).toEqual([]);
    }
  });

  test('independent answers are not, with the starter known or not', () => {
    expect(findSimilar(by({ ann, bo, cy }), common)).toEqual([]);
    expect(findSimilar(by({ ann, bo, cy }))).toEqual([]);
    expect(findSimilar(by({ ann, bo, cy, model: solution }))).toEqual([]);
  });

  test('untouched starters and the solution itself are not compared', () => {
    const spaced = starter.replaceAll(/\bsteps\b/g, 'count').replaceAll('\n', '\n\n');
    expect(findSimilar(by({ a: starter, b: starter, c: spaced, d: solution, e: solution }), common)).toEqual(
      [],
    );
    expect(findSimilar(by({ a: solution, b: solution }), [starter])).not.toEqual([]);
  });

  test('a long starter makes nobody alike', () => {
    const given = Array.from({ length: 40 }, (_, i) => `show(step${i}(${i}, 'given'));`).join('\n');
    const both = by({ ann: `${given}\n${ann}`, cy: `${given}\n${cy}` });
    expect(findSimilar(both, [given, starter])).toEqual([]);
    expect(findSimilar(both, [starter])).not.toEqual([]);
  });

  test('a short right answer is everyone’s', () => {
    const short = 'const mean = (xs: number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;';
    const loop =
      'let total = 0; for (let i = 0; i < xs.length; i++) { total += xs[i]; } return total / xs.length;';
    for (const source of [short, loop, '', ' ', '42'])
      expect(findSimilar(by({ a: source, b: source, c: source }))).toEqual([]);
    const after = starter.replace('let w = 0;', 'let w = 0.5;').replace('let b = 0;', 'let b = -1;');
    expect(findSimilar(by({ a: after, b: after }), common)).toEqual([]);
  });

  test('a group is of several students, not of one who handed in twice, and never across items', () => {
    expect(findSimilar([...by({ ann }), ...by({ ann: renamedCopy })], common)).toEqual([]);
    expect(findSimilar([...by({ ann }), ...by({ eve: ann }, 'other')], common)).toEqual([]);
    const padded = `const unused = 1;\n${ann}`;
    expect(findSimilar([...by({ ann }), ...by({ ann: padded })], common)).toEqual([]);
  });

  test('what most write in their own words is no sign; names of students are only names', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `s${i}`,
        `${cy}\nshow(${Array.from({ length: 6 }, (_, k) => i * 50 + k).join(', ')});`,
      ]),
    );
    expect(findSimilar(by(texts), common)).toEqual([]);
    const tail = `${cy}\nshow(a, 601, 602, 603);`;
    const twoAlike = { ...texts, a: tail, b: `${tail} show(999);` };
    expect(findSimilar(by(twoAlike), common)).toEqual([]);
    expect(
      findSimilar([...by({ constructor: ann }), { student: '__proto__', item: 'fit', source: ann }], common),
    ).toEqual([{ item: 'fit', kind: 'identical', students: ['constructor', '__proto__'], share: 1 }]);
  });

  test('identical and near groups come in a fixed order', () => {
    const near = `${bo}\nshow(fit([1], [2], 0.1, 10));`;
    const all = [
      ...by({ x: cy, y: cy }, 'second'),
      ...by({ bo, ann, flo: near, eve: renamedCopy, guy: bo }, 'first'),
    ];
    const groups = findSimilar(all, common);
    expect(groups.map(({ item, kind, students }) => [item, kind, ...students])).toEqual([
      ['second', 'identical', 'x', 'y'],
      ['first', 'identical', 'bo', 'guy'],
      ['first', 'identical', 'ann', 'eve'],
      ['first', 'near', 'bo', 'guy', 'flo'],
    ]);
    expect(findSimilar(all, common)).toEqual(groups);
  });

  test('two hundred students with ten answers each are compared', () => {
    const line = (seed: number, at: number): string =>
      `const v${at} = step${(seed * 7 + at * 13) % 97}(${seed}, ${at});`;
    const source = (seed: number): string => Array.from({ length: 12 }, (_, at) => line(seed, at)).join('\n');
    const texts = Array.from({ length: 2_000 }, (_, i) => ({
      ...{ student: `s${i % 200}`, item: `i${Math.floor(i / 200)}` },
      source: source(i % 200 === 7 ? i - 4 : i),
    }));
    const groups = findSimilar(texts);
    expect(groups).toHaveLength(10);
    for (const { kind, students } of groups) expect([kind, ...students]).toEqual(['identical', 's3', 's7']);
  });
});
