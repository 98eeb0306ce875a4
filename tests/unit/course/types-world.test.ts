import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { collectTypes, type TypeFiles } from '../../../src/course/types-world.ts';
import { checkCells, createCellService } from '../../../src/language/cell-service.ts';
import { languageNames, platformNames, vocabularyNames } from '../../../src/language/globals.ts';
import { libraryModules } from '../../../src/language/module-names.ts';

let files: TypeFiles;
beforeAll(() => {
  files = collectTypes(process.cwd());
});

const problems = (sources: string[]) => {
  const cells = sources.map((source, i) => ({ id: `c${i}`, source }));
  return checkCells(
    ts,
    files,
    cells.map(({ id }) => ({ cells, id })),
  );
};
const messages = (...sources: string[]): string[] =>
  problems(sources)
    .flat()
    .map(({ message }) => message);

describe('the types of cells', () => {
  test('are those of TensorFlow.js, the vocabulary and descent/…, and of nothing else', () => {
    const folders = new Set(
      Object.keys(files).map((path) =>
        path.replace(/^(\/(?:lib\.|library\/|node_modules\/(?:@[^/]+\/)?[^/]+)).*/, '$1'),
      ),
    );
    expect([...folders].sort()).toEqual([
      '/lib.',
      '/library/',
      '/node_modules/@tensorflow/tfjs-core',
      '/node_modules/@tensorflow/tfjs-layers',
      '/node_modules/descent',
    ]);
    expect(Object.keys(files).filter((path) => /\/lib\.(?:dom|webworker)/.test(path))).toEqual([]);
  });

  test('fit in two megabytes', () => {
    expect(JSON.stringify(files).length).toBeLessThan(2_000_000);
  });

  test('know every name that the compiler takes for given, and every module', () => {
    const names = [...languageNames, ...platformNames, ...vocabularyNames].map((name) => `${name};`);
    const imports = Object.keys(libraryModules).map((name, i) => `import * as m${i} from '${name}';\nm${i};`);
    expect(messages(...names, ...imports)).toEqual([]);
  });

  test('know no other names of a browser', () => {
    const names = [
      'document',
      'window',
      'fetch',
      'postMessage',
      'name',
      'close',
      'process',
      'Buffer',
      'localStorage',
    ];
    expect(messages(...names.map((name) => `${name};`))).toEqual(
      names.map((name) => expect.stringMatching(`Cannot find name '${name}'`) as string),
    );
  });

  test('tell right from wrong in what learners write', () => {
    expect(
      messages(
        'const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });\nawait m.fit(tf.zeros([2, 1]), tf.zeros([2, 1]), { epochs: 2, callbacks: show.fit() });',
      ),
    ).toEqual([]);
    expect(messages('tf.layers.dense({ unit: 1 });')).toHaveLength(1);
    expect(messages("const c = input.choice('c', ['a', 'b']);\nif (c === 'd') show(c);")).toHaveLength(1);
    expect(
      messages(
        'setTimeout(() => console.log(performance.now()), 10);\nnew TextEncoder().encode("a").length;',
      ),
    ).toEqual([]);
  });

  test('are checked across cells, in any order, and each fault is told at its own cell', () => {
    expect(messages('const b = a + 1;', 'const a = 1;')).toEqual([]);
    expect(problems(['a.b;', 'const a = 1;'])).toMatchObject([[{ start: 2 }], []]);
  });

  test('keep the documentation for the editor', () => {
    const service = createCellService(ts, files);
    service.show([{ id: 'a', source: 'show.chart; tf.matMul' }], 'a');
    const documentation = (at: number) =>
      ts.displayPartsToString(service.language.getQuickInfoAtPosition('/cell.ts', at)?.documentation);
    expect(documentation(6)).toMatch(/chart/i);
    expect(documentation(17)).toMatch(/dot product/);
  });
});
