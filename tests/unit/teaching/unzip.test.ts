import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, test } from 'vitest';
import { TooLarge } from '../../../src/teaching/packing.ts';
import { most, openZip, type ZipEntry } from '../../../src/teaching/unzip.ts';

const zipped = (files: Zippable, level: 0 | 6 = 6): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(zipSync(files, { level }));
const open = async (bytes: Uint8Array<ArrayBuffer>): Promise<readonly ZipEntry[]> => {
  const entries = await openZip(new Blob([bytes]));
  if ('fault' in entries) throw new Error(entries.fault);
  return entries;
};
const read = async (entry: ZipEntry | undefined, bytes = 1_000): Promise<string> => {
  const found = await entry!.read(bytes);
  return 'fault' in found ? `fault: ${found.fault}` : new TextDecoder().decode(found);
};

test('files are read in their order, packed or not, folders left out', async () => {
  for (const level of [0, 6] as const) {
    const entries = await open(
      zipped(
        { 'Ada_1_assignsubmission_file_/': new Uint8Array(), 'a/ä.gz': strToU8('one'), b: strToU8('two') },
        level,
      ),
    );
    expect(entries.map(({ path }) => path)).toEqual(['a/ä.gz', 'b']);
    expect(await Promise.all(entries.map((entry) => read(entry)))).toEqual(['one', 'two']);
  }
});

test('a file that holds more than it may is not read further, whatever the zip says of its size', async () => {
  const bytes = zipped({ bomb: new Uint8Array(50_000_000) });
  expect(bytes.length).toBeLessThan(100_000);
  // The size that the list tells, made small.
  const lying = bytes.slice();
  const list = new DataView(lying.buffer).getUint32(lying.length - 6, true);
  new DataView(lying.buffer).setUint32(list + 24, 10, true);
  for (const zip of [bytes, lying]) {
    const [bomb] = await open(zip);
    await expect(bomb!.read(2_000_000)).rejects.toThrow(TooLarge);
  }
});

test('paths that lead out are refused by name, and the others are read', async () => {
  const entries = await open(
    zipped({ '../../x': strToU8('1'), '/y': strToU8('2'), 'c:/z': strToU8('3'), 'a..b/c': strToU8('4') }),
  );
  const texts = await Promise.all(entries.map((entry) => read(entry)));
  expect(texts.map((text) => text.slice(0, 5))).toEqual(['fault', 'fault', 'fault', '4']);
});

test('encrypted and strangely packed files are refused', async () => {
  const bytes = zipped({ a: strToU8('one'), b: strToU8('two') });
  const view = new DataView(bytes.buffer);
  const list = view.getUint32(bytes.length - 6, true);
  view.setUint16(list + 8, 1, true);
  const second = list + 46 + 1;
  view.setUint16(second + 10, 14, true);
  const [a, b] = await open(bytes);
  expect(await read(a)).toContain('encrypted');
  expect(await read(b)).toContain('Unpack the zip');
});

test('what is cut off, empty or no zip says so', async () => {
  const whole = zipped({ a: strToU8('one'), b: strToU8('two') });
  for (const bytes of [
    whole.slice(0, -10),
    new Uint8Array(),
    new Uint8Array(70_000),
    strToU8('PK\u0003\u0004'),
  ])
    expect(await openZip(new Blob([Uint8Array.from(bytes)]))).toEqual({
      fault: expect.stringContaining('damaged') as string,
    });
  // The list says more files than it has, and begins outside.
  for (const [at, value] of [
    [12, 9],
    [6, 0x7fffffff],
  ] as const) {
    const wrong = whole.slice();
    const view = new DataView(wrong.buffer);
    if (at === 12) view.setUint16(wrong.length - at, value, true);
    else view.setUint32(wrong.length - at, value, true);
    expect(await openZip(new Blob([wrong]))).toHaveProperty('fault');
  }
  expect(await open(zipped({}))).toEqual([]);
});

test('more files than a class has are refused', async () => {
  const many = Object.fromEntries(
    Array.from({ length: most.entries + 1 }, (_, i) => [`${i}`, new Uint8Array()]),
  );
  expect(await openZip(new Blob([zipped(many, 0)]))).toEqual({
    fault: expect.stringContaining('more than') as string,
  });
});

test('sizes that the list keeps in Zip64 are found', async () => {
  // As ZipStream writes it: the list's 32 bits are all ones, and an extra field has the 64.
  const plain = zipped({ a: strToU8('one') }, 0);
  const view = new DataView(plain.buffer);
  const list = view.getUint32(plain.length - 6, true);
  const extra = new Uint8Array(4 + 24);
  const field = new DataView(extra.buffer);
  field.setUint16(0, 1, true);
  field.setUint16(2, 24, true);
  field.setBigUint64(4, 3n, true);
  field.setBigUint64(12, 3n, true);
  field.setBigUint64(20, 0n, true);
  const head = plain.slice(0, list + 47);
  const made = new DataView(head.buffer);
  for (const place of [20, 24, 42]) made.setUint32(list + place, 0xffffffff, true);
  made.setUint16(list + 30, 28, true);
  const end = plain.slice(-22);
  new DataView(end.buffer).setUint32(12, 47 + 28, true);
  const [a] = await open(Uint8Array.from([...head, ...extra, ...end]));
  expect(await read(a)).toBe('one');
});
