/** What can be said of an exercise's texts without running them. */
import { compile, findNames } from '../../language/compile.ts';
import { parse } from '../../language/parse.ts';
import { walk } from '../../language/walk.ts';
import { cellProblem } from '../lesson-place.ts';
import type { Problem } from '../problems.ts';
import type { ExerciseSpec, Fence } from './exercise-spec.ts';

/** The module that checks import from, and nothing else does. */
export const checkModule = 'descent/check';

type Told = Pick<Problem, 'message' | 'remedy'>;
type Tell = (fence: Fence, offset: number, told: Told) => Problem;

/** Problems of the solution, of the check, and of how the two go with the starter. */
export function checkExercise(file: string, spec: ExerciseSpec): Problem[] {
  const tell: Tell = (fence, offset, told) => cellProblem(file, fence, offset, told);
  const faults = [...faultsOf(file, spec.solution, 'solution'), ...faultsOf(file, spec.check, 'check')];
  if (faults.length > 0) return faults;
  return [...checkSolution(spec, tell), ...checkCheck(spec, tell)];
}

function faultsOf(file: string, { source, place }: Fence, what: string): Problem[] {
  const result = compile(source);
  if (result.ok) return [];
  const { line, column, message, remedy = `Correct the ${what}.` } = result.fault;
  return [{ file, line: place.line + line, column: place.indent + column, message, remedy }];
}

function checkSolution({ kind, starter, solution }: ExerciseSpec, tell: Tell): Problem[] {
  if (kind === 'order') return [];
  if (plainText(starter.source) === plainText(solution.source))
    return [
      tell(solution, 0, {
        message: 'The solution is the starter: there is nothing to do.',
        remedy: 'Take the part that the reader is to write out of the starter.',
      }),
    ];
  if (!compile(starter.source).ok) return [];
  const [begun, solved] = [findNames(starter.source).defines, findNames(solution.source).defines];
  const lost = begun.find(({ name }) => solved.every((other) => other.name !== name));
  if (lost)
    return [
      tell(starter, lost.offset, {
        message: `The starter defines ${lost.name}, and the solution does not.`,
        remedy: `Define ${lost.name} in the solution, or take it out of the starter.`,
      }),
    ];
  const fresh =
    kind === 'write' ? undefined : solved.find(({ name }) => begun.every((other) => other.name !== name));
  if (!fresh) return [];
  return [
    tell(solution, fresh.offset, {
      message: `The solution defines ${fresh.name}, and the starter does not.`,
      remedy: `Define ${fresh.name} in the starter too, or make this an exercise of kind="write".`,
    }),
  ];
}

const plainText = (source: string): string => source.replace(/\s+/gu, ' ').trim();

function checkCheck({ kind, check, variant }: ExerciseSpec, tell: Tell): Problem[] {
  const { needs } = findNames(check.source);
  const given = variant?.sets[0] ? findNames(variant.sets[0].source).defines.map(({ name }) => name) : [];
  const unseen = needs
    .filter(({ name }) => !given.includes(name))
    .map(({ name, offset }) =>
      tell(check, offset, {
        message: `The check cannot see ${name}: it runs apart from the lesson's cells.`,
        remedy: `Call it with work.call('${name}', …), read it with work.read('${name}'), or define it in the check.`,
      }),
    );
  return [...unseen, ...checkCalls(kind, check, tell)];
}

function checkCalls(kind: ExerciseSpec['kind'], check: Fence, tell: Tell): Problem[] {
  const calls = callsOf(check.source);
  const score = calls.get('score');
  if (kind === 'score' && score === undefined)
    return [
      tell(check, 0, {
        message: 'This exercise is to reach a score, and its check has none.',
        remedy: `Call score('accuracy', …) in the check; import score from '${checkModule}'.`,
      }),
    ];
  if (kind !== 'score' && score !== undefined)
    return [
      tell(check, score, {
        message: `A score is for exercises of kind="score", not "${kind}".`,
        remedy: 'Use check(…) with a condition, or change the kind.',
      }),
    ];
  if (calls.has('check') || kind === 'score') return [];
  return [
    tell(check, 0, {
      message: 'This check tests nothing.',
      remedy: `Write check('what it tests', async () => …); import check from '${checkModule}'.`,
    }),
  ];
}

/** Names that are called, and where each is first. */
function callsOf(source: string): Map<string, number> {
  const calls = new Map<string, number>();
  walk(parse(source), {
    enter({ node }) {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
      const { name, start } = node.callee;
      if (!calls.has(name)) calls.set(name, start);
    },
  });
  return calls;
}
