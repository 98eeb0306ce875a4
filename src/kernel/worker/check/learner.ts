/** The learner's side of a check: runs the cells afresh, then answers questions one by one. */
import type { Answer, LearnerReply, LearnerRequest, Question } from '../../check/check-protocol.ts';
import type { CellError } from '../../protocol.ts';
import { faultError, toCellError } from '../errors.ts';
import { createEvaluator } from '../evaluate.ts';
import { hushPrototypes } from '../hush.ts';
import { createLesson, type LessonCell } from '../lesson.ts';
import { arrivals } from '../load-script.ts';
import { importModule } from '../modules.ts';
import { plan } from '../plan.ts';
import { seedRandom } from '../random.ts';
import { natives } from '../realm.ts';
import { readPath, variable } from '../read-path.ts';
import { createScope } from '../scope.ts';
import { toPlain, Unreadable } from '../to-plain.ts';
import { fillMarks } from './marks.ts';
import type { TensorSide } from './tensor-side.ts';

type Run = Extract<LearnerRequest, { type: 'run' }>;
type Ask = Extract<LearnerRequest, { type: 'ask' }>;

export interface Learner {
  run(request: Run): Promise<void>;
  answer(request: Ask): Promise<void>;
}

export function createLearner(post: (reply: LearnerReply) => void, tensors: TensorSide | null): Learner {
  const lesson = createLesson();
  const scope = createScope();
  const evaluator = createEvaluator();
  const toError = (thrown: unknown): CellError => toCellError(thrown, evaluator.find);
  const reader = tensors?.reader ?? null;
  const from = { scope, cells: lesson.cells, tensors: reader };
  let asked: Pick<Run, 'seed' | 'cell'> = { seed: 0, cell: '' };

  async function execute({ id, defines, compiled, fault }: LessonCell): Promise<CellError | undefined> {
    if (compiled === null) return fault ? faultError(id, fault) : undefined;
    scope.open(defines);
    seedRandom(asked.seed, id);
    try {
      const body = await evaluator.load(id, compiled);
      const [value] = (await body(scope.$, importModule)) ?? [];
      if (value instanceof natives.Promise) await value;
    } catch (thrown) {
      return toError(thrown);
    }
    return undefined;
  }

  async function answerTo(question: Question): Promise<Answer> {
    if (question.kind === 'read') return { value: await readPath(question.path, from) };
    const { name, args, marks } = question;
    const find = (wanted: string): unknown => variable(wanted, from);
    const called = find(name);
    if (typeof called !== 'function')
      throw new Unreadable(`${name} is no function: it is a ${typeof called}.`);
    const filled = fillMarks(args, marks, { variable: find, tensors });
    let given: unknown;
    try {
      given = await Reflect.apply(called as (...rest: unknown[]) => unknown, undefined, filled);
    } catch (thrown) {
      const error = toError(thrown);
      return { problem: error.message, error };
    }
    if (given === undefined) return {};
    return { value: await toPlain(given, `What ${name} gave back`, reader) };
  }

  return {
    async run({ seed, cells, cell }) {
      lesson.edit(cells, (source) => {
        if (arrivals.compile === undefined) throw new Error('The compiler did not load.');
        return arrivals.compile(source);
      });
      asked = { seed, cell };
      post({ type: 'running' });
      for (const id of plan(cell, lesson.cells(), () => false)) {
        const found = lesson.find(id);
        const error = found && (await execute(found));
        hushPrototypes();
        if (error !== undefined) return post({ type: 'ran', error });
      }
      post({ type: 'ran' });
    },
    async answer({ ask, question }) {
      seedRandom(asked.seed, `${asked.cell}/call/${ask}`);
      tensors?.own(true);
      const answer = await answerTo(question).catch((thrown: unknown) => ({
        problem: toError(thrown).message,
      }));
      tensors?.own(false);
      tensors?.release(scope.values().map(([, value]) => value));
      hushPrototypes();
      post({ type: 'answered', ask, ...answer });
    },
  };
}
