import { beforeEach, expect, test } from 'vitest';
import { createChecker } from '../../../src/editor/checker/client.ts';
import type { Checker, CheckerPort } from '../../../src/editor/checker/client.ts';
import type { FromChecker, ToChecker } from '../../../src/editor/checker/protocol.ts';

const place = { cell: 'a', cells: [{ id: 'a', source: 'x' }] };
let sent: ToChecker[];
let receive: (message: FromChecker) => void;
let break_: () => void;
let checker: Checker;

beforeEach(() => {
  sent = [];
  const listeners = new Map<string, (event: MessageEvent<FromChecker>) => void>();
  const port: CheckerPort = {
    postMessage: (message) => void sent.push(message),
    addEventListener: (type: string, listener: (event: MessageEvent<FromChecker>) => void) =>
      void listeners.set(type, listener),
  };
  receive = (data) => listeners.get('message')?.({ data } as MessageEvent<FromChecker>);
  break_ = () => listeners.get('error')?.({} as MessageEvent<FromChecker>);
  checker = createChecker(port, '/data/types.json');
});

test('names the types first, then asks', () => {
  void checker.ask('problems', place);
  expect(sent).toEqual([
    { type: 'types', url: '/data/types.json' },
    { type: 'ask', id: 0, topic: 'problems', takes: place },
  ]);
});

test('gives each question its own answer, whatever their order', async () => {
  const first = checker.ask('documentation', { ...place, at: 1 });
  const second = checker.ask('problems', place);
  receive({ type: 'answer', id: 1, answer: [] });
  receive({ type: 'answer', id: 0, answer: null });
  expect(await second).toEqual([]);
  expect(await first).toBeNull();
});

test('a question that fails has no answer, and the next is asked all the same', async () => {
  const failing = checker.ask('problems', place);
  receive({ type: 'failed', id: 0, message: 'Debug Failure' });
  expect(await failing).toBeNull();
  void checker.ask('problems', place);
  expect(sent).toHaveLength(3);
});

test.each(['worker', 'types'])('without its %s nothing is answered, and nothing waits', async (missing) => {
  const waiting = checker.ask('problems', place);
  if (missing === 'worker') break_();
  else receive({ type: 'types', loaded: false });
  expect(await waiting).toBeNull();
  expect(await checker.ask('problems', place)).toBeNull();
  expect(sent).toHaveLength(2);
});
