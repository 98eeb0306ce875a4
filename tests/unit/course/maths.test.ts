import { expect, test } from 'vitest';
import { readLesson } from '../../../src/course/lesson.ts';
import { toLessonParts } from '../../../src/course/lesson-parts.ts';
import { listContents } from '../../../src/course/contents.ts';
import { breakTitle, drawMap } from '../../../src/course/prerequisite-map.ts';
import { hasDepths } from '../../../src/course/vocabulary/maths.ts';

const problems = (text: string): string[] =>
  readLesson('content/01-x/01-y.mdx', text).problems.map(
    ({ line, message, remedy }) => `${line}: ${message} ${remedy}`,
  );

test('a passage of one depth has a title and something in it, on lines of its own', () => {
  expect(problems('\n<Maths title="Why">\n\nBecause.\n\n</Maths>')).toEqual([]);
  expect(problems('\n<Maths>\n\nBecause.\n\n</Maths>')).toEqual([
    expect.stringContaining('2: <Maths> has no title.'),
  ]);
  expect(problems('<Story title="Why">\n</Story>')).toEqual([
    expect.stringContaining('1: This <Story> is empty.'),
  ]);
  expect(problems('So <Maths title="Why">it is</Maths> said.')).toEqual([
    expect.stringContaining('1: This <Maths> stands inside a line.'),
  ]);
  expect(problems('<Story title="Why" open>\n\nBecause.\n\n</Story>')).toEqual([
    expect.stringContaining('knows no open'),
  ]);
});

test('a lesson knows whether it has depths', () => {
  const read = (text: string) => hasDepths(readLesson('content/a.mdx', text).lesson);
  expect(read('<Story title="Why">\n\nBecause.\n\n</Story>')).toBe(true);
  expect(read('`<Story>`')).toBe(false);
});

test('what a lesson has to do: its own cells, not those of figures and exercises', () => {
  const { lesson } = readLesson('content/a.mdx', '```ts cell id="one" title="One"\n1\n```\n');
  lesson.cells.push({ ...lesson.cells[0]!, id: 'hidden', role: 'figure' });
  expect(toLessonParts(lesson)).toEqual({ cells: ['one'], exercises: [], questions: [] });
});

test('exercises and quizzes stand in the contents, those in code do not', () => {
  const body = [
    '## One',
    '<Quiz id="rates" title="Rates">',
    '</Quiz>',
    '<Exercise',
    '  id="step"',
    '  title="One step"',
    '  kind="fix"',
    '>',
    '```mdx',
    '<Quiz id="shown" title="Shown">',
    '```',
    '</Exercise>',
  ].join('\n');
  expect(listContents(body, [{ depth: 2, slug: 'one', text: 'One' }])).toEqual([
    { slug: 'one', text: 'One', kind: 'heading' },
    { slug: 'rates', text: 'Rates', kind: 'quiz' },
    { slug: 'step', text: 'One step', kind: 'exercise' },
  ]);
});

test('the map has a box for each lesson, a line for each need, and boxes do not overlap', () => {
  const lesson = (id: string, needs: string[] = []) => ({ id, number: '', title: id, needs, written: false });
  const chapters = [
    { number: 1, title: 'A', lessons: [lesson('a'), lesson('b', ['a']), lesson('c', ['a'])] },
    { number: 2, title: 'B', lessons: [lesson('d', ['c', 'a'])] },
  ];
  const { boxes, lines, width, height } = drawMap(chapters);
  expect(lines.map(({ from, to }) => `${from}>${to}`)).toEqual(['a>b', 'a>c', 'c>d', 'a>d']);
  expect(new Set(boxes.map(({ x, y }) => `${x},${y}`)).size).toBe(4);
  for (const { x, y } of boxes) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThan(width - 100);
    expect(y).toBeLessThan(height - 50);
  }
  expect(breakTitle('The boom, 2006–2016 (and a strip to 2026)')).toHaveLength(3);
  expect(breakTitle('one two three four five six seven eight nine ten eleven twelve thirteen')).toHaveLength(
    3,
  );
});
