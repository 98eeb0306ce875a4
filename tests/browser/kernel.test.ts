import { afterEach, describe, expect, test } from 'vitest';
import { disposeAll, openLesson } from './kernel-lesson.ts';

afterEach(disposeAll);

const value = (text: string) => expect.objectContaining({ text }) as unknown;

describe('a cell', () => {
  test('runs and shows its last expression', async () => {
    const lesson = openLesson({ one: 'const a = 2;\na + 3' });
    const ran = await lesson.run('one');
    expect(ran.state).toBe('done');
    expect(ran.outputs).toEqual([{ kind: 'value', value: { type: 'number', text: '5' } }]);
  });

  test('shows a tensor with its numbers, on wasm', async () => {
    const lesson = openLesson({ one: 'tf.tensor([1, 2, 3]).mul(2)' }, { backend: 'wasm' });
    const { outputs } = await lesson.run('one');
    expect(outputs[0]).toMatchObject({ kind: 'tensor', shape: [3], min: 2, max: 6, mean: 4 });
    expect(lesson.events).toContainEqual({ type: 'backend', backend: 'wasm', refused: [] });
  });
});
