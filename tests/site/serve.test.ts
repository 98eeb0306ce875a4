import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { serve, type Serving } from '../../src/course/commands/serve.ts';

const dir = mkdtempSync(join(tmpdir(), 'descent-serve-'));
let servers: Serving[] = [];

const start = async (base = '/', port = 0) => {
  const serving = await serve(join(dir, 'dist'), { base, port });
  servers.push(serving);
  return serving;
};

beforeAll(() => {
  mkdirSync(join(dir, 'dist', 'cost'), { recursive: true });
  writeFileSync(join(dir, 'secret.txt'), 'secret');
  writeFileSync(join(dir, 'dist', 'index.html'), 'start');
  writeFileSync(join(dir, 'dist', '404.html'), 'nowhere');
  writeFileSync(join(dir, 'dist', 'cost', 'index.html'), 'cost');
  writeFileSync(join(dir, 'dist', 'a.wasm'), Buffer.from([0, 97, 115, 109]));
  writeFileSync(join(dir, 'dist', 'a.js'), 'export {}');
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});
afterAll(() => rmSync(dir, { recursive: true }));

test('files come with the types that browsers insist on', async () => {
  const { url } = await start();
  const type = async (path: string) => (await fetch(url + path)).headers.get('content-type');
  expect(await type('')).toBe('text/html; charset=utf-8');
  expect(await type('a.js')).toBe('text/javascript; charset=utf-8');
  expect(await type('a.wasm')).toBe('application/wasm');
});

test('a folder without its slash leads to the folder', async () => {
  const { url } = await start('/course/');
  const response = await fetch(`${url}cost`);
  expect(response.url).toBe(`${url}cost/`);
  expect(await response.text()).toBe('cost');
});

test('below a base, only the base answers', async () => {
  const { url } = await start('course');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/course\/$/);
  expect(await (await fetch(url)).text()).toBe('start');
  expect((await fetch(new URL('/cost/', url))).status).toBe(404);
});

test('what is not there answers 404 with the page for it', async () => {
  const { url } = await start();
  const response = await fetch(`${url}nothing/`);
  expect([response.status, await response.text()]).toEqual([404, 'nowhere']);
});

test('nothing outside the folder is served', async () => {
  const { url } = await start();
  for (const path of ['..%2fsecret.txt', '%2e%2e%2fsecret.txt', 'cost/..%2f..%2fsecret.txt'])
    expect(await (await fetch(url + path)).text()).toBe('nowhere');
});

test('a port that is taken gives way to the next', async () => {
  const first = await start();
  const port = Number(new URL(first.url).port);
  const second = await start('/', port);
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
});
