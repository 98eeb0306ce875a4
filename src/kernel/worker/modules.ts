import type { LibraryModule } from '../../language/module-names.ts';
import * as check from '../../library/check.ts';
import * as data from '../../library/data.ts';
import * as env from '../../library/env.ts';

const library: Record<LibraryModule, object> = {
  'descent/data': data,
  'descent/env': env,
  'descent/check': check,
};

/** What cells can import by name. */
const modules = new Map<string, object>(Object.entries(library));

/**
 * @param wanted the names that a cell imports from it
 * @throws Error naming the modules there are, or the names that the module has.
 */
export function importModule(name: string, wanted: readonly string[] = []): Promise<unknown> {
  const found = modules.get(name);
  if (found === undefined) {
    return Promise.reject(
      new Error(`There is no module '${name}'. Cells can import from ${quote([...modules.keys()])}.`),
    );
  }
  const missing = wanted.find((each) => !Object.hasOwn(found, each));
  if (missing === undefined) return Promise.resolve(found);
  return Promise.reject(new Error(`'${name}' has no ${missing}. It has ${quote(Object.keys(found))}.`));
}

const quote = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
