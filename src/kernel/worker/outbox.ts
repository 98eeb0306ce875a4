/**
 * Gathers what cells put out and posts at most one message a frame, however fast they write. Keeps to the bounds of the
 * protocol; what they leave out is counted.
 */
import { limits, type Output, type Points, type Update, type Value } from '../protocol.ts';
import { concatPoints } from './points.ts';
import { refuseMalformed } from './refuse.ts';

/** Milliseconds between two messages. */
const frame = 16;
/** Characters of text that one run of a cell may print in all. */
const charactersLimit = 2_000_000;
const updatesLimit = 2_000;

/** Where one run of a cell puts its outputs. */
export interface Sink {
  readonly run: number;
  readonly cell: string;
  /** Throws when the output is malformed. Fills a slot that is new, or `slot` anew. Returns the slot, or `null` where a bound left the output out. */
  put(output: Output, slot?: number): number | null;
  append(slot: number, points: Points): void;
}

export interface Outbox {
  open(run: number, cell: string): Sink;
  /** Posts what waits, now. */
  flush(): void;
}

export interface OutboxOptions {
  post(run: number, updates: Update[], dropped: number): void;
  now(): number;
  later(callback: () => void, ms: number): void;
}

interface Batch {
  updates: Map<string, Update>;
  dropped: number;
  changed: boolean;
}

export function createOutbox({ post, now, later }: OutboxOptions): Outbox {
  const batches = new Map<number, Batch>();
  let last = -Infinity;
  let scheduled = false;

  function flush(): void {
    last = now();
    for (const [run, batch] of batches) {
      if (!batch.changed) continue;
      const updates = [...batch.updates.values()];
      batches.set(run, { updates: new Map(), dropped: batch.dropped, changed: false });
      post(run, updates, batch.dropped);
    }
  }

  /** A cell that never yields is shown as well: then the writing itself posts. */
  function touch(batch: Batch): void {
    batch.changed = true;
    if (now() - last >= frame || batch.updates.size >= updatesLimit) return flush();
    if (scheduled) return;
    scheduled = true;
    later(() => {
      scheduled = false;
      flush();
    }, frame);
  }

  function batchOf(run: number): Batch {
    for (const old of batches.keys()) if (old < run - 50) batches.delete(old);
    const batch = batches.get(run) ?? { updates: new Map(), dropped: 0, changed: false };
    batches.set(run, batch);
    return batch;
  }

  function open(run: number, cell: string): Sink {
    const used = { slots: 0, lines: 0, outputs: 0, characters: 0 };
    const lengths = new Map<number, number>();

    /** Whether a new output still fits. */
    function admit(output: Output): boolean {
      const isLine = output.kind === 'text';
      if (isLine ? used.lines >= limits.lines : used.outputs >= limits.outputs) return false;
      used.characters += charactersOf(output);
      if (used.characters > charactersLimit) return false;
      used[isLine ? 'lines' : 'outputs'] += 1;
      return true;
    }

    function drop(batch: Batch): null {
      batch.dropped += 1;
      if (batch.dropped === 1 || batch.dropped % 1024 === 0) touch(batch);
      else batch.changed = true;
      return null;
    }

    return {
      run,
      cell,
      put(output, slot) {
        refuseMalformed(output);
        const batch = batchOf(run);
        if (slot === undefined && !admit(output)) return drop(batch);
        const at = slot ?? used.slots++;
        batch.updates.set(`${cell}/${at}`, { cell, slot: at, output });
        // The first line of a cell goes out at once: what follows may never yield.
        if (at === 0 && output.kind === 'text') last = -Infinity;
        touch(batch);
        return at;
      },
      append(slot, points) {
        const batch = batchOf(run);
        const length = (lengths.get(slot) ?? 0) + points.x.length;
        if (length > limits.numbers) return void drop(batch);
        lengths.set(slot, length);
        const key = `${cell}/${slot}+`;
        const waiting = batch.updates.get(key);
        const all = waiting && 'append' in waiting ? concatPoints(waiting.append, points) : points;
        batch.updates.set(key, { cell, slot, append: all });
        touch(batch);
      },
    };
  }

  return { open, flush };
}

function charactersOf(output: Output): number {
  if (output.kind === 'text') return output.values.reduce((sum, value) => sum + sizeOf(value), 0);
  return output.kind === 'value' ? sizeOf(output.value) : 0;
}

function sizeOf({ text, entries = [] }: Value): number {
  return entries.reduce((sum, { key, value }) => sum + key.length + sizeOf(value), text.length);
}
