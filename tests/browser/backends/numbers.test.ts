/** Numbers that tfjs 4.22 gets wrong. Each case is right on our back end and wrong on tfjs's own. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { difference, numbers, on, onPlain, use } from './harness.ts';

type Make = () => tf.Tensor;

/** On a GPU even where tfjs would compute a few numbers on the processor. */
const uploaded = (values: number[]): tf.Tensor1D => tf.mul(tf.tensor1d(values), 1);

async function isRight(name: 'wasm' | 'webgpu', make: Make): Promise<void> {
  const right = await on('cpu', make);
  expect(difference(await on(name, make), right)).toBeLessThanOrEqual(1e-4);
  const plain = await onPlain(name, make).catch(() => null);
  expect(plain === null || difference(plain, right) > 1e-4, 'tfjs itself is right').toBe(true);
}

describe('webgpu', () => {
  beforeAll(async () => {
    await use('webgpu');
    tf.env().set('WEBGPU_CPU_FORWARD', false);
  });

  /** The shader made for the first length is taken for the second. */
  const twice =
    (make: (x: tf.Tensor) => tf.Tensor): Make =>
    () => {
      make(numbers([4], 1));
      return make(tf.add(numbers([7], 2), 2));
    };
  const cumulative: [string, (x: tf.Tensor) => tf.Tensor][] = [
    ['cumsum from the end', (x) => tf.cumsum(x, 0, false, true)],
    ['exclusive cumsum from the end', (x) => tf.cumsum(x, 0, true, true)],
    ['cumprod from the end', (x) => tf.cumprod(x, 0, false, true)],
    ['exclusive cumprod from the end', (x) => tf.cumprod(x, 0, true, true)],
    ['the gradient of cumsum', (x) => tf.grad((a: tf.Tensor) => tf.sum(tf.square(tf.cumsum(a))))(x)],
    ['the gradient of prod', (x) => tf.grad((a: tf.Tensor) => tf.prod(a))(x)],
  ];
  test.each(cumulative)('%s', (_, make) => isRight('webgpu', twice(make)));

  test('cumsum from the end along any axis', async () => {
    for (const axis of [0, 1, 2]) {
      const make = () => tf.cumsum(numbers([2, 3, 4], 1), axis, true, true);
      expect(difference(await on('webgpu', make), await on('cpu', make))).toBeLessThanOrEqual(1e-4);
    }
  });

  const rows = Array.from({ length: 60 }, (_, i) => (i * 7) % 4);
  test('bincount by row', () =>
    isRight('webgpu', () =>
      tf.denseBincount(tf.tensor2d(rows, [3, 20], 'int32'), tf.tensor2d([], [0, 0]), 3),
    ));

  test('bincount with whole weights', () =>
    isRight('webgpu', () => tf.bincount(tf.tensor1d(rows, 'int32'), tf.tensor1d(rows, 'int32'), 5)));

  test.each([[true], [false]])('bincount by row, weighted, binary: %s', async (binary) => {
    const make = () =>
      tf.denseBincount(
        tf.tensor2d(
          [
            [0, 1, 1],
            [2, 2, 0],
          ],
          [2, 3],
          'int32',
        ),
        tf.tensor2d([
          [1, 2, 3],
          [4, 5, 6],
        ]),
        4,
        binary,
      );
    expect((await on('webgpu', make)).values).toEqual((await on('cpu', make)).values);
  });

  const unary: [string, (x: tf.Tensor) => tf.Tensor][] = [
    ['log', tf.log],
    ['sigmoid', tf.sigmoid],
    ['softmax', (x) => tf.softmax(x)],
    ['acosh', tf.acosh],
    ['asinh', tf.asinh],
    ['atanh', tf.atanh],
    ['exp', tf.exp],
    ['expm1', tf.expm1],
    ['cosh', tf.cosh],
    ['sinh', tf.sinh],
    ['elu', tf.elu],
    ['selu', tf.selu],
    ['relu6', tf.relu6],
    ['softplus', tf.softplus],
  ];
  test.each(unary)('%s keeps NaN', (_, op) => isRight('webgpu', () => op(uploaded([NaN, 0.5, 1, 2, NaN]))));

  test.each(['sigmoid', 'relu6', 'elu'] as const)('a product with %s keeps NaN', (activation) =>
    isRight('webgpu', () =>
      tf.fused.matMul({ a: tf.reshape(uploaded([NaN, -1, 2]), [3, 1]), b: tf.ones([1, 1]), activation }),
    ),
  );

  test('the logarithm at and beyond the end of its domain', () =>
    isRight('webgpu', () => tf.concat([tf.log(uploaded([0, -0, -1])), tf.log1p(uploaded([-1, -2, -100]))])));

  test('gather tells of an index out of range that the cell itself wrote', async () => {
    await use('webgpu');
    expect(() => tf.gather(tf.ones([4, 2]), tf.tensor1d([1, 4], 'int32'))).toThrow(
      /index 4 is not in \[0, 3\]/,
    );
    expect(
      (await onPlain('webgpu', () => tf.gather(tf.ones([4, 2]), tf.tensor1d([1, 4], 'int32')))).values,
    ).toEqual([1, 1, 0, 0]);
  });

  test('gather tells later of an index out of range that is on the GPU', async () => {
    await use('webgpu');
    const heard = new Promise<string>((resolve) => {
      const listen = (event: PromiseRejectionEvent): void => {
        event.preventDefault();
        event.stopImmediatePropagation();
        window.removeEventListener('unhandledrejection', listen, { capture: true });
        resolve(String(event.reason));
      };
      window.addEventListener('unhandledrejection', listen, { capture: true });
    });
    tf.tidy(() => {
      tf.gather(tf.ones([4, 2]), tf.cast(tf.add(uploaded([1, 8]), 1), 'int32'));
    });
    expect(await heard).toMatch(/index 9 is not in/);
  });
});

describe('wasm', () => {
  const cases: [string, Make][] = [
    ['clipByValue keeps NaN', () => tf.clipByValue(tf.tensor1d([NaN, -3, 0.5, 3]), -1, 1)],
    ['relu6 keeps NaN', () => tf.relu6(tf.tensor1d([NaN, -3, 0.5, 9]))],
    [
      'a product with relu keeps NaN',
      () => tf.fused.matMul({ a: tf.tensor2d([[NaN], [-1], [2]]), b: tf.ones([1, 1]), activation: 'relu' }),
    ],
    ['a cast to bool is 0 or 1', () => tf.cast(tf.tensor1d([0, 0.5, 2, 256, -1, NaN]), 'bool')],
    ['one-hot rows of floats', () => tf.oneHot(tf.tensor1d([2, 0, -1, 3], 'int32'), 3, 5, 0.5, 'float32')],
    [
      'max pooling with a filter of one pixel',
      () => tf.maxPool(numbers([1, 5, 5, 2], 1) as tf.Tensor4D, 1, 2, 1, 'floor'),
    ],
    [
      'average pooling with a filter of one pixel',
      () => tf.avgPool(tf.add<tf.Tensor4D>(numbers([1, 6, 6, 1], 1), 3), 1, 2, 1, 'floor'),
    ],
    [
      'a convolution whose filter is shorter than its stride',
      () =>
        tf.conv2d(
          numbers([1, 6, 6, 1], 1) as tf.Tensor4D,
          numbers([1, 2, 1, 1], 2) as tf.Tensor4D,
          2,
          'same',
        ),
    ],
    [
      'weights used under two shapes',
      () => {
        const w = numbers([6, 4], 1);
        tf.matMul(numbers([3, 6], 2), w);
        return tf.matMul(numbers([3, 4], 3), tf.reshape(w, [4, 6]));
      },
    ],
  ];
  test.each(cases)('%s', (_, make) => isRight('wasm', make));

  test('a slice beyond the end is refused', async () => {
    const make = () => tf.slice2d(tf.ones([3, 3]), [1, 0], [3, 3]);
    await expect(on('cpu', make)).rejects.toThrow();
    await expect(on('wasm', make)).rejects.toThrow();
    await expect(onPlain('wasm', make)).resolves.toBeDefined();
  });

  test('what is missing says so', async () => {
    const make = () => tf.real(tf.fft(tf.complex([1, 2], [0, 0])));
    await expect(on('wasm', make)).rejects.toThrow('is not available on wasm; choose cpu or webgl.');
    await expect(onPlain('wasm', make)).rejects.toThrow("Kernel 'Complex' not registered");
  });
});

describe('cpu', () => {
  const repeat = (align: boolean) => () =>
    tf.grad((x: tf.Tensor) => {
      const large = tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [7, 5], align);
      return tf.sum(tf.square(tf.mul(large, numbers([2, 7, 5, 3], 2))));
    })(numbers([2, 3, 4, 3], 1));

  test.each([[false], [true]])('the gradient of repeated pixels, corners aligned: %s', async (align) => {
    const [cpu, wasm] = [await on('cpu', repeat(align)), await on('wasm', repeat(align))];
    expect(difference(cpu, wasm)).toBeLessThanOrEqual(1e-4);
    expect(difference(await onPlain('cpu', repeat(align)), wasm)).toBeGreaterThan(1e-2);
  });

  test.each(['cpu', 'wasm', 'webgpu'] as const)(
    'einsum keeps an operand without a summed letter on %s',
    async (name) => {
      const make = () =>
        tf.einsum(
          'ij,k->k',
          tf.tensor2d([
            [1, 2],
            [3, 4],
          ]),
          tf.tensor1d([5, 6]),
        );
      expect((await on(name, make)).values).toEqual([50, 60]);
    },
  );

  test('tfjs itself forgets that operand', async () => {
    const make = () =>
      tf.einsum(
        'ij,k->k',
        tf.tensor2d([
          [1, 2],
          [3, 4],
        ]),
        tf.tensor1d([5, 6]),
      );
    expect((await onPlain('cpu', make)).values).not.toEqual([50, 60]);
  });
});
