import ts from 'typescript';
import { checkLessons as checkTypes } from '../language/cell-service.ts';
import type { TypeProblem } from '../language/cell-types.ts';
import { compile } from '../language/compile.ts';
import { checkNames } from './lesson-names.ts';
import { cellProblem } from './lesson-place.ts';
import type { Lesson, LessonCell } from './lesson.ts';
import type { Problem } from './problems.ts';
import type { TypeFiles } from './types-world.ts';
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
  for (const lesson of lessons) {
    const faults = [...checkTexts(lesson), ...checkLessonNames(lesson)];
    problems.push(...faults);
    if (faults.length === 0 && lesson.cells.length > 0) sound.push(lesson);
  }
  if (sound.length > 0) problems.push(...checkLessonTypes(sound, types()));
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

function checkTexts({ file, cells }: Lesson): Problem[] {
  return cells.flatMap((cell) => {
    const result = compile(cell.source);
    if (result.ok) return [];
    const { line, column, message, remedy = 'Correct the code of this cell.' } = result.fault;
    return { file, line: cell.place.line + line, column: cell.place.indent + column, message, remedy };
  });
}

/** A cell that does not compile may define what the others need: then nothing can be said about their names. */
const checkLessonNames = (lesson: Lesson): Problem[] =>
  lesson.cells.every(({ source }) => compile(source).ok) ? checkNames(lesson, lesson.cells) : [];

function checkLessonTypes(lessons: readonly Lesson[], types: TypeFiles): Problem[] {
  const found = checkTypes(ts, types, lessons.map(toTexts));
  return lessons.flatMap(({ file, cells }, lesson) =>
    cells.flatMap((cell, index) =>
      (found[lesson]?.[index] ?? []).map((problem) => typeProblem(file, cell, problem)),
    ),
  );
}

/** Cells are told apart by their place, for an id may be missing or stand twice. */
const toTexts = ({ cells }: Lesson) => cells.map(({ source }, index) => ({ id: String(index), source }));

const typeProblem = (file: string, cell: LessonCell, { start, message, code }: TypeProblem): Problem =>
  cellProblem(file, cell, start, {
    message: `${message} (TypeScript ${code})`,
    remedy: `Correct the types in the cell "${cell.id}"; hover over them in the editor to see what they are.`,
  });
