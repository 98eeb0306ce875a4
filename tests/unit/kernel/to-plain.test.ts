import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain, plainLimits } from '../../../src/kernel/plain.ts';
import { toPlain } from '../../../src/kernel/worker/to-plain.ts';

const convert = (value: unknown) => toPlain(value, 'v', null);

test('plain data stays as it is, in fresh objects, and the page takes it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), async (value) => {
      const converted = await convert(value);
      expect(converted).toEqual(value);
      expect(plain.safeParse(converted).success).toBe(true);
      if (typeof value === 'object' && value !== null) expect(converted).not.toBe(value);
    }),
  );
});

test.each([
  ['typed arrays', { x: new Float64Array([1, 2]) }, { x: [1, 2] }],
  [
    'own data of a class',
    new (class A {
      n = 1;
      get m() {
        return 2;
      }
    })(),
    { n: 1 },
  ],
  ['NaN and the infinities', [NaN, Infinity, -Infinity], [NaN, Infinity, -Infinity]],
])('%s', async (_, value, expected) => expect(await convert(value)).toEqual(expected));

const circle: unknown[] = [];
circle.push(circle);

const refused: [unknown, string][] = [
  [undefined, 'v is undefined.'],
  [{ a: [1, undefined] }, 'v.a[1] is undefined.'],
  [[() => 1], 'v[0] is a function, not data.'],
  [Symbol('x'), 'v is a symbol, not data.'],
  [1n, 'v is a bigint, not data.'],
  [Promise.resolve(1), 'v is a promise: an await is missing before it.'],
  [new Map(), 'v is a Map, not a list or an object of data.'],
  [new BigInt64Array(1), 'v is a BigInt64Array, not a list of numbers.'],
  [[1, , 2], 'v[1] is not there.'], // eslint-disable-line no-sparse-arrays -- the hole is meant
  [
    {
      get a() {
        return 1;
      },
    },
    'v.a is computed when it is asked for, so it cannot be read from here.',
  ],
  ['x'.repeat(plainLimits.text + 1), 'v is too large: a text of 20001 characters.'],
  [
    { ['k'.repeat(plainLimits.text + 1)]: 1 },
    `v.${'k'.repeat(60)} is too large: a text of 20001 characters.`,
  ],
  [Array(100).fill('x'.repeat(plainLimits.text)), 'v[50] is too large: a text of 20000 characters.'],
  [new Float32Array(plainLimits.parts + 1), 'v is too large: it has more than 100000 parts.'],
  [new Array(1e9), 'v is too large: it has more than 100000 parts.'],
  [circle, `v${'[0]'.repeat(13)} lies deeper than 12 lists in lists.`],
  [
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    ),
    'v does not let itself be read.',
  ],
];

test.each(refused.map(([, message], index) => [message.slice(0, 60), index] as const))(
  'refused: %s',
  async (_, index) => {
    const [value, message] = refused[index]!;
    await expect(convert(value)).rejects.toThrow(message);
  },
);

test('a value that is too large is refused by the page as well', () => {
  expect(plain.safeParse(Array(60).fill('x'.repeat(plainLimits.text))).success).toBe(false);
  expect(plain.safeParse(circle).success).toBe(false);
  expect(plain.safeParse(() => 1).success).toBe(false);
  expect(plain.safeParse(new Array(1e9)).success).toBe(false);
  expect(plain.safeParse(new Map([[1, 2]])).success).toBe(false);
  expect(plain.safeParse({ ['x'.repeat(plainLimits.text + 1)]: 1 }).success).toBe(false);
});
