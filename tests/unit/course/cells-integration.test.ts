import { EventEmitter } from 'node:events';
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

/** A development server's ears and mouth. */
function develop() {
  const { hooks } = cells();
  const sent: unknown[] = [];
  const watcher = new EventEmitter();
  const pages = new EventEmitter();
  const ws = {
    send: (message: unknown) => sent.push(message),
    on: (name: string, act: () => void) => pages.on(name, act),
  };
  const server = { watcher, ws, httpServer: null };
  (hooks['astro:config:done'] as Hook)({ config: { root: pathToFileURL(`${root}/`) } });
  (hooks['astro:server:setup'] as Hook)({ server, logger: { error: () => undefined } });
  return {
    /** What is sent to the page when this file is saved. */
    save(name: string): unknown[] {
      sent.length = 0;
      watcher.emit('all', 'change', join(root, name));
      return [...sent];
    },
    /** What a page that is opened is told. */
    open(): unknown[] {
      sent.length = 0;
      pages.emit('connection');
      return [...sent];
    },
  };
}

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

test('in development a lesson is checked when it is saved, and its problems are shown over the page', () => {
  write('name-undefined', '03-second.mdx');
  write('sound', '01-sound.mdx');
  const { save, open } = develop();
  const told = [
    {
      type: 'error',
      err: { message: expect.stringContaining('wieghts') as string, loc: { line: 10, column: 10 } },
    },
  ];
  expect(save('content/01-one/01-sound.mdx')).toEqual([]);
  expect(save('src/other.mdx')).toEqual([]);
  expect(open()).toEqual([]);
  expect(save('content/01-one/03-second.mdx')).toMatchObject(told);
  expect(open()).toMatchObject(told);
  expect(save('content/01-one/01-sound.mdx')).toMatchObject(told);
  write('sound', '03-second.mdx');
  expect(save('content/01-one/03-second.mdx')).toEqual([{ type: 'full-reload' }]);
  expect(open()).toEqual([]);
});

test('in development a list that changes has every lesson checked', () => {
  write('name-undefined', '03-second.mdx');
  const { save } = develop();
  expect(save('content/glossary.yaml')).toMatchObject([
    { type: 'error', err: { message: expect.stringContaining('wieghts') as string } },
  ]);
});

test('a head that does not fit is told before Astro reads it, and when it is saved', () => {
  write('head-key', '03-second.mdx');
  const config = { root: pathToFileURL(`${root}/`) };
  const setUp = (command: string) => () => (cells().hooks['astro:config:setup'] as Hook)({ config, command });
  expect(setUp('build')).toThrow(
    /03-second\.mdx:4:1: The head of a lesson knows no objectivs\.\n {2}Did you mean/,
  );
  expect(setUp('preview')).not.toThrow();
  expect(develop().save('content/01-one/03-second.mdx')).toMatchObject([
    { type: 'error', err: { loc: { line: 4 } } },
  ]);
  write('sound', '03-second.mdx');
  expect(setUp('build')).not.toThrow();
});
