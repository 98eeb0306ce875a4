import { describe, expect, test } from 'vitest';
import { limits, type Output, type Update } from '../../../src/kernel/protocol.ts';
import { createOutbox } from '../../../src/kernel/worker/outbox.ts';

function outbox() {
  const posted: { run: number; updates: Update[]; dropped: number }[] = [];
  const clock = { now: 0, later: [] as (() => void)[] };
  const box = createOutbox({
    post: (run, updates, dropped) => posted.push({ run, updates, dropped }),
    now: () => clock.now,
    later: (callback) => clock.later.push(callback),
  });
  return { box, posted, clock };
}

const line = (text: string): Output => ({ kind: 'text', level: 'log', values: [{ type: 'string', text }] });
const numbers = (...values: number[]) => Float64Array.from(values);

describe('outbox', () => {
  test('posts the first line at once and then one message a frame', () => {
    const { box, posted, clock } = outbox();
    const sink = box.open(1, 'a');
    for (let i = 0; i < 10; i++) sink.put(line(String(i)));
    expect(posted).toHaveLength(1);
    clock.now = 16;
    clock.later.shift()?.();
    expect(posted).toHaveLength(2);
    expect(posted[1]?.updates).toHaveLength(9);
  });

  test('a cell that never yields still posts', () => {
    const { box, posted, clock } = outbox();
    const sink = box.open(1, 'a');
    for (let i = 0; i < 100; i++) {
      clock.now += 4;
      sink.put(line('x'));
    }
    expect(posted.length).toBeGreaterThan(20);
    expect(posted.length).toBeLessThan(30);
  });

  test('counts what its bounds leave out', () => {
    const { box, posted } = outbox();
    const sink = box.open(1, 'a');
    for (let i = 0; i < limits.lines + 7; i++) sink.put(line('x'));
    box.flush();
    expect(posted.at(-1)?.dropped).toBe(7);
    expect(posted.flatMap(({ updates }) => updates)).toHaveLength(limits.lines);
  });

  test('bounds the characters of a run', () => {
    const { box, posted } = outbox();
    const sink = box.open(1, 'a');
    for (let i = 0; i < 150; i++) sink.put(line('x'.repeat(limits.text)));
    box.flush();
    expect(posted.at(-1)?.dropped).toBe(50);
  });

  test('joins points of a series and posts a slot that is filled anew once', () => {
    const { box, posted } = outbox();
    const sink = box.open(1, 'a');
    sink.put(line('first'));
    const slot = sink.put({ kind: 'notice', text: 'a' });
    sink.put({ kind: 'notice', text: 'b' }, slot ?? undefined);
    sink.append(5, { x: numbers(1), ys: [numbers(10)] });
    sink.append(5, { x: numbers(2), ys: [numbers(20)] });
    box.flush();
    expect(posted.at(-1)?.updates).toEqual([
      { cell: 'a', slot: 1, output: { kind: 'notice', text: 'b' } },
      { cell: 'a', slot: 5, append: { x: numbers(1, 2), ys: [numbers(10, 20)] } },
    ]);
  });
});
