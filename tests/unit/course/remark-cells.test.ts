import { unified as astroProcessor } from '@astrojs/markdown-remark';
import { describe, expect, test } from 'vitest';
import { highlight } from '../../../src/course/highlight.ts';
import { remarkCells } from '../../../src/course/remark-cells.ts';

const fence = (meta: string, code = 'const a: number = 1; // one\na;') =>
  `\`\`\`ts cell ${meta}\n${code}\n\`\`\`\n`;

async function render(markdown: string): Promise<string> {
  const processor = astroProcessor({ remarkPlugins: [remarkCells] });
  const renderer = await processor.createRenderer({
    syntaxHighlight: 'shiki',
    shikiConfig: { themes: { light: 'github-light', dark: 'github-dark' }, defaultColor: false },
  });
  const fileURL = new URL('file:///course/content/04-descent/02-cost.mdx');
  const { code } = await renderer.render(markdown, { fileURL });
  return code;
}

describe('a cell’s fence becomes static markup', () => {
  test('with its id, title, lesson and names for assistive tools', async () => {
    const html = await render(fence('id="train" title="Train & test"'));
    expect(html).toMatch(/^<descent-cell id="train" data-state="idle" data-title="Train &#x26; test"/);
    expect(html).toContain('data-lesson="cost"');
    expect(html).toContain('role="region" aria-label="Code cell: Train &#x26; test"');
    expect(html).toContain(
      '<span class="cell-title">Train &#x26; test</span><span class="cell-status"></span>',
    );
    expect(html).toMatch(
      /<div class="cell-output" role="region" aria-label="Output: Train &#x26; test" hidden>/,
    );
  });

  test('and says before Run that it takes long', async () => {
    const html = await render(fence('id="a" title="A" long'));
    expect(html).toContain('<span class="cell-status">takes up to half a minute</span>');
  });

  test('with another room on a phone', async () => {
    const html = await render(fence('id="a" title="A" room=12 narrow=18'));
    expect(html).toContain('style="--cell-room:12rem;--cell-room-narrow:18rem"');
  });

  test('with room kept for its output, and live', async () => {
    const html = await render(fence('id="a" title="A" room=12 live'));
    expect(html).toContain('style="--cell-room:12rem"');
    expect(html).toContain('data-live=""');
    expect(html).not.toContain('hidden');
  });

  test('with its code coloured once, by us, in both themes', async () => {
    const html = await render(fence('id="a" title="A"'));
    expect(html).toMatch(/<pre class="cell-source shiki" tabindex="0"[^>]*><code><span class="line">/);
    expect(html).toMatch(/--shiki-light:#6A737D;--shiki-dark:#99a3ad">\/\/ one/i);
    expect(html).not.toContain('astro-code');
  });

  test('other fences stay with the site', async () => {
    const html = await render('```ts\nconst a = 1;\n```\n');
    expect(html).toContain('astro-code');
    expect(html).not.toContain('descent-cell');
  });

  test('an empty cell is a cell', async () => {
    expect(await render('```ts cell id="a" title="A"\n```\n')).toContain('<descent-cell id="a"');
  });

  test('a faulty fence is told with its remedy', async () => {
    await expect(render(fence('title="A"'))).rejects.toThrow(/no id.*id="…"/);
  });
});

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

test('every colour of code has AA contrast on our paper', async () => {
  const code = `/** Doc @param x */
import { a as b } from 'descent/data'; // comment
@deco abstract class A<T extends B> extends C implements D { static #p?: number = 1e3; get x(): string { return \`a\${this.#p!}\\n\` } }
async function* f(x = /re+[a-z]\\d/giu, ...rest: any[]): asserts x is Y { for await (const y of z) yield* y ?? null; }
enum E { a } type T = keyof typeof E | 'a' | undefined; label: while (!true) { break label } new Map<string, 1n>(); x as const satisfies Z;`;
  const html = JSON.stringify(await highlight(code));
  for (const [theme, paper] of [
    ['light', '#ffffff'],
    ['dark', '#1b1f23'],
  ] as const) {
    const colours = new Set(
      [...html.matchAll(new RegExp(`--shiki-${theme}:(#[0-9a-f]{6})`, 'gi'))].map(([, c]) => c!),
    );
    expect(colours.size).toBeGreaterThan(4);
    for (const colour of colours)
      expect(contrast(colour, paper), `${theme} ${colour}`).toBeGreaterThanOrEqual(4.5);
  }
});
