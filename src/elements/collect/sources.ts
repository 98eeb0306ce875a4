/** Files as they come: chosen, dropped, in folders, in zips. One after another, so that a class's work is never all in memory. */
import { openZip } from '../../teaching/unzip.ts';

/** `others`: nothing, but it was brought together with other files. */
export type Inside = 'folder' | 'zip' | 'others' | null;

export interface Source {
  /** With its folders. */
  path: string;
  /** What it came in. */
  inside: Inside;
  file: Blob;
}

/** Files of one drop that are looked at, and folders in folders. */
const most = { files: 5_000, depth: 12 } as const;

/** What systems leave in folders by themselves. */
const leftover = /(?:^|\/)(?:\.(?!\.?(?:\/|$))[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:\/|$)/iu;

export function fromList(files: Iterable<File>): Source[] {
  const all = [...files];
  const loose = all.length > 1 ? 'others' : null;
  return all.map((file) => {
    const path = file.webkitRelativePath || file.name;
    return { path, inside: path.includes('/') ? 'folder' : loose, file };
  });
}

/** To be called while the drop is told: later the browser keeps nothing of it. */
export function fromDrop(data: DataTransfer): AsyncIterable<Source> | Source[] {
  const entries = [...data.items].flatMap((item) =>
    item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : [],
  );
  return entries.length > 0 ? walk(entries) : fromList(data.files);
}

async function* walk(entries: readonly FileSystemEntry[], path = '', depth = 0): AsyncGenerator<Source> {
  let count = 0;
  const loose = entries.length > 1 ? 'others' : null;
  for (const entry of entries) {
    const name = path === '' ? entry.name : `${path}/${entry.name}`;
    if (leftover.test(name)) continue;
    if (isFolder(entry)) {
      if (depth < most.depth) yield* walk(await list(entry), name, depth + 1);
    } else if (isFile(entry)) {
      if ((count += 1) > most.files) return;
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(
        () => new File([], entry.name),
      );
      yield { path: name, inside: path === '' ? loose : 'folder', file };
    }
  }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

async function list(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    // A browser gives a folder out by the hundred.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    ).catch(() => []);
    if (some.length === 0 || found.length > most.files) return found;
    found.push(...some);
  }
}

export type Opened = Source | { path: string; fault: string };

/** The files of a zip. A zip in it is a fault, and so is whatever is larger than `bytes`. */
export async function* fromZip({ path, file }: Source, bytes: number): AsyncGenerator<Opened> {
  const entries = await openZip(file);
  if ('fault' in entries) {
    yield { path, fault: entries.fault };
    return;
  }
  for (const entry of entries) {
    if (leftover.test(entry.path)) continue;
    try {
      const read = await entry.read(bytes);
      if ('fault' in read) yield { path: entry.path, fault: read.fault };
      else yield { path: entry.path, inside: 'zip', file: new Blob([read]) };
    } catch {
      yield {
        path: entry.path,
        fault: 'It cannot be unpacked from the zip: it is damaged, or larger than any submission.',
      };
    }
  }
}
