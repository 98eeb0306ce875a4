import { describe, expect, test } from 'vitest';
import { createKernelWith } from '../../../src/kernel/create-kernel.ts';
import type { KernelEvent } from '../../../src/kernel/kernel.ts';
import { request, type AssetName, type Reply, type Request } from '../../../src/kernel/protocol.ts';

const compiled = { code: '', defines: [], needs: [], imports: [], map: [] };
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A page with a worker that this test plays. */
function page() {
  const asked: Request[] = [];
  const fetched: AssetName[] = [];
  const timers = new Map<number, { callback: () => void; ms: number }>();
  const events: KernelEvent[] = [];
  const hosts = { ended: 0, spawned: 0 };
  let worker: MessagePort | undefined;
  let timer = 0;
  const kernel = createKernelWith(
    {
      lesson: 'test',
      seed: 1,
      cells: ['a', 'b'].map((id) => ({ id, title: id, source: id, compiled })),
      backend: null,
      probes: {},
    },
    {
      trust: 'own',
      host: () => ({
        prepare: () => undefined,
        spawn() {
          const { port1, port2 } = new MessageChannel();
          worker = port2;
          hosts.spawned += 1;
          port2.onmessage = ({ data }: MessageEvent<unknown>) => asked.push(request.parse(data));
          return Promise.resolve(port1);
        },
        end: () => (hosts.ended += 1),
        dispose: () => undefined,
      }),
      fetchAsset(name) {
        fetched.push(name);
        return Promise.resolve(new ArrayBuffer(1));
      },
      chooseBackends: () => Promise.resolve(['wasm', 'cpu']),
      clock: {
        setTimeout(callback, ms) {
          timers.set(++timer, { callback, ms });
          return timer;
        },
        clearTimeout: (id: never) => timers.delete(id),
      },
    },
  );
  kernel.subscribe((event) => events.push(event));
  const say = async (...replies: (Reply | object | string)[]) => {
    for (const reply of replies) worker?.postMessage(reply);
    await turn();
  };
  const pass = (ms: number) => {
    for (const [id, timer] of timers)
      if (timer.ms <= ms) {
        timers.delete(id);
        timer.callback();
      }
  };
  return { kernel, asked, fetched, events, hosts, say, pass };
}

const ended = { ms: 1, tensors: 0 };

describe('the page end of the kernel', () => {
  test('fetches script, back end and binary at once when warm, and makes nothing', async () => {
    const { kernel, fetched, hosts } = page();
    kernel.warm();
    await turn();
    expect(fetched).toEqual(['kernel.js', 'tfjs-backend-wasm-simd.wasm', 'backend-wasm.js']);
    expect(hosts.spawned).toBe(0);
    void kernel.run('a');
    await turn();
    expect(fetched).toHaveLength(3);
    kernel.dispose();
  });

  test('posts all that a run takes in one go and tells states in order', async () => {
    const { kernel, asked, events, say } = page();
    const run = kernel.run('b');
    await turn();
    expect(asked.map(({ type }) => type)).toEqual(['start', 'boot', 'asset', 'run']);
    await say({ type: 'need', name: 'language.js' });
    expect(asked.slice(4)).toMatchObject([{ type: 'asset', name: 'language.js' }]);
    await say(
      { type: 'ready', backend: 'wasm', refused: [] },
      { type: 'plan', run: 1, cells: ['a', 'b'] },
      { type: 'started', run: 1, cell: 'a' },
      { type: 'ended', run: 1, cell: 'a', state: 'done', ...ended },
      { type: 'started', run: 1, cell: 'b' },
      { type: 'ended', run: 1, cell: 'b', state: 'done', ...ended },
      { type: 'done', run: 1 },
    );
    expect(await run).toBe('done');
    const states = events.flatMap((e) => (e.type === 'cell' ? [`${e.cell} ${e.state}`] : []));
    expect(states.filter((state, i) => state !== states[i - 1])).toEqual([
      ...['b starting', 'a queued', 'b queued', 'a running', 'a done', 'b running', 'b done'],
    ]);
    kernel.dispose();
  });

  test('drops what is malformed, unknown or of another run', async () => {
    const { kernel, events, say } = page();
    const run = kernel.run('a');
    await turn();
    await say({ type: 'started', run: 1, cell: 'a' });
    const before = events.length;
    const output = { kind: 'notice', text: 'x' };
    await say(
      'nonsense',
      { type: 'eval', code: '1' },
      { type: 'outputs', run: 9, updates: [{ cell: 'a', slot: 0, output }], dropped: 0 },
      { type: 'outputs', run: 1, updates: [{ cell: 'b', slot: 0, output }], dropped: 0 },
      {
        type: 'outputs',
        run: 1,
        updates: [{ cell: 'a', slot: 0, output: { kind: 'html', html: '<b>' } }],
        dropped: 0,
      },
      {
        type: 'outputs',
        run: 1,
        updates: [{ cell: 'a', slot: 0, output: { ...output, text: 'x'.repeat(30_000) } }],
        dropped: 0,
      },
      { type: 'done', run: 2 },
      { type: 'ended', run: 2, cell: 'a', state: 'done', ...ended },
    );
    expect(events).toHaveLength(before);
    await say({ type: 'outputs', run: 1, updates: [{ cell: 'a', slot: 0, output }], dropped: 0 });
    expect(events.at(-1)).toEqual({ type: 'output', cell: 'a', slot: 0, output });
    await say({ type: 'done', run: 1 });
    expect(await run).toBe('done');
    kernel.dispose();
  });

  test('removes a worker that does not stop within a second', async () => {
    const { kernel, asked, events, hosts, say, pass } = page();
    const run = kernel.run('a');
    await turn();
    await say({ type: 'started', run: 1, cell: 'a' });
    const stopping = kernel.stop();
    await turn();
    expect(asked.at(-1)).toEqual({ type: 'stop', run: 1 });
    pass(999);
    expect(hosts.ended).toBe(0);
    pass(1_000);
    await stopping;
    expect(await run).toBe('stopped');
    expect(hosts.ended).toBe(1);
    expect(events.map(({ type }) => type)).toContain('gone');
    kernel.dispose();
  });

  test('a run that nobody asked for by name leaves the one under way ten seconds; Stop does not', async () => {
    const { kernel, hosts, say, pass } = page();
    const run = kernel.run('a');
    await turn();
    await say({ type: 'started', run: 1, cell: 'a' });
    const next = kernel.run('b', true);
    await turn();
    pass(9_999);
    expect(hosts.ended).toBe(0);
    const stopping = kernel.stop();
    await turn();
    pass(1_000);
    await stopping;
    expect(await run).toBe('stopped');
    expect(hosts.ended).toBe(1);
    kernel.dispose();
    void next;
  });

  test('a second Stop does not shorten what a batch was given', async () => {
    const { kernel, hosts, say, pass } = page();
    void kernel.run('a');
    await turn();
    await say({ type: 'started', run: 1, cell: 'a' });
    void kernel.stop();
    await say({ type: 'stopping', run: 1 });
    void kernel.stop();
    await turn();
    pass(1_000);
    expect(hosts.ended).toBe(0);
    kernel.dispose();
  });

  test('waits longer for a worker that says it is in the middle of a batch', async () => {
    const { kernel, hosts, say, pass } = page();
    const run = kernel.run('a');
    await turn();
    await say({ type: 'started', run: 1, cell: 'a' });
    void kernel.stop();
    await say({ type: 'stopping', run: 1 });
    pass(1_000);
    expect(hosts.ended).toBe(0);
    await say({ type: 'stopped', run: 1 });
    expect(await run).toBe('stopped');
    kernel.dispose();
  });

  test('a lost device fails the run, and the next run starts anew; after two losses with another back end', async () => {
    const { kernel, asked, events, say } = page();
    for (let times = 1; times <= 2; times++) {
      const run = kernel.run('a');
      await turn();
      await say(
        { type: 'ready', backend: 'wasm', refused: [] },
        { type: 'started', run: times, cell: 'a' },
        { type: 'lost', backend: 'wasm', reason: 'gone' },
      );
      expect(await run).toBe('failed');
      expect(events.findLast((e) => e.type === 'cell' && e.error)).toMatchObject({
        error: { message: expect.stringContaining('graphics device') as unknown },
      });
    }
    void kernel.run('a');
    await turn();
    expect(asked.filter(({ type }) => type === 'start').map((e) => 'backends' in e && e.backends)).toEqual([
      ['wasm', 'cpu'],
      ['wasm', 'cpu'],
      ['cpu'],
    ]);
    kernel.dispose();
  });

  test('what was planned and not reached is as it was before', async () => {
    const { kernel, say } = page();
    const run = kernel.run('b');
    await turn();
    await say(
      { type: 'plan', run: 1, cells: ['a', 'b'] },
      { type: 'started', run: 1, cell: 'a' },
      { type: 'ended', run: 1, cell: 'a', state: 'failed', ...ended },
      { type: 'failed', run: 1, cell: 'a' },
    );
    expect(await run).toBe('failed');
    expect([kernel.state('a'), kernel.state('b')]).toEqual(['failed', 'idle']);
    kernel.dispose();
  });
});
