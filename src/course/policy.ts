/** The Content Security Policy of a built page. */
import { createHash } from 'node:crypto';

/** Inline scripts of a page, as their text. Templates and data blocks are no scripts. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/giu)].flatMap(
    ([, attributes = '', text = '']) => (/\bsrc\s*=/iu.test(attributes) || isData(attributes) ? [] : [text]),
  );
}

function isData(attributes: string): boolean {
  const type = /\btype\s*=\s*["']?([^"'\s>]+)/iu.exec(attributes)?.[1];
  return type !== undefined && !/^(?:module|text\/javascript)$/iu.test(type);
}

export const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @param scripts texts of the inline scripts that may run, in this page and in the frames it writes itself */
export function policy(scripts: string[]): string {
  const hashes = [...new Set(scripts.map(hash))].sort();
  return [
    `default-src 'self'`,
    `script-src ${["'self'", 'blob:', "'wasm-unsafe-eval'", ...hashes].join(' ')}`,
    // KaTeX and the highlighter place their glyphs by style attributes.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self' blob:`,
    `frame-src 'self'`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
  ].join('; ');
}

/** Puts the policy first in the head: it holds for what comes after it only. */
export function secure(html: string, framed: string[]): string {
  const content = policy([...inlineScripts(html), ...framed]);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
  const secured = html.replace(/<head(?:\s[^>]*)?>/iu, (head) => `${head}${meta}`);
  if (secured === html) throw new Error('a page without <head> cannot carry a policy');
  return secured;
}
