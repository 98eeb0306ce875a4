import { describe, expect, test } from 'vitest';
import type { CheckJob } from '../../../src/kernel/check/check.ts';
import { learnerReply } from '../../../src/kernel/check/check-protocol.ts';
import type { LearnerReply } from '../../../src/kernel/check/check-protocol.ts';
import { createWire } from '../../../src/kernel/check/line.ts';
import { needTensors } from '../../../src/kernel/check/needs-tensors.ts';
import { createResults } from '../../../src/kernel/check/results.ts';
import { compile } from '../../../src/language/compile.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

function compiled(source: string) {
  const result = compile(source);
  if (!result.ok) throw new Error(result.fault.message);
  return result.cell;
}

describe('tensors are needed', () => {
  const job = (code: string, check = '1', others: Record<string, string> = {}, given = ''): CheckJob => ({
    lesson: 'test',
    seed: 1,
    cell: 'work',
    cells: [
      ...Object.entries(others).map(([id, source]) => ({
        id,
        title: id,
        source,
        compiled: compiled(source),
      })),
      { id: 'work', title: 'work', source: code, compiled: null },
    ],
    check: compiled(check),
    given: given === '' ? [] : [{ id: 'given', title: 'given', source: given, compiled: compiled(given) }],
  });

  test.each([
    ['by nobody', job('const f = 1;', '1', { far: 'const far = tf.ones([1]);' }), [false, false]],
    ['by the text', job('const f = tf.ones([1]);'), [true, false]],
    [
      'by a cell that a cell it needs needs',
      job('const f = near;', '1', { far: 'const far = tf.ones([1]);', near: 'const near = far;' }),
      [true, false],
    ],
    [
      'by a type alone, which no longer stands in a compiled cell',
      job('a', '1', { a: 'const a = (x: tf.Tensor) => x;' }),
      [false, false],
    ],
    ['by an argument', job('const f = 1;', 'work.tensor([1])'), [true, false]],
    ['by the check', job('const f = 1;', 'tf.ones([1])'), [false, true]],
  ])('%s', (_, asked, [learner, examiner]) => {
    expect(needTensors(asked)).toEqual({ learner, examiner });
  });
});

describe('results', () => {
  test('are told in order, and only of the test under way', () => {
    const results = createResults('work');
    results.name(['a', 'b', 'c']);
    results.end({ type: 'tested', test: 1, status: 'passed' });
    results.begin(0);
    results.end({ type: 'tested', test: 1, status: 'passed' });
    results.end({ type: 'tested', test: 0, status: 'passed' });
    results.begin(1);
    results.breakOff('no end');
    expect(results.report().results).toEqual([
      { name: 'a', status: 'passed' },
      { name: 'b', status: 'failed', message: 'no end' },
      { name: 'c', status: 'not reached' },
    ]);
  });

  test('name the line of the learner, not that of another cell', () => {
    const results = createResults('work');
    results.name(['a']);
    results.begin(0);
    const error = {
      name: 'RangeError',
      message: 'far',
      places: [
        { cell: 'data', line: 9, column: 1 },
        { cell: 'work', line: 2, column: 1 },
      ],
    };
    results.end({ type: 'tested', test: 0, status: 'failed', message: 'far', error });
    expect(results.report().results[0]).toEqual({
      name: 'a',
      status: 'failed',
      message: 'RangeError: far (line 2)',
      error,
    });
  });

  test.each([
    ['higher', 0.9, 'passed'],
    ['higher', 0.8, 'failed'],
    ['lower', 0.9, 'passed'],
    ['lower', 1, 'failed'],
  ] as const)('a score that should be %s than 0.9 and is %d', (better, value, status) => {
    const results = createResults('work');
    results.score({ name: 's', value, goal: 0.9, better });
    expect(results.report().results.map((each) => each.status)).toEqual([status]);
  });
});

describe('the page end of a worker', () => {
  const open = () => {
    const { port1, port2 } = new MessageChannel();
    const asked: string[] = [];
    const wire = createWire<object, LearnerReply>(learnerReply, (name) => void asked.push(name));
    wire.attach(port1);
    const told: (LearnerReply | string)[] = [];
    const say = async (...replies: unknown[]) => {
      for (const reply of replies) port2.postMessage(reply);
      await turn();
    };
    const listen = () =>
      wire.listen(
        (reply) => told.push(reply),
        (message) => told.push(message),
      );
    return { wire, asked, told, say, listen, close: () => port1.close() };
  };

  test('tells what came early, and drops what is none of its messages', async () => {
    const { told, say, listen, asked, close } = open();
    await say(
      { type: 'ran' },
      'x',
      null,
      { type: 'tested', test: 0, status: 'passed' },
      { type: 'ran', more: 1 },
    );
    listen();
    await say(
      { type: 'need', name: 'language.js' },
      { type: 'need', name: 'language.js' },
      { type: 'running' },
    );
    expect(told).toEqual([{ type: 'ran' }, { type: 'running' }]);
    expect(asked).toEqual(['language.js']);
    close();
  });

  test('ends one that floods, once', async () => {
    const { told, say, listen, wire } = open();
    listen();
    await say(...Array<object>(20_005).fill({ type: 'nothing' }));
    expect(told).toEqual(['It sent more messages than a check needs.']);
    await expect(wire.prepared).rejects.toThrow('more messages');
  });
});
