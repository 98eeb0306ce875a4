import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { frameBoot } from '../../src/kernel/frame-boot.ts';
import { hash } from '../../src/course/policy.ts';
import { siteForAll } from './site-for-all.ts';

const site = siteForAll();
let pages: string[];

beforeAll(() => {
  pages = readdirSync(site.dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
});

/** What the browser says it refused. */
function violations(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  return said;
}

test('every page carries the policy, first in its head, with the hash of the frame that runs cells', () => {
  expect(pages.length).toBeGreaterThan(4);
  for (const file of pages) {
    const html = readFileSync(join(site.dir, file), 'utf8');
    expect(html, file).toMatch(
      /<head><meta http-equiv="Content-Security-Policy" content="default-src 'self';/,
    );
    expect(html, file).toContain(hash(frameBoot));
  }
});

test('no page breaks its own policy or asks another host, searched and in either theme', async () => {
  for (const file of pages) {
    const page = await site.browser.newPage();
    const said = violations(page);
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(site.url + file.replace(/index\.html$/, ''));
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('searchbox').fill('cost');
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.header descent-theme button').click();
    await page.waitForLoadState('networkidle');
    expect(said, file).toEqual([]);
    expect([...hosts], file).toEqual([new URL(site.url).host]);
    await page.close();
  }
}, 300_000);

test('the policy holds: no text becomes code, nothing is fetched from or loaded from elsewhere', async () => {
  const page = await site.browser.newPage();
  await page.goto(site.url);
  const refused = await page.evaluate(async () => {
    const outcome: Record<string, boolean> = {};
    // In a task of its own: what a debugger evaluates is let through.
    outcome['eval'] = await new Promise<boolean>((resolve) =>
      setTimeout(() => {
        try {
          resolve((0, eval)('1') !== 1);
        } catch {
          resolve(true);
        }
      }),
    );
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    outcome['inline script'] = !('injected' in window);
    outcome['fetch'] = await fetch('http://127.0.0.1:9/').then(
      () => false,
      (error: unknown) => error instanceof TypeError,
    );
    const directives: string[] = [];
    addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective));
    const image = new Image();
    image.src = 'http://127.0.0.1:9/x.png';
    await new Promise((resolve) => (image.onerror = resolve));
    const frame = document.createElement('iframe');
    frame.src = 'http://127.0.0.1:9/';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 200));
    outcome['image'] = directives.includes('img-src');
    outcome['frame'] = directives.includes('frame-src');
    return outcome;
  });
  expect(refused).toEqual({ eval: true, 'inline script': true, fetch: true, image: true, frame: true });
  await page.close();
});
