import { compile } from '../language/compile.ts';
import { checkNames } from './lesson-names.ts';
import { cellProblem } from './lesson-place.ts';
import { checkTypes } from './lesson-types.ts';
import { partsOf, type Lesson } from './lesson.ts';
import type { Problem } from './problems.ts';
import type { TypeFiles } from './types-world.ts';
import { checkExercise, checkModule } from './vocabulary/exercise-check.ts';
import { workCell } from './vocabulary/exercise-spec.ts';
import { exercise } from './vocabulary/exercise.ts';
import { words } from './vocabulary/words.ts';
import { openWorld, type World } from './world.ts';

/**
 * Everything that can be said about lessons without running them. Names are checked where the text compiles, and
 * types where the names are right, so that one mistake is told once.
 */
export function checkLessons(
  lessons: readonly Lesson[],
  types: () => TypeFiles,
  world: World = openWorld(process.cwd()),
): Problem[] {
  const whole = withLessons(world, lessons);
  const problems: Problem[] = lessons.flatMap((lesson) => checkParts(lesson, whole));
  const sound: Lesson[] = [];
  for (const lesson of lessons.map(asMeant)) {
    const faults = checkCode(lesson);
    problems.push(...faults);
    if (faults.length === 0 && lesson.cells.length > 0) sound.push(lesson);
  }
  if (sound.length > 0) problems.push(...checkTypes(sound, types()));
  return problems;
}

/** The lessons being checked stand for themselves, whatever the world has read of them. */
function withLessons(world: World, lessons: readonly Lesson[]): World {
  const checked = new Set(lessons.map(({ id }) => id));
  return { ...world, lessons: () => [...lessons, ...world.lessons().filter(({ id }) => !checked.has(id))] };
}

/** What the elements of the vocabulary say of each other and of the course's lists. */
const checkParts = ({ file, parts }: Lesson, world: World): Problem[] =>
  parts.flatMap((part) => {
    const found: Problem[] = [];
    words.get(part.word)?.check?.(part, world, (message, remedy) => {
      found.push({ file, line: part.line, column: part.column, message, remedy });
    });
    return found;
  });

/** Lines to put in order are read in the right one. */
const asMeant = (lesson: Lesson): Lesson => ({
  ...lesson,
  cells: lesson.cells.map((cell) => (cell.meant === undefined ? cell : { ...cell, source: cell.meant })),
});

/** The first of these that finds something ends it: what follows would tell of the same mistakes. */
function checkCode(lesson: Lesson): Problem[] {
  const texts = [...checkTexts(lesson), ...checkImports(lesson)];
  const exercises = partsOf(lesson, exercise).flatMap(({ spec }) => checkExercise(lesson.file, spec));
  const names = [...texts, ...checkLessonNames(lesson)];
  if (names.length > 0 || exercises.length > 0) return [...names, ...exercises];
  return checkLessonNames(withSolutions(lesson));
}

/** The lesson as it is when every exercise has been solved. */
function withSolutions(lesson: Lesson): Lesson {
  const solutions = new Map(partsOf(lesson, exercise).map(({ spec }) => [workCell(spec.id), spec.solution]));
  return {
    ...lesson,
    cells: lesson.cells.map((cell) =>
      cell.role === 'exercise' ? { ...cell, ...solutions.get(cell.id) } : cell,
    ),
  };
}

/** What tests an exercise is for its check alone. */
function checkImports({ file, cells }: Lesson): Problem[] {
  return cells.flatMap((cell) => {
    const result = compile(cell.source);
    if (!result.ok || !result.cell.imports.includes(checkModule)) return [];
    return cellProblem(file, cell, cell.source.indexOf(checkModule), {
      message: `A cell cannot import from '${checkModule}'.`,
      remedy: 'Only the check of an exercise can.',
    });
  });
}

function checkTexts({ file, cells }: Lesson): Problem[] {
  return cells.flatMap((cell) => {
    const result = compile(cell.source);
    // The solution of lines to put in order is checked with its exercise.
    if (result.ok || cell.meant !== undefined) return [];
    const { line, column, message, remedy = 'Correct the code of this cell.' } = result.fault;
    return { file, line: cell.place.line + line, column: cell.place.indent + column, message, remedy };
  });
}

/** A cell that does not compile may define what the others need: then nothing can be said about their names. */
const checkLessonNames = (lesson: Lesson): Problem[] =>
  lesson.cells.every(({ source }) => compile(source).ok) ? checkNames(lesson, lesson.cells) : [];
