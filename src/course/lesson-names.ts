import { findNames, type NamePlace } from '../language/compile.ts';
import { cellProblem } from './lesson-place.ts';
import type { Lesson, LessonCell } from './lesson.ts';
import type { Problem } from './problems.ts';

interface NamedCell {
  cell: LessonCell;
  defines: NamePlace[];
  needs: NamePlace[];
}

/**
 * Checks that the lesson's cells hang together: every name is defined, by one cell alone, and no two cells wait for
 * each other. The cells given must be ones that compile.
 */
export function checkNames({ file }: Lesson, cells: readonly LessonCell[]): Problem[] {
  const named = cells.map((cell): NamedCell => ({ cell, ...findNames(cell.source) }));
  const owners = new Map<string, NamedCell>();
  const repeated: Problem[] = [];
  for (const each of named) {
    for (const { name, offset } of each.defines) {
      const owner = owners.get(name);
      if (owner) repeated.push(repeatedName(file, each.cell, owner.cell, name, offset));
      else owners.set(name, each);
    }
  }
  const missing = named.flatMap(({ cell, needs }) =>
    needs
      .filter(({ name }) => !owners.has(name))
      .map(({ name, offset }) =>
        cellProblem(file, cell, offset, {
          message: `No cell of this lesson defines ${name}.`,
          remedy: `Define it in a cell, import it, or correct the name.`,
        }),
      ),
  );
  const faults = [
    ...repeated,
    ...missing,
    ...checkFigures(file, named, owners),
    ...checkCycles(file, named, owners),
  ];
  return faults.length > 0 ? faults : named.flatMap((each) => needsOfExercises(file, each, owners));
}

/** Nothing waits for an exercise: it may never be solved. Only its own cell sees its numbers. */
const needsOfExercises = (
  file: string,
  { cell, needs }: NamedCell,
  owners: ReadonlyMap<string, NamedCell>,
): Problem[] =>
  needs.flatMap(({ name, offset }) => {
    const owner = owners.get(name)?.cell;
    if (owner?.role !== 'exercise' && owner?.role !== 'given') return [];
    if (owner.role === 'given' && cell.role === 'exercise' && exerciseOf(owner) === exerciseOf(cell))
      return [];
    return cellProblem(file, cell, offset, {
      message: `${name} is defined by the exercise "${exerciseOf(owner)}" alone, and no cell may depend on an exercise.`,
      remedy: `Define what this cell needs in a cell of the lesson, under another name.`,
    });
  });

const exerciseOf = ({ id }: LessonCell): string => id.replace(/-(?:code|given)$/u, '');

/** A figure is computed when the site is built, where no cell has run. */
const checkFigures = (
  file: string,
  named: readonly NamedCell[],
  owners: ReadonlyMap<string, NamedCell>,
): Problem[] =>
  named
    .filter(({ cell }) => cell.role === 'figure')
    .flatMap(({ cell, needs }) =>
      needs.flatMap(({ name, offset }) => {
        const owner = owners.get(name);
        return owner
          ? cellProblem(file, cell, offset, {
              message: `The figure uses ${name} of the cell "${owner.cell.id}", and a figure's code stands alone.`,
              remedy: `Define it in the figure under a name of its own, or make the figure a cell.`,
            })
          : [];
      }),
    );

const repeatedName = (file: string, cell: LessonCell, other: LessonCell, name: string, offset: number) =>
  cellProblem(file, cell, offset, {
    message: `The cell "${other.id}" defines ${name} already, and all cells share one scope.`,
    remedy: 'Give one of the two another name, or assign to it without declaring it again.',
  });

/** Each circle of cells that need one another is told once, at its first cell. */
function checkCycles(
  file: string,
  named: readonly NamedCell[],
  owners: ReadonlyMap<string, NamedCell>,
): Problem[] {
  const settled = new Set<NamedCell>();
  const problems: Problem[] = [];
  const follow = (from: NamedCell, path: readonly NamedCell[]): void => {
    const start = path.indexOf(from);
    if (start >= 0) problems.push(cycle(file, path.slice(start), owners));
    else if (!settled.has(from)) {
      for (const owner of ownersOf(from, owners)) follow(owner, [...path, from]);
      settled.add(from);
    }
  };
  for (const each of named) follow(each, []);
  return problems;
}

const ownersOf = (from: NamedCell, owners: ReadonlyMap<string, NamedCell>): Set<NamedCell> =>
  new Set(from.needs.flatMap(({ name }) => owners.get(name) ?? []));

function cycle(file: string, path: readonly NamedCell[], owners: ReadonlyMap<string, NamedCell>): Problem {
  const links = path.map((from, index) => {
    const to = path[(index + 1) % path.length];
    const need = from.needs.find(({ name }) => owners.get(name) === to);
    return { from, to, name: need?.name ?? '', offset: need?.offset ?? 0 };
  });
  const told = links.map(({ from, to, name }) => `"${from.cell.id}" needs ${name} of "${to?.cell.id ?? ''}"`);
  const [first] = links;
  return cellProblem(
    file,
    first?.from.cell ?? { source: '', place: { line: 1, indent: 0 } },
    first?.offset ?? 0,
    {
      message: `These cells wait for one another: ${told.join(', ')}.`,
      remedy: 'Move one of the names into the cell that comes first, or hand it over as a parameter.',
    },
  );
}
