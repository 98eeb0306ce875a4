import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cells } from '../../../src/course/cells-integration.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'descent-'));
  mkdirSync(join(root, 'content/01-one'), { recursive: true });
  for (const folder of ['src', 'node_modules']) symlinkSync(join(process.cwd(), folder), join(root, folder));
});
afterAll(() => rmSync(root, { recursive: true }));

const write = (name: string, as: string) =>
  cpSync(`tests/fixtures/lessons/${name}.mdx`, join(root, 'content/01-one', as));

type Hook = (options: object) => void;

/** What Astro does at the start of a build. */
function startBuild(): void {
  const { hooks } = cells();
  (hooks['astro:config:done'] as Hook)({ config: { root: pathToFileURL(`${root}/`) } });
  (hooks['astro:build:start'] as Hook)({ logger: { info: () => undefined } });
}

test('sound lessons build', () => {
  write('sound', '01-sound.mdx');
  expect(startBuild).not.toThrow();
});

test('a build with broken lessons fails and tells all of their problems', () => {
  write('id-missing', '02-first.mdx');
  write('name-undefined', '03-second.mdx');
  expect(startBuild).toThrow(
    /2 problems:\n\ncontent\/01-one\/02-first\.mdx:8:1: [^]*content\/01-one\/03-second\.mdx:10:10: /,
  );
});
