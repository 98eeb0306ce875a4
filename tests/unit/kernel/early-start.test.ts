import { describe, expect, test } from 'vitest';
import { createEarlyStart } from '../../../src/kernel/early-start.ts';
import type { BackendName } from '../../../src/kernel/backend-names.ts';
import type { HostOptions } from '../../../src/kernel/frame.ts';

function page(chosen: BackendName | null = null, online = () => true) {
  const seen = { spawned: 0, ended: 0, fetched: [] as string[] };
  let fail: HostOptions['onFailure'] = () => undefined;
  const early = createEarlyStart({
    chosen,
    probes: {},
    host({ onFailure }: HostOptions) {
      fail = onFailure;
      return {
        prepare: () => undefined,
        spawn() {
          seen.spawned += 1;
          return Promise.resolve(new MessageChannel().port1);
        },
        end: () => void (seen.ended += 1),
        dispose: () => undefined,
      };
    },
    fetchAsset(name) {
      seen.fetched.push(name);
      return online() ? Promise.resolve(new ArrayBuffer(1)) : Promise.reject(new Error('Failed to fetch'));
    },
    chooseBackends: () => Promise.resolve(['wasm', 'cpu']),
  });
  return { early, seen, fail: (message: string) => fail(message) };
}

describe('a worker begun early', () => {
  test('is begun once, and taken once', async () => {
    const { early, seen } = page();
    await Promise.all([early.begin(), early.begin()]);
    expect(seen.spawned).toBe(1);
    expect(await early.take(null)).toBeInstanceOf(MessagePort);
    expect(early.take(null)).toBeUndefined();
    await early.begin();
    expect(seen.spawned).toBe(1);
  });

  test('fetches each thing once, warmed or not', async () => {
    const { early, seen } = page();
    early.warm();
    await early.begin();
    expect(seen.fetched.toSorted()).toEqual(['backend-wasm.js', 'kernel.js', 'tfjs-backend-wasm-simd.wasm']);
  });

  test('is ended when the reader has chosen another back end since', async () => {
    const { early, seen } = page('wasm');
    await early.begin();
    expect(early.take('cpu')).toBeUndefined();
    expect(seen.ended).toBe(1);
  });

  test('that could not be fetched is begun anew at the next click, and never handed over', async () => {
    let online = false;
    const { early, seen } = page(null, () => online);
    await early.begin();
    expect(seen.spawned).toBe(0);
    online = true;
    await early.begin();
    expect(seen.spawned).toBe(1);
    expect(await early.take(null)).toBeInstanceOf(MessagePort);

    const off = page(null, () => false);
    await off.early.begin();
    expect(off.early.take(null)).toBeUndefined();
  });

  test('that failed before anyone listened is not handed over', async () => {
    const { early, fail } = page();
    await early.begin();
    fail('no such script');
    const told: string[] = [];
    early.host({ trust: 'own', onFailure: (message) => told.push(message) });
    expect(early.take(null)).toBeUndefined();
    fail('again');
    expect(told).toEqual(['again']);
  });
});
