import { expect, test } from 'vitest';
import { hash, inlineScripts, policy, secure } from '../../../src/course/policy.ts';

const page = `<html><head lang="en"><script>a()</script><script type="module" src="/x.js"></script>
<script type="application/json">{}</script></head><body><script type="module">b()
</script></body></html>`;

test('inline scripts are those that run and have no address', () => {
  expect(inlineScripts(page)).toEqual(['a()', 'b()\n']);
});

test('the policy stands first in the head and names each inline script and the framed one', () => {
  const secured = secure(page, ['boot()']);
  expect(secured).toContain(
    `<head lang="en"><meta http-equiv="Content-Security-Policy" content="default-src 'self';`,
  );
  for (const text of ['a()', 'b()\n', 'boot()']) expect(secured).toContain(hash(text));
  expect(secured).not.toContain(hash('{}'));
});

test('nothing may evaluate text or come from elsewhere', () => {
  expect(policy([])).not.toMatch(/unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/u);
});

test('a page without a head is refused', () => {
  expect(() => secure('<p>text</p>', [])).toThrow('without <head>');
});
