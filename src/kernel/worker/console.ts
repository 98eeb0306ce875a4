import type { levels, Output } from '../protocol.ts';
import { inspectAll } from './inspect.ts';

type Level = (typeof levels)[number];

export interface ConsoleHost {
  /** `null` where no cell has run yet. */
  put(output: Output): void;
  table(rows: readonly object[], columns: string[] | undefined): void;
  now(): number;
}

/** The console of cells: lines go to the cell that writes them, and nowhere else. */
export function createConsole({ put, table, now }: ConsoleHost): object {
  const timers = new Map<string, number>();
  const counts = new Map<string, number>();
  const line =
    (level: Level) =>
    (...values: unknown[]): void =>
      put({ kind: 'text', level, values: inspectAll(values) });
  const log = line('log');
  const warn = line('warn');
  const none = (): void => undefined;

  function time(label: string, last: boolean): void {
    const start = timers.get(label);
    if (start === undefined) return warn(`No timer "${label}" is running.`);
    log(`${label}: ${(now() - start).toFixed(2)} ms`);
    if (last) timers.delete(label);
  }

  return Object.freeze({
    log,
    info: line('info'),
    warn,
    error: line('error'),
    debug: line('debug'),
    dir: log,
    dirxml: log,
    trace: log,
    group: log,
    groupCollapsed: log,
    groupEnd: none,
    clear: none,
    assert: (held: unknown, ...values: unknown[]) => {
      if (held !== true && !held) line('error')('Assertion failed', ...values);
    },
    table: (rows: unknown, columns?: string[]) => {
      if (Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null))
        table(rows as object[], columns);
      else log(rows);
    },
    time: (label: unknown = 'default') => void timers.set(String(label), now()),
    timeLog: (label: unknown = 'default') => time(String(label), false),
    timeEnd: (label: unknown = 'default') => time(String(label), true),
    count: (label: unknown = 'default') => {
      const key = String(label);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      log(`${key}: ${counts.get(key) ?? 0}`);
    },
    countReset: (label: unknown = 'default') => void counts.delete(String(label)),
  });
}
