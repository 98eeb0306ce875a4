import type { CellText } from '../protocol.ts';
import type { CheckJob } from './check.ts';

const names = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/**
 * Which of the two workers need TensorFlow.js. Goes by words and so may say yes for a comment; that costs time, not
 * rightness.
 */
export function needTensors({ cells, cell, check, given }: CheckJob): {
  learner: boolean;
  examiner: boolean;
} {
  const asked = wordsIn(check.code);
  const examiner = asked.has('tf') || given.some((each) => wordsOf(each).has('tf'));
  const learner = asked.has('tensor') || concerned(cells, cell).some((each) => wordsOf(each).has('tf'));
  return { learner, examiner };
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.match(names));

const wordsOf = ({ source, compiled }: CellText): ReadonlySet<string> => wordsIn(compiled?.code ?? source);

/** The cell and those that it may need. */
function concerned(cells: readonly CellText[], cell: string): CellText[] {
  const found = new Set(cells.filter(({ id }) => id === cell));
  for (const each of found) {
    const words = wordsOf(each);
    for (const other of cells) if (defines(other).some((name) => words.has(name))) found.add(other);
  }
  return [...found];
}

const defines = (cell: CellText): readonly string[] => cell.compiled?.defines ?? [...wordsOf(cell)];
