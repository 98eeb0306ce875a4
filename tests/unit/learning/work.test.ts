import fc from 'fast-check';
import { expect, test } from 'vitest';
import { join, toWork, type Draft, type Work } from '../../../src/learning/work.ts';

const draft = (parts: Partial<Draft> = {}): Draft => ({
  typed: true,
  source: 'mine',
  base: 'b',
  inputs: [],
  at: 2,
  writer: 'here',
  seen: 0,
  others: [],
  ...parts,
});
const stored = (parts: Partial<Work> = {}): Work => ({
  format: 1,
  source: 'theirs',
  base: 'b',
  inputs: [],
  at: 1,
  revision: 1,
  writer: 'there',
  others: [],
  ...parts,
});

test('what another page wrote unseen is kept beside this text', () => {
  const written = join(draft(), stored());
  expect(written.source).toBe('mine');
  expect(written.revision).toBe(2);
  expect(written.others.map((version) => version.source)).toEqual(['theirs']);
});

test('what this page has seen is replaced without a version', () => {
  expect(join(draft({ seen: 1 }), stored()).others).toEqual([]);
  expect(join(draft(), stored({ writer: 'here' })).others).toEqual([]);
});

test('the same text on both sides is no conflict', () => {
  expect(join(draft(), stored({ source: 'mine' })).others).toEqual([]);
});

test('a page that goes on typing leaves one version, its last', () => {
  const first = join(draft(), stored({ source: 'thei' }));
  const second = join(
    draft({ seen: 1, others: first.others }),
    stored({ source: 'theirs', at: 3, revision: 9 }),
  );
  expect(second.others.map((version) => version.source)).toEqual(['theirs']);
});

test('a page that only entered values leaves the text that another page wrote', () => {
  const written = join(draft({ typed: false, source: null, inputs: [{ name: 'η', value: 0.1 }] }), stored());
  expect(written).toMatchObject({ source: 'theirs', inputs: [{ name: 'η', value: 0.1 }], others: [] });
});

test('at most eight versions are kept, the newest', () => {
  const others = Array.from({ length: 8 }, (_, i) => ({ writer: `w${i}`, source: `s${i}`, at: i }));
  const written = join(draft({ others }), stored({ at: 99 }));
  expect(written.others).toHaveLength(8);
  expect(written.others[0]?.source).toBe('theirs');
  expect(written.others.some((version) => version.source === 's0')).toBe(false);
});

test('what is joined can be read back', () => {
  expect(toWork(join(draft(), stored()))).not.toBeNull();
});

test('records that are not ours are refused, whatever they are', () => {
  const damaged: unknown[] = [
    null,
    'text',
    42,
    [],
    {},
    { ...stored(), source: 7 },
    { ...stored(), format: 2 },
    { ...stored(), at: new Date(NaN) },
    { ...stored(), source: 'x'.repeat(10_000_000) },
    { ...stored(), extra: true },
    { ...stored(), others: 'none' },
  ];
  for (const raw of damaged) expect(toWork(raw)).toBeNull();
  fc.assert(fc.property(fc.anything(), (raw) => toWork(raw) === null));
});

test('__proto__ in a record pollutes nothing and is refused', () => {
  const raw: unknown = JSON.parse(`{"__proto__": {"polluted": 1}, ${JSON.stringify(stored()).slice(1)}`);
  expect(toWork(raw)).toBeNull();
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
