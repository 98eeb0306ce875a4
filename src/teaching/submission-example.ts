/** A small made-up submission, written as a student's page writes one. For the page that explains the file. */
import { noProgress, withFact, type Fact } from '../learning/progress.ts';
import type { Assignment } from './assignment.ts';
import { toHandover } from './handover.ts';
import { gunzip } from './packing.ts';
import { largest, writeSubmission } from './submission.ts';

const begun = Date.UTC(2026, 10, 30, 16, 5);
const made = Date.UTC(2026, 11, 3, 17, 40);
const assignment: Assignment = {
  ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: null, due: Date.UTC(2026, 11, 4, 17) },
  ...{ zone: 'Europe/Zurich', asks: 'name', extensions: [] },
  policy: { tries: null, hints: true, solutions: 'passed', exercises: 'whole', answers: 'first' },
  items: [
    { kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'mf0qk2z7a', points: 5 },
    { kind: 'quiz', lesson: 'cost', part: 'rates', hash: 'a81dd03ux', points: 1 },
  ],
};
const facts: Fact[] = [
  { type: 'checked', exercise: 'one-step', passed: false },
  { type: 'hint', exercise: 'one-step', hints: 1 },
  { type: 'checked', exercise: 'one-step', passed: true },
  { type: 'answered', quiz: 'rates', question: 'too-large', answer: '1x9bq', right: false },
  { type: 'answered', quiz: 'rates', question: 'too-large', answer: 'k20ve', right: true },
  { type: 'spent', ms: 1_260_000 },
];

/** The file, gzipped, as the student saves it. */
export function exampleFile(): Promise<Uint8Array<ArrayBuffer>> {
  const progress = facts.reduce(
    (all, fact, at) => withFact(all, fact, begun + at * 60_000),
    noProgress(begun),
  );
  const work = {
    progress,
    texts: new Map([
      ['one-step-code', 'const step = (w: number, slope: number, rate: number) => w - rate * slope;\n'],
    ]),
    exercises: [{ id: 'one-step', cell: 'one-step-code', given: null }],
  };
  const handover = toHandover({
    ...{ assignment, student: 'Ada Lovelace', now: made, course: '0.1.0' },
    work: () => work,
    hash: ({ hash }) => hash,
  });
  return writeSubmission(handover);
}

/** What stands in it, laid out for reading. */
export const exampleText = async (): Promise<string> =>
  JSON.stringify(JSON.parse(await gunzip(await exampleFile(), largest.text)), null, 2);
