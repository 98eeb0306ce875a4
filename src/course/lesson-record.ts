import { compile, type CompiledCell } from '../language/compile.ts';
import { partsOf, type Lesson, type LessonCell } from './lesson.ts';
import { seedOf } from './seed.ts';
import { toExerciseRecord, type ExerciseRecord } from './vocabulary/exercise-record.ts';
import { exercise } from './vocabulary/exercise.ts';

export { seedOf };

/** What a lesson's page fetches before the first run or edit: `/data/lesson/<id>.json`. */
export interface LessonRecord {
  lesson: string;
  /** Where `Math.random` begins in this lesson, so that a reader gets the numbers of the text. */
  seed: number;
  /** In page order. `compiled` is `null` for lines that the reader has yet to put in order. */
  cells: { id: string; title: string; source: string; live: boolean; compiled: CompiledCell | null }[];
  exercises: ExerciseRecord[];
}

/** @throws Error on a cell that does not compile; the checks have told its author by then */
export const toRecord = (lesson: Lesson): LessonRecord => ({
  lesson: lesson.id,
  seed: seedOf(lesson.id),
  cells: lesson.cells.map((cell) => ({
    id: cell.id,
    title: cell.title,
    source: cell.source,
    live: cell.live,
    compiled: compiledCell(lesson.file, cell),
  })),
  exercises: partsOf(lesson, exercise).map(({ spec }) => toExerciseRecord(lesson.file, spec)),
});

function compiledCell(file: string, { id, source, meant, place }: LessonCell): CompiledCell | null {
  const result = compile(source);
  if (result.ok) return result.cell;
  if (meant !== undefined) return null;
  throw new Error(`${file}:${place.line + result.fault.line}: cell "${id}": ${result.fault.message}`);
}
