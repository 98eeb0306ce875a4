/** What a page and a teacher's program know of an exercise beside its cell. */
import { compile, type CompiledCell } from '../../language/compile.ts';
import { hash } from '../../learning/hash.ts';
import { givenCell, workCell, type ExerciseKind, type ExerciseSpec, type Fence } from './exercise-spec.ts';

export interface ExerciseRecord {
  id: string;
  title: string;
  kind: ExerciseKind;
  /** Changes when anything of the exercise does that can change its result. */
  hash: string;
  /** The cell in which the reader works. */
  cell: string;
  solution: string;
  check: { source: string; compiled: CompiledCell };
  /** The numbers, where it has other ones: a cell that nobody sees, and its texts; the first is the lesson's own. */
  given: {
    cell: string;
    sets: { source: string; compiled: CompiledCell; numbers: Record<string, string> }[];
  } | null;
}

/** @throws Error on a text that does not compile; the checks have told its author by then */
export function toExerciseRecord(file: string, spec: ExerciseSpec): ExerciseRecord {
  const { id, title, kind, variant, solution, check } = spec;
  return {
    ...{ id, title, kind, hash: hashOf(spec), cell: workCell(id), solution: solution.source },
    check: { source: check.source, compiled: compiled(file, check) },
    given: variant && {
      cell: givenCell(id),
      sets: variant.sets.map((set) => ({
        ...set,
        compiled: compiled(file, { source: set.source, place: variant.fence.place }),
      })),
    },
  };
}

const hashOf = ({ starter, solution, check, variant }: ExerciseSpec): string =>
  hash([starter, solution, check, variant?.fence].map((fence) => fence?.source ?? '').join('\n\u0000\n'));

function compiled(file: string, { source, place }: Fence): CompiledCell {
  const result = compile(source);
  if (result.ok) return result.cell;
  throw new Error(`${file}:${place.line + result.fault.line}: ${result.fault.message}`);
}
