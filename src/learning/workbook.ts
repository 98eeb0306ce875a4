/**
 * The reader's work in one lesson. Holds what stands now, writes it a moment after the last change, and goes on in
 * memory, saying so, when the browser keeps nothing. Knows no page and no kernel.
 */
import { hash } from './hash.ts';
import { describeFault, full, isFull } from './storage-faults.ts';
import { createMemoryStore, type WorkStore } from './store.ts';
import { within } from './timeout.ts';
import { toWork, type Draft, type Entered, type Version, type Work } from './work.ts';

export interface WorkbookOptions {
  lesson: string;
  /** Opens the place where work is kept; may reject, and may never answer. */
  open(): Promise<WorkStore>;
  /** Names this page among several that have the lesson open. */
  writer: string;
  onEvent(event: WorkbookEvent): void;
  now?(): number;
  /** Milliseconds after the last change until it is written. */
  delay?: number;
  /** Milliseconds after which a store counts as dead. */
  patience?: number;
}

export type WorkbookEvent =
  /** Nothing is kept beyond this page. Comes once for each reason. */
  | { type: 'unsaved'; reason: string }
  /** Writing works again. */
  | { type: 'saved' }
  /** Another page wrote this cell meanwhile; its text is kept beside this one's. */
  | { type: 'conflict'; cell: string; others: Version[] };

/** What was kept of a cell. */
export interface Saved {
  source: string | null;
  inputs: Entered[];
  base: string;
  others: Version[];
}

export interface Workbook {
  /** What is kept for this lesson, by cell. Never rejects; records that cannot be read are set aside and left out. */
  restore(): Promise<Map<string, Saved>>;
  /** `source` is `null` where the text is the lesson's own; `original` is the lesson's own text. */
  keep(cell: string, source: string | null, original: string): void;
  enter(cell: string, name: string, value: Entered['value']): void;
  /** Takes away a cell's inputs. */
  clearInputs(cell: string): void;
  /** The reader has seen the other versions and made a choice. */
  settle(cell: string): void;
  /** Writes now what has changed. Never rejects. */
  flush(): Promise<void>;
  /** Everything that this page holds, to be put into a file. */
  contents(): { cell: string; source: string | null; inputs: Entered[] }[];
}

export function createWorkbook(options: WorkbookOptions): Workbook {
  const { lesson, writer, onEvent, now = Date.now, delay = 500, patience = 2_000 } = options;
  const drafts = new Map<string, Draft>();
  const dirty = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let opened: Promise<WorkStore> | undefined;
  let unsaved: string | null = null;
  let writing: Promise<void> = Promise.resolve();

  function store(): Promise<WorkStore> {
    opened ??= within(patience, 'Storage', Promise.resolve().then(options.open)).catch((error: unknown) => {
      warn(error);
      return createMemoryStore();
    });
    return opened;
  }

  function warn(error: unknown): void {
    const reason = describeFault(error);
    if (unsaved === reason) return;
    unsaved = reason;
    onEvent({ type: 'unsaved', reason });
  }

  function draft(cell: string): Draft {
    let found = drafts.get(cell);
    if (!found) {
      found = { typed: false, source: null, base: '', inputs: [], at: 0, writer, seen: 0, others: [] };
      drafts.set(cell, found);
    }
    return found;
  }

  function change(cell: string, parts: Partial<Draft>): void {
    drafts.set(cell, { ...draft(cell), ...parts, at: now() });
    dirty.add(cell);
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delay);
  }

  async function restore(): Promise<Map<string, Saved>> {
    const saved = new Map<string, Saved>();
    const place = await store();
    const records = await within(patience, 'Storage', place.read(lesson)).catch((error: unknown) => {
      warn(error);
      return new Map<string, unknown>();
    });
    for (const [cell, raw] of records) {
      const work = toWork(raw);
      if (!work) await place.setAside(lesson, cell).catch(warn);
      else saved.set(cell, take(cell, work));
    }
    return saved;
  }

  /** What the reader has typed before this arrived stands; what was kept then counts as another version. */
  function take(cell: string, work: Work): Saved {
    if (!dirty.has(cell)) drafts.set(cell, { ...toDraft(work), writer, seen: work.revision });
    return { source: work.source, inputs: work.inputs, base: work.base, others: work.others };
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    if (dirty.size === 0) return writing;
    writing = writing.then(writeAll);
    return writing;
  }

  async function writeAll(): Promise<void> {
    const place = await store();
    for (const cell of [...dirty]) {
      dirty.delete(cell);
      const sent = draft(cell);
      try {
        settleWritten(cell, sent, await within(patience, 'Storage', place.write(lesson, cell, sent)));
      } catch (error) {
        // Kept for the next attempt: space may have been made by then.
        dirty.add(cell);
        warn(error);
        if (!isFull(error)) opened = Promise.resolve(createMemoryStore());
        return;
      }
    }
    if (unsaved === full) {
      unsaved = null;
      onEvent({ type: 'saved' });
    }
  }

  function settleWritten(cell: string, sent: Draft, written: Work): void {
    const known = new Set(sent.others.map((version) => version.source));
    const fresh = written.others.some((version) => !known.has(version.source));
    drafts.set(cell, { ...draft(cell), seen: written.revision, others: written.others });
    if (fresh) onEvent({ type: 'conflict', cell, others: written.others });
  }

  return {
    restore,
    keep: (cell, source, original) => change(cell, { typed: true, source, base: hash(original) }),
    enter: (cell, name, value) =>
      change(cell, {
        inputs: [...draft(cell).inputs.filter((input) => input.name !== name), { name, value }].slice(-100),
      }),
    clearInputs: (cell) => change(cell, { inputs: [] }),
    settle: (cell) => change(cell, { others: [] }),
    flush,
    contents: () => [...drafts].map(([cell, { source, inputs }]) => ({ cell, source, inputs })),
  };
}

const toDraft = ({ source, base, inputs, at, others }: Work): Omit<Draft, 'writer' | 'seen'> => ({
  typed: false,
  source,
  base,
  inputs,
  at,
  others,
});
