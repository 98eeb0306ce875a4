import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Backend } from '../../../src/kernel/backends/backend.ts';
import { receiveBackends, registerBackend } from '../../../src/kernel/backends/backend.ts';
import { probe } from '../../../src/kernel/backends/probe.ts';
import { compute, selfTest } from '../../../src/kernel/backends/self-test.ts';
import { startFirst } from '../../../src/kernel/backends/start-first.ts';
import { use, withPlain } from './harness.ts';
import { readAsset } from './harness.ts';

async function expected() {
  await use('cpu');
  return compute();
}

/** A back end that is already there, under a name to be tried. */
const present = (name: 'cpu' | 'wasm' | 'webgpu', start = () => use(name)): Backend => ({
  name,
  start,
  onLost: () => undefined,
});

test.each(['wasm', 'webgpu'] as const)('%s passes the self-test', async (name) => {
  const values = await expected();
  await use(name);
  expect(await selfTest(values)).toEqual([]);
});

test('the self-test leaves nothing behind and is quick on wasm', async () => {
  const values = await expected();
  await use('wasm');
  await selfTest(values);
  const before = tf.memory().numTensors;
  const start = performance.now();
  await selfTest(values);
  expect(performance.now() - start).toBeLessThan(100);
  expect(tf.memory().numTensors).toBe(before);
});

test('the self-test names what a broken kernel gets wrong', async () => {
  const values = await expected();
  const wrong = await withPlain('wasm', async () => {
    const { kernelFunc } = tf.getKernel('Tanh', 'wasm');
    tf.unregisterKernel('Tanh', 'wasm');
    tf.registerKernel({
      kernelName: 'Tanh',
      backendName: 'wasm',
      kernelFunc: (call) => tf.getKernel('Sigmoid', 'wasm').kernelFunc(call),
    });
    try {
      await tf.setBackend('wasm');
      return await selfTest(values);
    } finally {
      tf.unregisterKernel('Tanh', 'wasm');
      tf.registerKernel({ kernelName: 'Tanh', backendName: 'wasm', kernelFunc });
    }
  });
  expect(wrong).toEqual(['a gradient']);
});

test('the probe measures and leaves nothing behind', async () => {
  await use('wasm');
  const before = tf.memory().numTensors;
  const wasm = await probe();
  expect(wasm).toBeGreaterThan(0);
  expect(tf.memory().numTensors).toBe(before);
  await use('cpu');
  expect(await probe()).toBeGreaterThan(wasm);
});

test('NaN fails the self-test, and so does a site built without answers', async () => {
  const values = await expected();
  expect(await selfTest({ ...values, 'a softmax': values['a softmax']!.map(() => NaN) })).toEqual([
    'a softmax',
  ]);
  expect((await selfTest({})).length).toBe(Object.keys(values).length);
});

test('the first back end that starts is taken, and why the others were not', async () => {
  const values = await expected();
  const broken = present('webgpu', () => Promise.reject(new Error('No adapter.')));
  const { backend, refused } = await startFirst(['webgpu', 'wasm', 'cpu'], {
    load: (name) => Promise.resolve(name === 'webgpu' ? broken : present(name as 'wasm')),
    read: readAsset,
    expected: values,
    onLost: () => undefined,
  });
  expect(backend.name).toBe('wasm');
  expect(refused).toEqual([{ backend: 'webgpu', reason: 'No adapter.' }]);
});

test('when none starts every reason is told', async () => {
  const none = startFirst(['webgl', 'cpu'], {
    load: (name) => Promise.reject(new Error(`no ${name}`)),
    read: readAsset,
    expected: {},
    onLost: () => undefined,
  });
  await expect(none).rejects.toThrow('webgl: no webgl; cpu: no cpu');
});

test('a script reaches whoever listens, and nobody afterwards', () => {
  const heard: string[] = [];
  const stop = receiveBackends(({ name }) => heard.push(name));
  registerBackend(present('cpu'));
  stop();
  expect(heard).toEqual(['cpu']);
  expect(() => registerBackend(present('cpu'))).toThrow('Nobody is waiting');
});
