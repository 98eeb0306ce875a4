/**
 * A bare worker: the same tfjs modules as the kernel's, nothing else. Answers `first` with a tensor's text and
 * `steps` with the median milliseconds of one training step.
 */
import * as core from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import * as layers from '@tensorflow/tfjs-layers';
import { backend } from './accept.ts';

interface Scope {
  onmessage: (event: MessageEvent<Question>) => void;
  postMessage(message: unknown): void;
}

export type Question = { type: 'first' } | { type: 'model'; code: string } | { type: 'steps'; count: number };

const self_ = globalThis as unknown as Scope;
const tf = { ...core, ...layers };
const read = async (name: string): Promise<ArrayBuffer> => (await fetch(name)).arrayBuffer();
const ready = backend.then((arrived) => arrived.start(read));
let step: (() => Promise<number>) | undefined;

self_.onmessage = ({ data }) => {
  void answer(data).then((result) => self_.postMessage(result));
};

async function answer(question: Question): Promise<unknown> {
  await ready;
  if (question.type === 'first') return String(await tf.tensor1d([1, 2, 3]).square().data());
  if (question.type === 'model') return void (step = await build(question.code));
  if (!step) throw new Error('Ask for a model first.');
  return time(step, question.count);
}

async function build(code: string): Promise<() => Promise<number>> {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const module = (await import(url)) as { default(given: typeof tf): () => Promise<number> };
  return module.default(tf);
}

async function time(run: () => Promise<number>, count: number): Promise<number> {
  const started = performance.now();
  for (let index = 0; index < count; index += 1) await run();
  return (performance.now() - started) / count;
}
