import * as data from '../../library/data.ts';

/** What cells can import by name. */
const modules = new Map<string, object>([['descent/data', data]]);

/** @throws Error naming the modules there are. */
export function importModule(name: string): Promise<unknown> {
  const found = modules.get(name);
  if (found !== undefined) return Promise.resolve(found);
  const names = [...modules.keys()].map((known) => `'${known}'`).join(', ');
  return Promise.reject(new Error(`There is no module '${name}'. Cells can import from ${names}.`));
}
