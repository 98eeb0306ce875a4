/** `<Exercise>`: a task, the cell in which it is done, tests that say what is missing, hints and a solution. */
import type { Nodes } from 'mdast';
import * as z from 'zod';
import { seedOf } from '../seed.ts';
import type { LessonCell } from '../lesson.ts';
import { idAttribute, readAttributes, titleAttribute } from './attributes.ts';
import { readFences, type Fences } from './exercise-fences.ts';
import { checkGivens } from './exercise-given.ts';
import { linesOf, shuffled } from './exercise-lines.ts';
import { renderExercise } from './exercise-render.ts';
import { exerciseKinds, givenCell, workCell, type ExerciseSpec, type Fence } from './exercise-spec.ts';
import { variantsOf } from './exercise-variant.ts';
import { isElement } from './read-words.ts';
import type { Report, Where, Word, WordNode } from './word.ts';

const height = z.number().positive().max(60).optional();
const attributes = z.strictObject({
  // The ids of its cells are longer.
  id: idAttribute.max(56),
  title: titleAttribute,
  kind: z.enum(exerciseKinds),
  room: height,
  narrow: height,
});

export const exercise: Word<ExerciseSpec> = {
  name: 'Exercise',
  parse: parseExercise,
  address: ({ id, title }) => ({ id, title, kind: 'exercise' }),
  cells,
  render: renderExercise,
};

function parseExercise(node: WordNode, told: Report, { lesson }: Where): ExerciseSpec | null {
  let faults = 0;
  const report: Report = (...problem) => {
    faults += 1;
    told(...problem);
  };
  const read = readAttributes(node, attributes, report);
  const hints = countHints(node.children);
  if (hints === 0) report(node, 'This exercise has no <Hint>.', 'Write at least one, the gentlest first.');
  if (!read) return null;
  const fences = readFences(node, read.kind, report);
  const variant = readVariant(fences, report);
  checkGivens(node.children, variant?.sets[0]?.numbers ?? {}, report);
  const starter =
    read.kind === 'order' ? outOfOrder(fences, `${lesson}/${read.id}`, report) : fences.starter?.fence;
  const { solution, check } = fences;
  // What would be said of the rest follows from what is wrong already.
  if (!starter || !solution || !check || faults > 0) return null;
  const { id, title, kind, room = null, narrow = null } = read;
  return {
    ...{ id, title, kind, room, narrow, variant, starter, hints },
    solution: solution.fence,
    check: check.fence,
  };
}

/** One that stands alone in its line may be found in a paragraph. */
const countHints = (nodes: readonly Nodes[]): number =>
  nodes.reduce((count, node) => {
    if (isElement(node) && node.name === 'Hint') return count + 1;
    return node.type === 'paragraph' ? count + countHints(node.children) : count;
  }, 0);

function readVariant({ variant }: Fences, report: Report): ExerciseSpec['variant'] {
  if (!variant) return null;
  const sets = variantsOf(variant.fence.source);
  if (Array.isArray(sets)) return { fence: variant.fence, sets };
  const { start, end } = variant.node.position ?? {
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
  };
  const line = start.line + (sets.line ?? 0);
  const at = { ...variant.node, position: { start: { ...start, line }, end } };
  report(at, sets.message, sets.remedy);
  return null;
}

function outOfOrder({ solution }: Fences, address: string, report: Report): Fence | undefined {
  if (!solution) return undefined;
  const lines = shuffled(linesOf(solution.fence.source), seedOf(address));
  if (lines) return { ...solution.fence, source: lines.join('\n') };
  report(
    solution.node,
    'Every order of these lines is the right one.',
    'Give the solution two different lines or more.',
  );
  return undefined;
}

function cells(spec: ExerciseSpec): LessonCell[] {
  const { id, title, kind, room, narrow, variant, starter, solution } = spec;
  const plain = { title, live: false, long: false };
  const [set] = variant?.sets ?? [];
  return [
    ...(variant && set
      ? [
          {
            ...plain,
            ...{ id: givenCell(id), room: null, narrow: null, role: 'given' as const },
            ...{ source: set.source, place: variant.fence.place },
          },
        ]
      : []),
    {
      ...plain,
      ...{ id: workCell(id), room, narrow, role: 'exercise', source: starter.source, place: starter.place },
      ...(kind === 'order' && { meant: solution.source }),
    },
  ];
}
