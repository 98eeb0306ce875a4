import { slug } from 'github-slugger';
import type { Code, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { bareResults } from './bare-results.ts';
import { isCellFence, parseCellMeta, type CellMeta } from './cell-meta.ts';
import { lessonId } from './lesson-id.ts';
import { mdxFault } from './mdx-fault.ts';
import type { Problem } from './problems.ts';
import { proseFaults } from './prose-faults.ts';
import { readWords } from './vocabulary/read-words.ts';
import type { Part, Report, Word } from './vocabulary/word.ts';

/** A cell of a lesson as its author wrote it. */
export interface LessonCell extends CellMeta {
  source: string;
  /** `exercise`: what stands there before the reader works on it. `figure`: the code behind a figure in the text. */
  role?: 'exercise' | 'figure' | 'given';
  /** What the checks read in place of `source`, where that need not compile: lines to put in order. */
  meant?: string;
  /** The line of the fence in the file, and how far the code is indented. */
  place: { line: number; indent: number };
}

/** What the checks know of a lesson. */
export interface Lesson {
  id: string;
  /** Path from the root of the project. */
  file: string;
  /** In page order, those of exercises and figures among them. */
  cells: LessonCell[];
  /** The vocabulary's elements, in page order. */
  parts: Part[];
}

/** The elements of one word, with what was read of each. */
export const partsOf = <S extends object>({ parts }: Pick<Lesson, 'parts'>, word: Word<S>): Part<S>[] =>
  parts.filter((part): part is Part<S> => part.word === word.name);

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkMdx);

/** Reads a lesson's text. What is wrong with the fences is a problem; the cells come back all the same. */
export function readLesson(file: string, text: string): { lesson: Lesson; problems: Problem[] } {
  const lesson: Lesson = { id: lessonId(file), file, cells: [], parts: [] };
  const tree = parseMarkdown(file, text);
  if ('message' in tree) return { lesson, problems: [tree] };
  const problems: Problem[] = [];
  const report: Report = (node, message, remedy) =>
    problems.push({ file, ...startOf(node), message, remedy });
  readWords(tree, { lesson: lesson.id, file }, report, (read) => {
    if ('part' in read) {
      lesson.parts.push(read.part);
      lesson.cells.push(...(read.word.cells?.(read.part.spec, read.node) ?? []));
    } else if (read.node.type === 'code' && isCellFence(read.node.meta)) {
      lesson.cells.push(readCell(read.node, report));
    }
  });
  proseFaults(tree, report);
  return {
    lesson,
    problems: [
      ...problems,
      ...repeatedIds(lesson),
      ...headingIds(lesson, tree),
      ...bareResults(lesson, tree),
    ],
  };
}

function readCell(node: Code, report: Report): LessonCell {
  const { cell, problems } = parseCellMeta(node.lang ?? '', node.meta ?? '');
  for (const { message, remedy } of problems) report(node, message, remedy);
  const { line, column } = startOf(node);
  return { ...cell, source: node.value, place: { line, indent: column - 1 } };
}

function startOf(node: Nodes): { line: number; column: number } {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

/** The head of the file is YAML, not Markdown: it becomes as many empty lines. */
const withoutHead = (text: string): string =>
  text.replace(/^---\r?\n[^]*?\r?\n---(?=\r?\n|$)/, (head) => head.replace(/[^\n]/g, ''));

function parseMarkdown(file: string, text: string): Root | Problem {
  try {
    return parser.parse(withoutHead(text));
  } catch (error) {
    if (typeof (error as VFileMessage).reason !== 'string') throw error;
    return mdxFault(file, error as VFileMessage);
  }
}

interface Address {
  id: string;
  what: string;
  line: number;
  column: number;
}

/** Everything in the lesson that has an id, in page order. */
function addressesOf({ cells, parts }: Lesson): Address[] {
  const ofCells = cells.map(({ id, place }) => ({
    ...{ id, what: 'cell' },
    ...{ line: place.line, column: place.indent + 1 },
  }));
  const ofParts = parts.flatMap(({ address, line, column }) =>
    address ? [{ id: address.id, what: address.kind, line, column }] : [],
  );
  return [...ofCells, ...ofParts].sort((a, b) => a.line - b.line);
}

function repeatedIds(lesson: Lesson): Problem[] {
  const first = new Map<string, Address>();
  return addressesOf(lesson).flatMap(({ id, what, line, column }) => {
    const other = first.get(id);
    if (!id || !other) {
      first.set(id, { id, what, line, column });
      return [];
    }
    const another = other.what === what ? `another ${what}` : `a ${other.what}`;
    return {
      ...{ file: lesson.file, line, column },
      message: `The id "${id}" is that of ${another} of this lesson, in line ${other.line}.`,
      remedy: `Give this ${what} an id of its own.`,
    };
  });
}

/** A heading's id is made from its text, and both ids are addresses in the page. */
function headingIds(lesson: Lesson, tree: Root): Problem[] {
  const headings = new Map<string, number>();
  visit(tree, 'heading', (node) => {
    headings.set(slug(toString(node)), startOf(node).line);
  });
  return addressesOf(lesson).flatMap(({ id, what, line, column }) => {
    const heading = headings.get(id);
    if (heading === undefined) return [];
    return {
      ...{ file: lesson.file, line, column },
      message: `The id "${id}" is that of the heading in line ${heading} as well.`,
      remedy: `Give the ${what} another id, so that a link finds the right one.`,
    };
  });
}
