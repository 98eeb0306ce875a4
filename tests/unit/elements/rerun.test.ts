import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRerun } from '../../../src/elements/session/rerun.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A runner whose runs end when told to. */
function runner(): { run: (cell: string) => Promise<void>; started: string[]; end: () => void } {
  const started: string[] = [];
  let end = (): void => undefined;
  return {
    started,
    end: () => end(),
    run: (cell) => {
      started.push(cell);
      return new Promise((resolve) => (end = resolve));
    },
  };
}

test('values that follow each other quickly make one run', async () => {
  const { run, started } = runner();
  const rerun = createRerun(run, 60);
  for (let i = 0; i < 5; i += 1) {
    rerun.ask('a');
    await vi.advanceTimersByTimeAsync(30);
  }
  expect(started).toEqual([]);
  await vi.advanceTimersByTimeAsync(60);
  expect(started).toEqual(['a']);
});

test('a value that comes during a run gets a run of its own, after it', async () => {
  const { run, started, end } = runner();
  const rerun = createRerun(run, 10, 400);
  rerun.ask('a');
  await vi.advanceTimersByTimeAsync(10);
  rerun.ask('a');
  await vi.advanceTimersByTimeAsync(100);
  expect(started).toEqual(['a']);
  end();
  await vi.advanceTimersByTimeAsync(100);
  expect(started).toEqual(['a', 'a']);
});

test('a run that does not end is displaced', async () => {
  const { run, started } = runner();
  const rerun = createRerun(run, 10, 400);
  rerun.ask('a');
  await vi.advanceTimersByTimeAsync(10);
  rerun.ask('a');
  await vi.advanceTimersByTimeAsync(500);
  expect(started).toEqual(['a', 'a']);
});

test('several cells each get their run', async () => {
  const { run, started, end } = runner();
  const rerun = createRerun(run, 10);
  rerun.ask('a');
  rerun.ask('b');
  await vi.advanceTimersByTimeAsync(10);
  end();
  await vi.advanceTimersByTimeAsync(50);
  expect(started).toEqual(['a', 'b']);
});
