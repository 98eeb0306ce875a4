import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, numbers, on } from './harness.ts';

const tolerance = 1e-4;
/** Numbers near 1 that cancel out leave their rounding, whatever is left of them. */
const least = 1e-2;
const size = (max: number, min = 1) => fc.integer({ min, max });

/** wasm gives what cpu gives for each case. */
async function agree<T>(cases: fc.Arbitrary<T>, make: (drawn: T) => tf.Tensor, runs = 60): Promise<void> {
  await fc.assert(
    fc.asyncProperty(cases, async (drawn) => {
      const [wasm, cpu] = [await on('wasm', () => make(drawn)), await on('cpu', () => make(drawn))];
      expect(difference(wasm, cpu, least)).toBeLessThanOrEqual(tolerance);
      expect(wasm.dtype).toBe(cpu.dtype);
    }),
    { numRuns: runs, endOnFailure: true },
  );
}

const pad = fc.oneof(
  fc.constantFrom('same' as const, 'valid' as const),
  fc.integer({ min: 0, max: 2 }),
  fc.tuple(size(2, 0), size(2, 0), size(2, 0), size(2, 0)).map(
    ([t, b, l, r]) =>
      [
        [0, 0],
        [t, b],
        [l, r],
        [0, 0],
      ] as [[number, number], [number, number], [number, number], [number, number]],
  ),
);

const convolution = fc
  .record({
    batch: size(3),
    height: size(9),
    width: size(9),
    channels: size(4),
    filters: size(5),
    filter: fc.tuple(size(4), size(4)),
    strides: fc.tuple(size(3), size(3)),
    pad,
    seed: size(1000),
  })
  .filter((c) => outputs(c, [1, 1]));

/** At least one output pixel. */
function outputs(
  c: { height: number; width: number; filter: [number, number]; strides: [number, number]; pad: unknown },
  dilations: [number, number],
): boolean {
  const [height, width] = c.filter.map((k, i) => (k - 1) * dilations[i]! + 1) as [number, number];
  const both = Array.isArray(c.pad)
    ? (c.pad.slice(1, 3) as [number, number][]).map(([a, b]) => a + b)
    : typeof c.pad === 'number'
      ? [2 * c.pad, 2 * c.pad]
      : c.pad === 'same'
        ? [height, width]
        : [0, 0];
  // tfjs reckons with the height of the filter for both when the padding is a number.
  const across = typeof c.pad === 'number' ? Math.max(width, height) : width;
  return c.height + both[0]! >= height && c.width + both[1]! >= across;
}

test('the gradients of conv2d are those of cpu', async () => {
  await agree(convolution, (c) => {
    const x = numbers([c.batch, c.height, c.width, c.channels], c.seed) as tf.Tensor4D;
    const w = numbers([...c.filter, c.channels, c.filters], c.seed + 1) as tf.Tensor4D;
    const loss = (a: tf.Tensor, b: tf.Tensor) => {
      const y = tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, c.strides, c.pad);
      return tf.sum(tf.mul(y, numbers(y.shape, c.seed + 2)));
    };
    const [dx, dw] = tf.grads(loss)([x, w]);
    return tf.concat([tf.reshape(dx!, [-1]), tf.reshape(dw!, [-1])]);
  });
});

test('conv2d with dilations is that of cpu', async () => {
  const dilated = fc
    .tuple(convolution, fc.tuple(size(3), size(3)))
    .map(([c, dilations]) => ({ ...c, strides: [1, 1] as [number, number], dilations }))
    .filter((c) => outputs(c, c.dilations));
  await agree(
    dilated,
    (c) => {
      const x = numbers([c.batch, c.height, c.width, c.channels], c.seed) as tf.Tensor4D;
      const w = numbers([...c.filter, c.channels, c.filters], c.seed + 1) as tf.Tensor4D;
      return tf.conv2d(x, w, 1, c.pad, 'NHWC', c.dilations);
    },
    40,
  );
});

/** tfjs itself takes a filter that is not square for one as wide as high when the padding is a number. */
const sound = convolution
  .map((c) =>
    typeof c.pad === 'number'
      ? {
          ...c,
          filter: [c.filter[0], c.filter[0]] as [number, number],
          strides: [c.strides[0], c.strides[0]] as [number, number],
        }
      : c,
  )
  .filter((c) => outputs(c, [1, 1]));

/** cpu takes padded pooling by one pixel for no pooling at all. */
const poolsOnCpu = (c: { filter: [number, number]; pad: unknown }): boolean =>
  c.filter.join() !== '1,1' || c.pad === 'valid' || c.pad === 'same';

test('pooling is that of cpu', async () => {
  // cpu takes padded pooling by one pixel for no pooling at all.
  const pooling = convolution.filter(
    (c) => c.filter.join() !== '1,1' || c.pad === 'valid' || c.pad === 'same',
  );
  await agree(fc.tuple(pooling, fc.constantFrom('max' as const, 'avg' as const)), ([c, type]) => {
    const x = numbers([c.batch, c.height, c.width, c.channels], c.seed) as tf.Tensor4D;
    const pool = type === 'max' ? tf.maxPool : tf.avgPool;
    return pool(x, c.filter, c.strides, c.pad);
  });
});

test('pooling and its gradients are those of cpu', async () => {
  await agree(
    fc.tuple(sound.filter(poolsOnCpu), fc.constantFrom('max' as const, 'avg' as const)),
    ([c, type]) => {
      const x = numbers([c.batch, c.height, c.width, c.channels], c.seed) as tf.Tensor4D;
      const pooled = (a: tf.Tensor) =>
        type === 'max'
          ? tf.maxPool(a as tf.Tensor4D, c.filter, c.strides, c.pad)
          : tf.avgPool(a as tf.Tensor4D, c.filter, c.strides, c.pad);
      const dx = tf.grad((a: tf.Tensor) => tf.sum(tf.square(pooled(a))))(x);
      return tf.concat([tf.reshape(pooled(x), [-1]), tf.reshape(dx, [-1])]);
    },
  );
});

test('the gradients of depthwise conv2d are those of cpu', async () => {
  await agree(convolution, (c) => {
    const multiplier = 1 + (c.filters % 3);
    const x = numbers([c.batch, c.height, c.width, c.channels], c.seed) as tf.Tensor4D;
    const w = numbers([...c.filter, c.channels, multiplier], c.seed + 1) as tf.Tensor4D;
    const loss = (a: tf.Tensor, b: tf.Tensor) => {
      const y = tf.depthwiseConv2d(a as tf.Tensor4D, b as tf.Tensor4D, c.strides, c.pad);
      return tf.sum(tf.mul(y, numbers(y.shape, c.seed + 2)));
    };
    const [dx, dw] = tf.grads(loss)([x, w]);
    return tf.concat([tf.reshape(dx!, [-1]), tf.reshape(dw!, [-1])]);
  });
});

test('depthwise gradients with dilations are those of the same filter with zeros between', async () => {
  await fc.assert(
    fc.asyncProperty(size(3), size(2), size(1000), async (rate, multiplier, seed) => {
      const x = () => numbers([2, 9, 8, 3], seed);
      const dy = () => numbers([2, 9 - 2 * rate, 8 - rate, 3 * multiplier], seed + 1);
      const gradient = (filterShape: number[], dilations: number) =>
        tf
          .engine()
          .runKernel<tf.Tensor>(
            'DepthwiseConv2dNativeBackpropFilter',
            { x: x(), dy: dy() },
            { strides: 1, pad: 'valid', dilations, filterShape },
          );
      const spread = [2 * rate + 1, rate + 1, 3, multiplier];
      const dilated = await on('wasm', () => gradient([3, 2, 3, multiplier], rate));
      const zeros = await on('cpu', () =>
        tf.stridedSlice(gradient(spread, 1), [0, 0, 0, 0], spread, [rate, rate, 1, 1]),
      );
      expect(difference(dilated, zeros)).toBeLessThanOrEqual(tolerance);
    }),
    { numRuns: 12 },
  );
});

test('the sum by segments and the gradient of gather are those of cpu', async () => {
  const rows = fc.record({ rows: size(20), segments: size(7), width: size(5), seed: size(1000) });
  await agree(rows, (c) => {
    const ids = tf.tensor1d(
      Array.from({ length: c.rows }, (_, i) => (i * 7 + c.seed) % c.segments),
      'int32',
    );
    const sums = tf.unsortedSegmentSum(numbers([c.rows, c.width], c.seed), ids, c.segments);
    const pick = (table: tf.Tensor) => tf.sum(tf.square(tf.gather(table, ids)));
    return tf.concat([sums, tf.grad(pick)(numbers([c.segments, c.width], c.seed))]);
  });
});

test('einsum is that of cpu', async () => {
  const equations = [
    'ij,jk->ik',
    'ij,kj->ik',
    'bij,bjk->bik',
    'bhid,bhjd->bhij',
    'bthd,bshd->bhts',
    'i,j->ij',
    'ij,ij->',
    'ij,ij->i',
    'ij->ji',
    'ij->j',
    'ij->',
    'ijk,kj->i',
    'bij,j->bi',
    'ij,k->k',
  ];
  const cases = fc.record({
    equation: fc.constantFrom(...equations),
    sizes: fc.array(size(5), { minLength: 26, maxLength: 26 }),
    seed: size(1000),
  });
  await agree(cases, ({ equation, sizes, seed }) => {
    const terms = equation.split('->')[0]!.split(',');
    const shape = (term: string) => Array.from(term, (letter) => sizes[letter.charCodeAt(0) - 97]!);
    return tf.einsum(equation, ...terms.map((term, i) => numbers(shape(term), seed + i)));
  });
});

const product = fc.record({
  a: size(4),
  b: size(4),
  m: size(40),
  k: size(70),
  n: size(40),
  transposeA: fc.boolean(),
  transposeB: fc.boolean(),
  seed: size(1000),
});

test('products of matrices, transposed, stacked and repeated, are those of cpu', async () => {
  await agree(product, (c) => {
    const stack = c.a === c.b ? [c.a] : c.seed % 2 ? [1] : [c.a];
    const other = c.a === c.b ? [c.b] : c.seed % 2 ? [c.b] : [1];
    const a = numbers([...stack, ...(c.transposeA ? [c.k, c.m] : [c.m, c.k])], c.seed);
    const b = numbers([...other, ...(c.transposeB ? [c.n, c.k] : [c.k, c.n])], c.seed + 1);
    return tf.matMul(a, b, c.transposeA, c.transposeB);
  });
});

test('products with bias and activation are those of cpu', async () => {
  const activation = fc.constantFrom('linear', 'relu', 'relu6', 'sigmoid', 'elu', 'prelu', 'leakyrelu');
  await agree(fc.tuple(product, activation, size(3)), ([c, kind, of]) => {
    const stack = c.a > 2 ? [c.a] : [];
    const a = numbers([...stack, ...(c.transposeA ? [c.k, c.m] : [c.m, c.k])], c.seed);
    const b = numbers([...stack, ...(c.transposeB ? [c.n, c.k] : [c.k, c.n])], c.seed + 1);
    const bias = numbers(of === 1 ? [c.n] : of === 2 ? [1] : [c.m, c.n], c.seed + 2);
    return tf.fused.matMul({
      a,
      b,
      transposeA: c.transposeA,
      transposeB: c.transposeB,
      bias,
      activation: kind,
      leakyreluAlpha: 0.2,
      ...(kind === 'prelu' ? { preluActivationWeights: numbers([c.n], c.seed + 3) } : {}),
    });
  });
});

test('a tensor that was multiplied under one shape is right under another', async () => {
  const both = () => {
    const w = numbers([6, 4], 1);
    const first = tf.matMul(numbers([3, 6], 2), w);
    const second = tf.matMul(numbers([3, 4], 3), tf.reshape(w, [4, 6]));
    return tf.concat([tf.reshape(first, [-1]), tf.reshape(second, [-1])]);
  };
  expect(difference(await on('wasm', both), await on('cpu', both))).toBeLessThanOrEqual(tolerance);
});

describe.each(['wasm', 'cpu'] as const)('matrices that do not fit are refused on %s', (name) => {
  const a = () => tf.zeros([2, 3]);
  const wrong: [string, () => tf.Tensor][] = [
    ['plain', () => tf.matMul(a(), tf.zeros([4, 5]))],
    ['transposed', () => tf.matMul(a(), tf.zeros([3, 5]), true)],
    ['stacks', () => tf.matMul(tf.zeros([2, 2, 3]), tf.zeros([2, 4, 5]))],
    ['fused', () => tf.fused.matMul({ a: a(), b: tf.zeros<tf.Rank.R2>([4, 5]), bias: tf.zeros([5]) })],
    ['fused with relu', () => tf.fused.matMul({ a: a(), b: tf.zeros([4, 5]), activation: 'relu' })],
  ];
  test.each(wrong)('%s', async (_, make) => {
    await expect(on(name, make)).rejects.toThrow(/inner shapes/i);
  });
});

test('integers multiply exactly', async () => {
  const make = () =>
    tf.matMul(tf.tensor2d([[16777217, 3]], [1, 2], 'int32'), tf.tensor2d([[1], [2]], [2, 1], 'int32'));
  expect((await on('wasm', make)).values).toEqual([16777223]);
});

test('no completion leaves tensors or memory behind', async () => {
  const step = () =>
    tf.tidy(() => {
      const x = numbers([2, 6, 6, 3], 1) as tf.Tensor4D;
      const w = numbers([3, 3, 3, 4], 2) as tf.Tensor4D;
      const loss = (a: tf.Tensor, b: tf.Tensor) =>
        tf.sum(tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, 1, 'same'));
      tf.grads(loss)([x, w]);
      tf.einsum('bij,bkj->bik', numbers([2, 5, 6], 1), numbers([2, 4, 6], 2));
      tf.matMul(numbers([3, 20, 30], 1), numbers([3, 20, 30], 2), true, false);
      tf.fused.matMul({
        a: numbers([3, 4], 1),
        b: numbers([3, 5], 2),
        transposeA: true,
        bias: numbers([1], 1),
      });
      tf.unstack(tf.slice(numbers([4, 5], 1), [1, 1], [2, 3]));
    });
  await on('wasm', () => numbers([1], 1));
  step();
  const before = [tf.memory().numTensors, tf.backend().numDataIds()];
  step();
  expect([tf.memory().numTensors, tf.backend().numDataIds()]).toEqual(before);
});
