import { afterEach, describe, expect, test } from 'vitest';
import { disposeAll, openLesson } from './kernel-lesson.ts';

afterEach(disposeAll);

const source = `const rows = [{ height: 1, name: 'a' }, { height: 2.5, name: 'b' }];
const typed = new Float32Array([1, 2]);
const matrix = tf.tensor([[1, 2], [3, 4]]);
const flags = tf.tensor([1, 0], [2], 'bool');
const f = () => 1;
const later = Promise.resolve(1);
const counted = { get value() { return 1; }, nothing: undefined };
class Row { own = 1; get made() { return 2; } }
const made = new Row();
const big = new Array(200_000).fill(0);
const odd = new Proxy({}, { getOwnPropertyDescriptor() { throw new Error('no'); } });
const gone = tf.ones([1]);
gone.dispose();
const special = [NaN, Infinity, -0];`;

describe('reading a value', () => {
  test('gives plain data of what a path leads to', async () => {
    const { kernel, run } = openLesson({ one: source });
    await run('one');
    const values = await Promise.all(
      [
        'rows',
        'rows[1].height',
        'rows.length',
        'rows[0].name.length',
        'typed',
        'typed[1]',
        'typed.length',
      ].map((path) => kernel.read(path)),
    );
    expect(values).toEqual([
      [
        { height: 1, name: 'a' },
        { height: 2.5, name: 'b' },
      ],
      2.5,
      2,
      1,
      [1, 2],
      2,
      2,
    ]);
    expect(await kernel.read('matrix')).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(await kernel.read('matrix[1]')).toEqual([3, 4]);
    expect(await kernel.read('matrix.shape')).toEqual([2, 2]);
    expect(await kernel.read('flags')).toEqual([true, false]);
    expect(await kernel.read('made')).toEqual({ own: 1 });
    expect(await kernel.read('special')).toEqual([NaN, Infinity, -0]);
  });

  test.each([
    ['f', 'f is a function, not data.'],
    ['later', 'later is a promise: an await is missing before it.'],
    ['counted.value', 'counted.value is computed when it is asked for'],
    ['counted.nothing', 'counted.nothing is undefined.'],
    ['made.made', 'made.made is not there.'],
    ['rows.map', 'rows.map is not there.'],
    ['rows[7]', 'rows[7] is not there.'],
    ['rows[0].height.x', 'rows[0].height.x is not there: rows[0].height is a number.'],
    ['big', 'big is too large: it has more than 100000 parts.'],
    ['odd.x', 'odd does not let itself be read.'],
    ['gone', 'gone is a tensor that was disposed'],
    ['nowhere', 'No cell defines nowhere.'],
    ['other', 'other has no value yet: the cell "two", which defines it, has not run.'],
    ['globalThis', 'No cell defines globalThis.'],
    ['__proto__', 'No cell defines __proto__.'],
    ['rows[0].constructor', 'rows[0].constructor is not there.'],
    ['rows[f()]', "'rows[f()]' is not the path of a value"],
    ['', "'' is not the path of a value"],
  ])('says what is wrong with %s', async (path, message) => {
    const { kernel, run } = openLesson({ one: source, two: 'const other = 1;' });
    await run('one');
    await expect(kernel.read(path)).rejects.toThrow(message);
  });

  test('says that nothing has run, or that the cell did not come so far', async () => {
    const { kernel, run } = openLesson({ one: 'throw new Error("x");\nconst a = 1;' });
    await expect(kernel.read('a')).rejects.toThrow('no cell of this page has run');
    await run('one');
    await expect(kernel.read('a')).rejects.toThrow('a has no value: the cell "one" did not come to the line');
  });

  test('waits for the run under way, and goes with the kernel', async () => {
    const { kernel } = openLesson({ one: 'let a = 1;\nawait pause(100);\na = 2;' });
    const run = kernel.run('one');
    expect(await kernel.read('a')).toBe(2);
    await run;
    const late = kernel.read('a');
    kernel.dispose();
    await expect(late).rejects.toThrow();
  });
});
