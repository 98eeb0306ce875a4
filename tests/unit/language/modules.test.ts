import { expect, test } from 'vitest';
import { importModule } from '../../../src/kernel/worker/modules.ts';
import { libraryModules } from '../../../src/language/module-names.ts';

test.each(Object.keys(libraryModules))('the kernel has %s', async (name) => {
  expect(Object.keys((await importModule(name)) as object)).not.toEqual([]);
});

test('a module or a name that is not there is told with those that are', async () => {
  await expect(importModule('descent/dta', [])).rejects.toThrow(/no module 'descent\/dta'.*'descent\/data'/);
  await expect(importModule('descent/data', ['spirls'])).rejects.toThrow(
    /has no spirls\. It has .*'noisyLine'/,
  );
});
