import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { readLessonFile } from '../../../src/course/lesson-files.ts';
import { readLesson } from '../../../src/course/lesson.ts';

const folder = 'tests/fixtures/lessons';

const broken: [name: string, line: number, column: number, message: RegExp, remedy: RegExp][] = [
  ['prose-braces', 8, 9, /\{a, b\} is code in the middle of the prose/, /\\\{ and \\\} for the signs/],
  ['prose-import', 8, 1, /begins with import/, /another word begin/],
  ['prose-formula', 8, 14, /cannot be set: Undefined control sequence: \\alfa/, /Correct the formula/],
  ['prose-formula-block', 8, 1, /cannot be set/, /Correct the formula/],
  ['prose-dollar', 8, 11, /is mathematics: "5 or "/, /\\\$ for the sign/],
  ['prose-fence', 8, 1, /No fence is called cel\./, /Did you mean cell\? A cell begins with ts cell/],
  ['prose-fence-outside', 8, 1, /starter stands outside <Exercise>/, /directly into <Exercise>/],
  ['tag-unclosed', 8, 1, /<Maths> is never closed/, /Write <\/Maths>/],
  ['tag-unclosed-inside', 8, 5, /<Term> is never closed/, /Write <\/Term>/],
  ['tag-crossed', 10, 1, /<\/Math> stands where <Maths> of line 6 is still open/, /Write <\/Maths> here/],
  ['tag-closes-nothing', 15, 2, /closes what was never opened/, /fence above that is not closed/],
  ['tag-curly-quotes', 8, 14, /straight quotes or braces/, /id="valley"/],
  ['tag-value', 8, 33, /between \{ and \} is no value/, /is=\{0\.5\}/],
  ['tag-text-for-number', 8, 7, /within of <Measured> is a text, not a number/, /as in within=\{3\}/],
  ['tag-comment', 8, 2, /<!-- begins no comment/, /\{\/\* … \*\/\}/],
  ['tag-unknown', 8, 1, /knows no <Rekap>/, /It knows Cite, Claim, .*Recap/],
];

test.each(broken)('%s', (name, line, column, message, remedy) => {
  const { problems } = readLessonFile(process.cwd(), `${folder}/${name}.mdx`);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file: `${folder}/${name}.mdx`, line, column });
  expect(problems[0]?.message).toMatch(message);
  expect(problems[0]?.remedy).toMatch(remedy);
});

test('every broken text is tested', () => {
  const files = readdirSync(folder).map((file) => basename(file, '.mdx'));
  expect(files.filter((name) => /^(?:prose|tag)-/.test(name)).sort()).toEqual(
    broken.map(([name]) => name).sort(),
  );
});

test.each([
  ['a comment', 'One {/* a note */} two.\n\n{/* another */}'],
  ['signs', 'The set \\{a, b\\} and a \\< b and \\$5.'],
  ['code that is only to be read', '```ts\n1;\n```\n\n```sh title="Type this"\nnpm test\n```'],
  ['mathematics', 'A step $\\eta$ and $ a $.\n\n$$\n\\frac{1}{2}\n$$'],
])('%s is no mistake', (_, text) => {
  expect(readLesson('content/01-a/01-b.mdx', text).problems).toEqual([]);
});
