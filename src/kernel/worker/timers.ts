import { natives } from './realm.ts';

/** Timers that know which run of a cell set them: what they print goes there, and a new run of the cell ends them. */
export interface Timers {
  /** Ends the timers that this owner set. */
  end(owner: object): void;
}

type Callback = (...rest: unknown[]) => unknown;

interface Context<Owner extends object> {
  current(): Owner | undefined;
  /** Calls back as the owner. */
  as(owner: Owner, callback: () => unknown): unknown;
}

/** Replaces the realm's timers. */
export function installTimers<Owner extends object>(context: Context<Owner>): Timers {
  const owned = new WeakMap<object, Set<number>>();

  const wrap = (set: (callback: () => void, ms?: number) => number, once: boolean) => {
    return (callback: Callback, ms?: number, ...rest: unknown[]): number => {
      if (typeof callback !== 'function') throw new TypeError('A timer needs a function.');
      const owner = context.current();
      if (owner === undefined) return set(() => void callback(...rest), ms);
      const ids = owned.get(owner) ?? new Set();
      owned.set(owner, ids);
      const id = set(() => {
        if (once) ids.delete(id);
        context.as(owner, () => callback(...rest));
      }, ms);
      ids.add(id);
      return id;
    };
  };

  const realm = globalThis as unknown as Record<'setTimeout' | 'setInterval', unknown>;
  realm.setTimeout = wrap(natives.setTimeout, true);
  realm.setInterval = wrap(natives.setInterval, false);
  return {
    end(owner) {
      for (const id of owned.get(owner) ?? []) natives.clearTimeout(id);
      owned.delete(owner);
    },
  };
}
