/** Types: every cell beside the lesson's others, every solution in its starter's place, every check by itself. */
import ts from 'typescript';
import { checkCells } from '../language/cell-service.ts';
import type { CellText, TypeProblem } from '../language/cell-types.ts';
import { libraryModules } from '../language/module-names.ts';
import { cellProblem } from './lesson-place.ts';
import { partsOf, type Lesson } from './lesson.ts';
import type { Problem } from './problems.ts';
import type { TypeFiles } from './types-world.ts';
import { workCell, type ExerciseSpec, type Fence } from './vocabulary/exercise-spec.ts';
import { exercise } from './vocabulary/exercise.ts';

/** A text to be checked, as the cell `id` among `cells`. */
interface Job {
  file: string;
  text: Fence;
  /** As problems call it. */
  what: string;
  cells: readonly CellText[];
  id: string;
}

/** All lessons in one program, so that the types are read once. The cells must be ones that compile. */
export function checkTypes(lessons: readonly Lesson[], types: TypeFiles): Problem[] {
  const jobs = lessons.flatMap((lesson) => [...cellJobs(lesson), ...exerciseJobs(lesson)]);
  const found = checkCells(ts, types, jobs);
  return jobs.flatMap((job, index) => causes(found[index] ?? []).map((problem) => toProblem(job, problem)));
}

/** Cells are told apart by their place, for an id may be missing or stand twice. */
const toTexts = ({ cells }: Lesson): CellText[] =>
  cells.map(({ source }, index) => ({ id: String(index), source }));

/** Numbers of an exercise were made by us. */
function cellJobs(lesson: Lesson): Job[] {
  const cells = toTexts(lesson);
  return lesson.cells.flatMap((cell, index) => {
    if (cell.role === 'given') return [];
    return { file: lesson.file, text: cell, what: `the cell "${cell.id}"`, cells, id: String(index) };
  });
}

const exerciseJobs = (lesson: Lesson): Job[] =>
  partsOf(lesson, exercise).flatMap(({ spec }) => [...solutionJob(lesson, spec), checkJob(lesson, spec)]);

/** Lines to put in order are checked in the right order already. */
function solutionJob(lesson: Lesson, { id, kind, solution }: ExerciseSpec): Job[] {
  if (kind === 'order') return [];
  const at = lesson.cells.findIndex((cell) => cell.id === workCell(id));
  const cells = toTexts(lesson).map((cell, index) =>
    index === at ? { ...cell, source: solution.source } : cell,
  );
  return [{ file: lesson.file, text: solution, what: `the solution of "${id}"`, cells, id: String(at) }];
}

function checkJob({ file }: Lesson, { id, check, variant }: ExerciseSpec): Job {
  const cells = [check.source, ...(variant?.sets.slice(0, 1).map(({ source }) => source) ?? [])];
  return {
    ...{ file, text: check, what: `the check of "${id}"` },
    cells: cells.map((source, index) => ({ id: String(index), source })),
    id: '0',
  };
}

/** TypeScript's number for a module that is not there. */
const noModule = 2307;

/** What comes from a module that is not there has no types, and every use of it would be told of as well. */
function causes(problems: readonly TypeProblem[]): readonly TypeProblem[] {
  const modules = problems.filter(({ code }) => code === noModule);
  return modules.length > 0 ? modules : problems;
}

const toProblem = ({ file, text, what }: Job, { start, message, code }: TypeProblem): Problem =>
  cellProblem(file, text, start, {
    message: `${message} (TypeScript ${code})`,
    remedy:
      code === noModule
        ? `Correct the name in ${what}; there are ${Object.keys(libraryModules).join(', ')} (in checks alone) and @tensorflow/tfjs.`
        : `Correct the types in ${what}; hover over them in the page's editor to see what they are.`,
  });
