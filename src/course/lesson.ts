import { slug } from 'github-slugger';
import type { Code, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { isCellFence, parseCellMeta, type CellMeta } from './cell-meta.ts';
import { lessonId } from './lesson-id.ts';
import type { Problem } from './problems.ts';

/** A cell of a lesson as its author wrote it. */
export interface LessonCell extends CellMeta {
  source: string;
  /** The line of the fence in the file, and how far the code is indented. */
  place: { line: number; indent: number };
}

/** What the checks know of a lesson: its cells in page order. */
export interface Lesson {
  id: string;
  /** Path from the root of the project. */
  file: string;
  cells: LessonCell[];
}

const parser = unified().use(remarkParse).use(remarkMath).use(remarkMdx);

/** Reads a lesson's text. What is wrong with the fences is a problem; the cells come back all the same. */
export function readLesson(file: string, text: string): { lesson: Lesson; problems: Problem[] } {
  const lesson: Lesson = { id: lessonId(file), file, cells: [] };
  const tree = parseMarkdown(file, text);
  if ('message' in tree) return { lesson, problems: [tree] };
  const problems: Problem[] = [];
  visit(tree, 'code', (node: Code) => {
    if (!isCellFence(node.meta)) return;
    const { cell, problems: found } = parseCellMeta(node.lang ?? '', node.meta ?? '');
    const { line, column } = startOf(node);
    lesson.cells.push({ ...cell, source: node.value, place: { line, indent: column - 1 } });
    problems.push(...found.map((problem) => ({ file, line, column, ...problem })));
  });
  return { lesson, problems: [...problems, ...repeatedIds(lesson), ...headingIds(lesson, tree)] };
}

const startOf = (node: Nodes) => node.position?.start ?? { line: 1, column: 1 };

/** The head of the file is YAML, not Markdown: it becomes as many empty lines. */
const withoutHead = (text: string): string =>
  text.replace(/^---\r?\n[^]*?\r?\n---(?=\r?\n|$)/, (head) => head.replace(/[^\n]/g, ''));

function parseMarkdown(file: string, text: string): Root | Problem {
  try {
    return parser.parse(withoutHead(text));
  } catch (error) {
    const { reason, line, column } = error as VFileMessage;
    if (typeof reason !== 'string') throw error;
    return {
      file,
      line: line ?? 1,
      column: column ?? 1,
      message: `This is not MDX: ${reason}`,
      remedy: 'In prose, { and < begin code: write \\{ and \\<, or close the tag.',
    };
  }
}

function repeatedIds({ file, cells }: Lesson): Problem[] {
  const first = new Map<string, LessonCell>();
  return cells.flatMap((cell) => {
    const other = first.get(cell.id);
    if (!cell.id || !other) {
      first.set(cell.id, cell);
      return [];
    }
    return {
      file,
      line: cell.place.line,
      column: cell.place.indent + 1,
      message: `The id "${cell.id}" is that of another cell of this lesson, in line ${other.place.line}.`,
      remedy: 'Give this cell an id of its own.',
    };
  });
}

/** A heading's id is made from its text, and both ids are addresses in the page. */
function headingIds({ file, cells }: Lesson, tree: Root): Problem[] {
  const headings = new Map<string, number>();
  visit(tree, 'heading', (node) => {
    headings.set(slug(toString(node)), startOf(node).line);
  });
  return cells.flatMap(({ id, place }) => {
    const line = headings.get(id);
    if (line === undefined) return [];
    return {
      file,
      line: place.line,
      column: place.indent + 1,
      message: `The id "${id}" is that of the heading in line ${line} as well.`,
      remedy: 'Give the cell another id, so that a link finds the right one.',
    };
  });
}
