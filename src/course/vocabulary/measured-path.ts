/** A value of the lesson's scope as the text names it: a path such as `rows[2].height`, and the cell that makes it. */
import * as z from 'zod';
import { parsePath } from '../../kernel/value-path.ts';
import { compile, findNames } from '../../language/compile.ts';
import type { LessonCell } from '../lesson.ts';
import type { World } from '../world.ts';
import type { Part } from './word.ts';

/** In the kernel's own grammar: names, `.name`, `[index]`. */
export const pathAttribute = z
  .string()
  .refine(
    (text) => parsePath(text) !== null,
    'write a name of the cell, as in loss, rows[2].height or losses.length; what is worked out gets a name there first',
  );

export const cellAttribute = z.string().min(1, 'name the cell by its id');

type Tell = (message: string, remedy: string) => void;

/** Says what is wrong with a path: there must be the cell, and it or one that it needs must define the first name. */
export function checkPath(
  { word, lesson, spec }: Part<{ cell: string; value: string }>,
  world: World,
  report: Tell,
): void {
  const cells = world.lessons().find(({ id }) => id === lesson)?.cells ?? [];
  const cell = cells.find(({ id }) => id === spec.cell);
  if (!cell) {
    const known = cells.map(({ id }) => id).join(', ') || 'none';
    report(`<${word}> names the cell "${spec.cell}", which this lesson has not.`, `Its cells are: ${known}.`);
    return;
  }
  const names = namesOf(cell, cells);
  const first = parsePath(spec.value)?.name ?? '';
  if (names === null || names.has(first)) return;
  report(
    `<${word}> reads ${spec.value}, and neither the cell "${cell.id}" nor one it needs defines ${first}.`,
    `Name the value in the cell, as in const ${first} = …, or correct the path. Defined are: ${[...names].join(', ') || 'none'}.`,
  );
}

/** The names of a cell and of all that it needs; `null` where one of them does not compile, which is told elsewhere. */
function namesOf(cell: LessonCell, cells: readonly LessonCell[]): Set<string> | null {
  const texts = cells.map((each) => ({ each, text: each.meant ?? each.source }));
  if (!texts.every(({ text }) => compile(text).ok)) return null;
  const named = texts.map(({ each, text }) => ({ each, ...findNames(text) }));
  const names = new Set<string>();
  const visited = new Set<LessonCell>();
  const visit = (from: LessonCell): void => {
    visited.add(from);
    const { defines = [], needs = [] } = named.find(({ each }) => each === from) ?? {};
    for (const { name } of defines) names.add(name);
    for (const { each, defines: theirs } of named)
      if (!visited.has(each) && theirs.some(({ name }) => needs.some((need) => need.name === name)))
        visit(each);
  };
  visit(cell);
  return names;
}
