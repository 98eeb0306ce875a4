import { unified as astroProcessor } from '@astrojs/markdown-remark';
import remarkMdx from 'remark-mdx';
import { describe, expect, test } from 'vitest';
import { remarkWords } from '../../../src/course/remark-words.ts';

/** The course's own works and terms stand behind these lessons. */
async function render(markdown: string): Promise<string> {
  const processor = astroProcessor({ remarkPlugins: [remarkMdx, remarkWords] });
  const renderer = await processor.createRenderer({ syntaxHighlight: false });
  const fileURL = new URL('file:///course/content/04-descent/02-cost.mdx');
  const { code } = await renderer.render(markdown, { fileURL });
  return code;
}

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, found = '']) => found);
const marks = (html: string): string[] => all(html, /<a href="#source-[^>]*>(\d+)<\/a>/gu);
const listed = (html: string): string[] => all(html, /<li id="source-([^"]+)"/gu);

describe('works are numbered as the lesson first cites them', () => {
  const lesson = `A<Cite of="robbins-monro-1951" />, b<Cite of="cauchy-1847" at="p. 537" />, c<Cite of="davidon-1991 cauchy-1847" />.

<Claim id="x" often="X." certainty="likely" source="ruder-2016" at="section 3" checked="no">

Y<Cite of="davidon-1991" />.

</Claim>

<Entry id="e" title="E" kind="work" date="1847" source="cauchy-1847">

Z.

</Entry>
`;

  test('in the text, in claims and in entries, each work by one number', async () => {
    const html = await render(lesson);
    expect(marks(html)).toEqual(['1', '2', '3', '2', '3', '4', '2']);
    expect(listed(html)).toEqual(['robbins-monro-1951', 'cauchy-1847', 'davidon-1991', 'ruder-2016']);
    expect(html).toMatch(/<h2[^>]*>Sources<\/h2>\s*<ol class="source-list">/u);
  });

  test('and the list leads back to every place, which says where in the work', async () => {
    const html = await render(lesson);
    const targets = all(html, /<a href="#(cite-[^"]+)" class="source-back"/gu);
    expect(targets.filter((id) => id.startsWith('cite-cauchy'))).toEqual([
      'cite-cauchy-1847',
      'cite-cauchy-1847-2',
      'cite-cauchy-1847-3',
    ]);
    for (const id of targets) expect(html.split(` id="${id}"`), id).toHaveLength(2);
    expect(html).toContain('aria-label="p. 537: back to citation 1 of 3">↑ p. 537</a>');
    expect(html).toContain('aria-label="Source 2: Cauchy 1847, p. 537"');
  });

  test('a lesson that cites nothing has no list', async () => {
    expect(await render('Nothing.')).toBe('<p>Nothing.</p>');
  });
});

describe('a claim says in words how sure it is', () => {
  const lines: [certainty: string, checked: string, line: RegExp, mark: string][] = [
    [
      'certain',
      '2026-11-21',
      /Checked against <a href="\.\.\/sources\/#cauchy-1847">the text<\/a> on 21 November 2026\./u,
      'known',
    ],
    ['likely', '2026-11-21', /Likely; checked against .*the text/u, 'known'],
    ['doubtful', '2026-11-21', /Doubtful; checked against .*the text/u, 'known'],
    ['certain', 'no', /Certain, cited from knowledge\./u, 'known'],
    ['likely', 'no', /Likely, and only reported: nobody here has opened the source\./u, 'reported'],
    ['doubtful', 'no', /Doubtful, and only reported: nobody here has opened the source\./u, 'reported'],
  ];
  test.each(lines)('%s, checked %s', async (certainty, checked, line, mark) => {
    const html = await render(
      `<Claim id="x" often="X is so." certainty="${certainty}" source="cauchy-1847" checked="${checked}">\n\nY.\n\n</Claim>\n`,
    );
    expect(html).toContain('<p class="claim-often">“X is so.”</p>');
    expect(html).toContain(
      `<p class="claim-mark">What is ${mark}</p><div class="claim-known"><p>Y.</p></div>`,
    );
    expect(html).toMatch(line);
  });
});

describe('a term', () => {
  test('leads to the glossary, by its text or by its id, and carries its definition', async () => {
    const html = await render('Two <Term>learning rates</Term> and a <Term of="sigmoid">squashing</Term>.');
    expect(html).toContain('<a href="../glossary/#learning-rate" class="term">learning rates</a>');
    expect(html).toContain('<a href="../glossary/#sigmoid" class="term">squashing</a>');
    expect(html).toMatch(/<descent-note data-kind="term" data-title="learning rate" data-text="The number/u);
  });

  test('that nobody knows stays text', async () => {
    expect(await render('A <Term>gribble</Term>.')).toBe('<p>A <span>gribble</span>.</p>');
  });
});

test('a table has a caption that names it, an entry its kind and date', async () => {
  const html = await render(
    '<Table id="t" title="Rates">\n\n| a |\n| - |\n| 1 |\n\n</Table>\n\n' +
      '<Entry id="e" title="The first winter" kind="milestone" date="1974/1980" source="crevier-1993">\n\nCold.\n\n</Entry>\n',
  );
  expect(html).toContain(
    '<figure id="t" class="table"><figcaption id="t-title">Rates</figcaption><div class="table-scroll" role="group" aria-labelledby="t-title"><table>',
  );
  expect(html).toContain('<section id="e" class="entry" data-kind="milestone" aria-labelledby="e-title">');
  expect(html).toContain('<p class="entry-kind">milestone · 1974 – 1980</p>');
  expect(html).toContain('Source: Crevier 1993<sup');
});
