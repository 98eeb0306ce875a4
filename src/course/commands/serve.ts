/** Serves the built course on loopback: `node src/course/commands/serve.ts`. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
};

export interface Serving {
  /** The address of the site's first page, base included, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** The first port to try; 0 takes any that is free. When it is taken, the next ones are tried. */
  port?: number;
  /** The path below which the site was built, `/` or like `/course/`. */
  base?: string;
}

/** @param dir the folder that a build has filled */
export async function serve(dir: string, { port = 4321, base = '/' }: ServeOptions = {}): Promise<Serving> {
  const root = path.resolve(dir);
  const below = `/${base}/`.replace(/\/+/gu, '/');
  const server = createServer((request, response) => {
    void answer(
      root,
      below,
      request.url ?? '/',
      /\bgzip\b/u.test(request.headers['accept-encoding'] ?? ''),
    ).then(({ status, headers, body }) => {
      response.writeHead(status, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
  const taken = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}${below}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

async function answer(root: string, base: string, url: string, gzip: boolean): Promise<Answer> {
  const pathname = decode(url);
  if (pathname === undefined) return { status: 400, headers: {}, body: 'Bad request' };
  if (`${pathname}/` === base) return redirect(base);
  if (!pathname.startsWith(base)) return missing(root);
  const wanted = path.join(root, pathname.slice(base.length));
  if (wanted !== root && !wanted.startsWith(root + path.sep)) return missing(root);
  if (pathname.endsWith('/')) return (await send(path.join(wanted, 'index.html'), gzip)) ?? missing(root);
  const file = await send(wanted, gzip);
  if (file) return file;
  return (await send(path.join(wanted, 'index.html'), gzip)) ? redirect(`${pathname}/`) : missing(root);
}

function decode(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

const redirect = (to: string): Answer => ({ status: 301, headers: { location: encodeURI(to) }, body: '' });

async function missing(root: string): Promise<Answer> {
  const page = await read(path.join(root, '404.html'));
  return { status: 404, headers: { 'content-type': types['html'] ?? '' }, body: page ?? 'Not found' };
}

async function send(file: string, gzip: boolean): Promise<Answer | undefined> {
  const body = await read(file);
  if (!body) return undefined;
  const type = types[path.extname(file).slice(1)] ?? 'application/octet-stream';
  const headers: Record<string, string> = {
    'content-type': type,
    'cache-control': /[/.]_astro[/.]|-[\w-]{8,}\.\w+$/u.test(file) ? 'max-age=3600' : 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (!gzip || !/^text|json|javascript|svg|xml|wasm/u.test(type)) return { status: 200, headers, body };
  return {
    status: 200,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzipped(file, body),
  };
}

const compressed = new Map<string, { body: Buffer; size: number }>();

function gzipped(file: string, body: Buffer): Buffer {
  const kept = compressed.get(file);
  if (kept?.size === body.length) return kept.body;
  const result = gzipSync(body);
  compressed.set(file, { body: result, size: body.length });
  return result;
}

async function read(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

/** @returns the port that was free */
async function listen(server: Server, port: number): Promise<number> {
  for (let tries = 0; ; tries++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port === 0 ? 0 : port + tries, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE' || tries > 50)
        throw error;
    }
  }
}

if (import.meta.main) {
  const dir = process.env['DESCENT_OUT'] ?? 'dist';
  const options = { port: Number(process.env['PORT'] ?? 4321), base: process.env['DESCENT_BASE'] ?? '/' };
  const { url } = await serve(dir, options);
  console.log(`Descent is at ${url} (Ctrl+C ends it)`);
}
