/** The static markup of an exercise: task, cell and hints can be read without JavaScript. */
import type { Nodes, RootContent } from 'mdast';
import { cellNode } from '../cell-node.ts';
import { highlight } from '../highlight.ts';
import { fenceName } from './exercise-fences.ts';
import { fillGivens } from './exercise-given.ts';
import { kindWords, workCell, type ExerciseSpec } from './exercise-spec.ts';
import { block } from './node.ts';
import type { PageContext, WordNode } from './word.ts';

export async function renderExercise(
  spec: ExerciseSpec,
  node: WordNode,
  page: PageContext,
): Promise<RootContent> {
  const { id, title, kind, room, narrow, variant, starter } = spec;
  const children = node.children as Nodes[];
  const hints = children.filter(isHint);
  const task = children.filter((child) => !isHint(child) && !(child.type === 'code' && fenceName(child)));
  fillGivens(children, variant?.sets[0]?.numbers ?? {});
  hints.forEach((hint, index) => number(hint, index, hints.length));
  const meta = { id: workCell(id), title, room, narrow, live: false, long: false };
  return block(
    'descent-exercise',
    {
      id,
      ...{ dataState: 'todo', dataKind: kind, dataLesson: page.lesson, dataTitle: title },
      ...(variant ? { dataGiven: variant.sets[0]?.source ?? '' } : {}),
      ...{ role: 'region', ariaLabel: `Exercise: ${title}` },
    },
    [
      block('div', { className: ['exercise-head'] }, [
        block('span', { className: ['exercise-kind'] }, [`Exercise: ${kindWords[kind]}`]),
        block('span', { className: ['exercise-state'] }),
      ]),
      block('div', { className: ['exercise-task'] }, task),
      block('div', { className: ['exercise-card'] }, [
        cellNode(meta, page.lesson, await highlight(starter.source)),
        block('div', { className: ['exercise-bar'] }),
        block('div', { className: ['exercise-report'] }),
        block('div', { className: ['exercise-hints'] }, hints),
        block('div', { className: ['exercise-solution'] }),
      ]),
    ],
  );
}

const isHint = (node: Nodes): boolean =>
  (node as { data?: { hName?: string } }).data?.hName === 'details' && 'children' in node;

/** "Hint 1 of 3". */
function number(hint: Nodes, index: number, count: number): void {
  const [summary] = 'children' in hint ? hint.children : [];
  if (summary && 'children' in summary)
    summary.children = [{ type: 'text', value: `Hint ${index + 1} of ${count}` }];
}
