/**
 * The vocabulary of lessons: capitalised elements such as `<Quiz>`. A word is read once for the build's checks and
 * once for its markup; both go through its `parse`, so that they cannot disagree.
 */
import type { Nodes, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { LessonCell } from '../lesson.ts';
import type { World } from '../world.ts';

/** An element of the vocabulary as it stands in a lesson's tree. */
export type WordNode = MdxJsxFlowElement | MdxJsxTextElement;

/** Tells the author of a mistake, at a node of the lesson. */
export type Report = (node: Nodes, message: string, remedy: string) => void;

/** Where a word stands. */
export interface Where {
  /** The lesson's id. */
  lesson: string;
  /** Path of its file from the root of the project. */
  file: string;
}

/** What markup may depend on beyond the element itself. */
export interface PageContext extends Where {
  world: World;
  /** Collected while the page is rendered, in page order, for the list of sources at its end. */
  cited: Citation[];
}

/** A work, cited at one place of a lesson. */
export interface Citation {
  /** The work's id in `content/references.yaml`. */
  of: string;
  /** Where in the work: `p. 537`. */
  at?: string | undefined;
}

export interface Word<S extends object = object> {
  /** The element's name, capitalised. */
  readonly name: string;
  /** Names of the words it must stand directly in; anywhere in a lesson when missing. */
  readonly within?: readonly string[];
  /** Reads the element; reports what is wrong and returns `null` when nothing can be made of it. */
  parse(node: WordNode, report: Report, where: Where): S | null;
  /** Its address in the page, where it has one. Unique in the lesson, for ever. */
  address?(spec: S): { id: string; title: string; kind: PartKind };
  /** Cells that it brings into the lesson's scope. */
  cells?(spec: S, node: WordNode): LessonCell[];
  /** What can be said only when all lessons, references and terms are known. */
  check?(part: Part<S>, world: World, report: (message: string, remedy: string) => void): void;
  /** What takes the element's place. Elements inside it have been rendered by then. */
  render(spec: S, node: WordNode, page: PageContext): RootContent | Promise<RootContent>;
}

/** What a topic can have as its home. */
export const partKinds = [
  'cell',
  'exercise',
  'quiz',
  'prediction',
  'claim',
  'figure',
  'table',
  'entry',
] as const;
export type PartKind = (typeof partKinds)[number];

/** A word in a lesson, read. */
export interface Part<S extends object = object> {
  word: string;
  spec: S;
  lesson: string;
  address: { id: string; title: string; kind: PartKind } | null;
  line: number;
  column: number;
}
