/**
 * `<Figure id="fog" title="…" caption="…">` around one fence ```` ```ts figure ````: a picture in the text. The code
 * is run while the site is built and shows one figure; what it shows stands in the page in words and as a table, and
 * is drawn when it comes near. The code itself opens below it as a cell.
 */
import type { Code } from 'mdast';
import * as z from 'zod';
import { compile } from '../../language/compile.ts';
import { runFigure } from '../figure-data.ts';
import type { LessonCell } from '../lesson.ts';
import { idAttribute, readAttributes, titleAttribute } from './attributes.ts';
import { figureMarkup } from './figure-markup.ts';
import type { Report, Word, WordNode } from './word.ts';

const attributes = z.strictObject({
  id: idAttribute.max(58, 'use at most 58 characters'),
  title: titleAttribute,
  caption: z.string().trim().min(1, 'leave it out or write a sentence').optional(),
});

export interface FigureSpec extends z.output<typeof attributes> {
  source: string;
  /** Of the fence. */
  place: LessonCell['place'];
}

const example = 'Write ```ts figure in it, and code that ends in show.figure(…).';

export const figure: Word<FigureSpec> = {
  name: 'Figure',
  parse(node, report) {
    const read = readAttributes(node, attributes, report);
    const fence = readFence(node, report);
    return read && fence && { ...read, ...fence };
  },
  address: ({ id, title }) => ({ id, title, kind: 'figure' }),
  cells: (spec) => [codeCell(spec)],
  check({ spec, lesson }, _, report) {
    // What does not compile, or needs a name of another cell, is told where all cells are checked.
    const compiled = compile(spec.source);
    if (!compiled.ok || compiled.cell.needs.length > 0) return;
    const run = runFigure(spec.source, lesson, codeCell(spec).id);
    if (!run.ok) report(run.message, run.remedy);
  },
  async render(spec, _, { lesson, file }) {
    const run = runFigure(spec.source, lesson, codeCell(spec).id);
    if (!run.ok) throw new Error(`${file}:${spec.place.line}: ${run.message} ${run.remedy}`);
    return figureMarkup(spec, run.figure, codeCell(spec), lesson);
  },
};

/** The cell that opens the figure's code. */
const codeCell = ({ id, title, source, place }: FigureSpec): LessonCell => ({
  ...{ id: `${id}-code`, title: `${title}, the code`, source, place },
  ...{ room: null, narrow: null, live: false, long: false, role: 'figure' },
});

function readFence(node: WordNode, report: Report): Pick<FigureSpec, 'source' | 'place'> | null {
  const fences = node.children.filter((child): child is Code => child.type === 'code');
  const [fence, second] = fences;
  const stray = node.children.find((child) => child.type !== 'code');
  if (stray)
    report(stray, '<Figure> holds nothing but its code.', 'Write what stands below it as caption="…".');
  if (second) report(second, 'This <Figure> holds two fences.', 'Write one figure for each.');
  if (!fence) {
    report(node, 'This <Figure> has no code.', example);
    return null;
  }
  if (fence.lang !== 'ts' || fence.meta?.trim() !== 'figure') {
    report(fence, `The code of a <Figure> begins with \`\`\`ts figure.`, example);
    return null;
  }
  const { line = 1, column = 1 } = fence.position?.start ?? {};
  return { source: fence.value, place: { line, indent: column - 1 } };
}
