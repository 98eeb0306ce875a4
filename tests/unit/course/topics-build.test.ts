import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cells } from '../../../src/course/cells-integration.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'descent-topics-'));
  mkdirSync(join(root, 'content'));
  for (const folder of ['src', 'node_modules']) symlinkSync(join(process.cwd(), folder), join(root, folder));
  for (const file of ['curriculum.yaml', 'topics.yaml'])
    writeFileSync(join(root, 'content', file), readFileSync(`content/${file}`));
});
afterAll(() => rmSync(root, { recursive: true }));

type Hook = (options: object) => void;

/** What Astro does at the start of a build; this project has no lesson. */
function startBuild(): void {
  const { hooks } = cells();
  (hooks['astro:config:done'] as Hook)({ config: { root: pathToFileURL(`${root}/`) } });
  (hooks['astro:build:start'] as Hook)({ logger: { info: () => undefined } });
}

const withoutAnchors = (text: string): string => text.replace(/^ {2}anchor: .*\n/gm, '');

test('a build fails on topics whose homes are not there, with all of them at once', () => {
  expect(startBuild).toThrow(
    /content\/topics\.yaml:\d+:1: [^]*"cost", which is not written yet[^]*Take the anchor out/,
  );
});

test('a build passes when every home is there or still to come', () => {
  const file = join(root, 'content/topics.yaml');
  writeFileSync(file, withoutAnchors(readFileSync(file, 'utf8')));
  expect(startBuild).not.toThrow();
});
