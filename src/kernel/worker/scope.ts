/**
 * The scope that all cells of a lesson share. Compiled cells read and write `$.name`; a name that nothing defines behaves
 * as an undeclared variable does, and one whose cell has begun but not reached it as a `const` does.
 */
export interface Scope {
  /** What cells get as `$`. */
  readonly $: object;
  /** A cell that defines these begins: they cannot be read before they are assigned. */
  open(names: readonly string[]): void;
  /** The names are gone. */
  remove(names: readonly string[]): void;
  /** Whether each of them has a value. */
  defined(names: readonly string[]): boolean;
  /** Names and values, without calling anything. */
  values(): [string, unknown][];
}

const { defineProperty, deleteProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;

export function createScope(): Scope {
  const $ = Object.create(new Proxy(Object.freeze({ __proto__: null }), undeclared)) as object;

  const open = (name: string): void => {
    defineProperty($, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        throw new ReferenceError(`Cannot access '${name}' before initialization`);
      },
      set: (value: unknown) => {
        defineProperty($, name, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  };

  return {
    $,
    open: (names) => names.forEach(open),
    remove: (names) => names.forEach((name) => deleteProperty($, name)),
    defined: (names) =>
      names.every((name) => {
        const found = getOwnPropertyDescriptor($, name);
        return found !== undefined && 'value' in found;
      }),
    values: () =>
      ownKeys($).flatMap((key) => {
        const found = getOwnPropertyDescriptor($, key);
        return typeof key === 'string' && found && 'value' in found ? [[key, found.value]] : [];
      }),
  };
}

const undeclared: ProxyHandler<object> = {
  get(_, name) {
    if (typeof name === 'symbol') return undefined;
    throw new ReferenceError(`${name} is not defined`);
  },
  set(_, name) {
    throw new ReferenceError(`${String(name)} is not defined`);
  },
  has: () => false,
};
