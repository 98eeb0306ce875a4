/**
 * The files in a zip, as learning platforms give a class's work out. Read from the list at its end (APPNOTE.TXT 6.3.10,
 * sections 4.3 and 4.5.3), which is right also where the heads of the files leave their sizes open; each file is unpacked
 * when it is asked for, and no further than it may be, whatever the zip says of its size.
 */
import { releaseBytes, TooLarge } from './packing.ts';

/** A zip of one class: files in it, bytes of its list, and bytes of all that is unpacked. */
export const most = { entries: 5_000, list: 4_000_000, unpacked: 1_000_000_000 } as const;

export interface ZipEntry {
  /** As the zip has it, with `/` between folders. */
  path: string;
  /** The file, or why it is not taken. Throws TooLarge where it holds more than `bytes`. */
  read(bytes: number): Promise<Uint8Array<ArrayBuffer> | { fault: string }>;
}

interface Listed {
  path: string;
  flags: number;
  method: number;
  size: number;
  at: number;
}

const damaged = { fault: 'The zip is damaged or was cut off: its list of files cannot be read.' };

/** @returns the files in the order of the zip, folders left out, or why it cannot be opened */
export async function openZip(zip: Blob): Promise<readonly ZipEntry[] | { fault: string }> {
  const end = await findEnd(zip);
  if (!end) return damaged;
  if (end.entries > most.entries || end.size > most.list)
    return { fault: `The zip holds more than ${most.entries} files: no class’s work does.` };
  const list = await bytesOf(zip, end.at, end.size);
  const listed = list && readList(list, end.entries);
  if (!listed) return damaged;
  const left = { bytes: most.unpacked };
  return listed
    .filter(({ path }) => !path.endsWith('/'))
    .map((entry) => ({ path: entry.path, read: (bytes) => readEntry(zip, entry, bytes, left) }));
}

/** Where the list stands: the record at the zip's end says it, or that of Zip64 before it. */
async function findEnd(zip: Blob): Promise<{ entries: number; size: number; at: number } | null> {
  const from = Math.max(0, zip.size - 22 - 65_535);
  const tail = view(await zip.slice(from).arrayBuffer());
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const end = {
      entries: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      at: tail.getUint32(at + 16, true),
    };
    const large = end.entries === 0xffff || end.size === 0xffffffff || end.at === 0xffffffff;
    return large ? await findLargeEnd(zip, tail, at - 20) : end;
  }
  return null;
}

async function findLargeEnd(zip: Blob, tail: DataView, locator: number) {
  if (locator < 0 || tail.getUint32(locator, true) !== 0x07064b50) return null;
  const record = await bytesOf(zip, long(tail, locator + 8), 56);
  if (record?.getUint32(0, true) !== 0x06064b50) return null;
  return { entries: long(record, 32), size: long(record, 40), at: long(record, 48) };
}

function readList(list: DataView, entries: number): Listed[] | null {
  const listed: Listed[] = [];
  let at = 0;
  while (listed.length < entries) {
    if (at + 46 > list.byteLength || list.getUint32(at, true) !== 0x02014b50) return null;
    const [name, extra, comment] = [28, 30, 32].map((place) => list.getUint16(at + place, true));
    const next = at + 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    if (next > list.byteLength) return null;
    listed.push(readListed(list, at, name ?? 0, extra ?? 0));
    at = next;
  }
  return listed;
}

function readListed(list: DataView, at: number, name: number, extra: number): Listed {
  const path = new Uint8Array(list.buffer, list.byteOffset + at + 46, name);
  const [packed, unpacked, place] = [20, 24, 42].map((field) => list.getUint32(at + field, true));
  const whole = 0xffffffff;
  let [size = 0, start = 0] = [packed, place];
  // Zip64 writes out, in this order, what does not fit.
  for (let field = at + 46 + name; field + 4 <= at + 46 + name + extra;) {
    const [kind, length] = [list.getUint16(field, true), list.getUint16(field + 2, true)];
    let value = field + 4;
    const take = (): number => {
      const found = value + 8 <= field + 4 + length ? long(list, value) : whole;
      value += 8;
      return found;
    };
    if (kind === 1 && value + length <= list.byteLength) {
      if (unpacked === whole) take();
      if (size === whole) size = take();
      if (start === whole) start = take();
    }
    field += 4 + length;
  }
  return {
    // What is no UTF-8 is some old code page: the letters that are lost are in names only.
    path: new TextDecoder().decode(path).replaceAll('\\', '/'),
    ...{ flags: list.getUint16(at + 8, true), method: list.getUint16(at + 10, true), size, at: start },
  };
}

async function readEntry(
  zip: Blob,
  { path, flags, method, size, at }: Listed,
  bytes: number,
  left: { bytes: number },
): Promise<Uint8Array<ArrayBuffer> | { fault: string }> {
  if (/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|\0/iu.test(path))
    return { fault: 'Its path in the zip leads out of the zip, as no learning platform writes it.' };
  if (flags & 1) return { fault: 'It is encrypted. Unpack the zip with its password, then bring the files.' };
  if (method !== 0 && method !== 8)
    return {
      fault: 'It is packed in a way that this page does not know. Unpack the zip, then bring the files.',
    };
  const head = await bytesOf(zip, at, 30);
  if (head?.getUint32(0, true) !== 0x04034b50) return damaged;
  const from = at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (from + size > zip.size) return damaged;
  const packed = zip.slice(from, from + size);
  const allowed = Math.min(bytes, left.bytes);
  if (method === 0 && size > allowed) throw new TooLarge('It holds more than it may.');
  const found = new Uint8Array(
    method === 0 ? await packed.arrayBuffer() : await releaseBytes(packed, 'deflate-raw', allowed),
  );
  left.bytes -= found.length;
  return found;
}

async function bytesOf(zip: Blob, at: number, size: number): Promise<DataView | null> {
  if (!(at >= 0 && size >= 0 && at + size <= zip.size)) return null;
  return view(await zip.slice(at, at + size).arrayBuffer());
}

const view = (buffer: ArrayBuffer): DataView => new DataView(buffer);

/** 64 bits; a zip has no such sizes, and what is not exact is refused as lying outside it. */
const long = (of: DataView, at: number): number => Number(of.getBigUint64(at, true));
