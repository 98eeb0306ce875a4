import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duration, statusWords } from '../../../src/elements/cell/status.ts';
import { tokens } from '../../../src/elements/cell/tokens.ts';
import { backendOf, seedOf } from '../../../src/elements/session/query.ts';
import { reasons } from '../../../src/elements/backend/words.ts';

const progress = {
  kind: 'progress' as const,
  label: 'step',
  step: 32,
  steps: 50,
  elapsed: 10,
  left: null,
  values: [],
  tensors: 0,
  ended: false,
};

test('the bar says in words what the state is', () => {
  expect(statusWords({ state: 'running' })).toBe('running…');
  expect(statusWords({ state: 'running', progress })).toBe('step 32 of 50');
  expect(statusWords({ state: 'stopped', progress })).toBe('stopped at step 32 of 50');
  expect(statusWords({ state: 'queued', waitsFor: 'Fifty steps' })).toBe('waits for “Fifty steps”');
  expect(statusWords({ state: 'done', ms: 412 })).toBe('done in 0.4 s');
  expect(statusWords({ state: 'stale' })).toBe('out of date: run again');
});

test('durations have as many digits as mean something', () => {
  expect([0, 7.4, 96, 1_250, 61_000].map(duration)).toEqual(['1 ms', '7 ms', '0.1 s', '1.3 s', '1 min 1 s']);
});

test('the reader’s text is coloured without losing a character', () => {
  const glue = (text: string): string => [...tokens(text)].map((token) => token.text).join('');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => glue(text) === text));
  const code = "for (const x of 'a\\'b') f(`t${1}`, x => true); // end";
  expect(glue(code)).toBe(code);
  expect(
    [...tokens(code)].filter(({ kind }) => kind !== 'plain').map(({ kind, text }) => `${kind} ${text}`),
  ).toEqual([
    'keyword for',
    'keyword const',
    'number x',
    'keyword of',
    "string 'a\\'b'",
    'call f',
    'string `t${1}`',
    'operator =>',
    'number true',
    'comment // end',
  ]);
});

test('the address chooses back end and seed, and nothing else passes', () => {
  expect(backendOf('?backend=wasm')).toBe('wasm');
  for (const search of ['', '?backend=', '?backend=toString', '?backend=WASM'])
    expect(backendOf(search)).toBeNull();
  expect(seedOf('?seed=42')).toBe(42);
  for (const seed of ['', '-1', '1e3', '0x10', '2147483648', '99999999999999999999', ' 1', '1.5'])
    expect(seedOf(`?seed=${seed}`)).toBeNull();
});

test('the page says which back end runs and why', () => {
  const facts = { backend: null, refused: [], asked: null, chosen: null, adapter: undefined, probes: {} };
  const text = (more: Partial<Parameters<typeof reasons>[0]>): string =>
    reasons({ ...facts, ...more }).join(' ');
  expect(text({})).toContain('Nothing runs yet');
  expect(text({ backend: 'wasm', adapter: { name: 'swiftshader', software: true } })).toMatch(
    /run on WASM.*plays a graphics card \(swiftshader\).*so WASM is taken/,
  );
  expect(text({ backend: 'wasm', refused: [{ backend: 'webgpu', reason: 'wrong numbers.' }] })).toContain(
    'WebGPU was not taken: wrong numbers.',
  );
  expect(text({ backend: 'wasm', chosen: 'cpu' })).toContain('CPU is taken with the next run');
});
