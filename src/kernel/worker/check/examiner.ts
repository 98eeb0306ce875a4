/** The check's side: evaluates its text, runs its tests in order and asks the page for what the learner's code gives. */
import { installCheckHost, type CheckHost } from '../../../library/check/check-host.ts';
import { outcomeOf } from '../../../library/check/outcome.ts';
import type { ExaminerReply, ExaminerRequest } from '../../check/check-protocol.ts';
import { testsLimit } from '../../check/check-protocol.ts';
import type { CompiledCell } from '../../protocol.ts';
import { createEvaluator } from '../evaluate.ts';
import { importModule } from '../modules.ts';
import { seedRandom } from '../random.ts';
import { createScope } from '../scope.ts';

type Begin = Extract<ExaminerRequest, { type: 'begin' }>;
type Answered = Extract<ExaminerRequest, { type: 'answer' }>;

export interface Examiner {
  begin(request: Begin): Promise<void>;
  go(): Promise<void>;
  /** The page's answer to a question; may come while a test runs. */
  receive(answer: Answered): void;
}

export function createExaminer(post: (reply: ExaminerReply) => void): Examiner {
  const scope = createScope();
  const evaluator = createEvaluator();
  const waiting = new Map<number, (answer: Answered) => void>();
  const tests: { name: string; test: () => unknown }[] = [];
  let asked = 0;
  let begun: Pick<Begin, 'seed' | 'cell'> = { seed: 0, cell: '' };
  let evaluated = false;

  const host: CheckHost = {
    get seed() {
      return begun.seed;
    },
    register(name, test) {
      if (evaluated) throw new Error(`check('${name}') stands inside another: tests stand side by side.`);
      if (tests.some((each) => each.name === name)) throw new Error(`Two tests are named '${name}'.`);
      if (tests.length === testsLimit) throw new Error(`A check has at most ${testsLimit} tests.`);
      tests.push({ name, test });
    },
    ask(question, printed) {
      asked += 1;
      const ask = asked;
      return new Promise((resolve) => {
        waiting.set(ask, resolve);
        post({ type: 'ask', ask, question, printed });
      });
    },
    score: (score) => post({ type: 'score', ...score }),
    asked: undefined,
  };
  installCheckHost(host);

  async function evaluate(compiled: CompiledCell, name: string): Promise<void> {
    scope.open(compiled.defines);
    const body = await evaluator.load(name, compiled);
    await body(scope.$, importModule);
  }

  return {
    async begin({ seed, cell, given, check }) {
      begun = { seed, cell };
      seedRandom(seed, `${cell}/check`);
      const failure = await outcomeOf(host, async () => {
        for (const each of given) await evaluate(each, 'given');
        await evaluate(check, 'check');
      });
      evaluated = true;
      const { message, error } = failure;
      const names = tests.map(({ name }) => name);
      const problem = failure.status === 'failed' ? { problem: message ?? '', ...(error && { error }) } : {};
      post({ type: 'evaluated', tests: names, ...problem });
    },
    async go() {
      for (const [index, { test }] of tests.entries()) {
        post({ type: 'testing', test: index });
        seedRandom(begun.seed, `${begun.cell}/check/${index}`);
        post({ type: 'tested', test: index, ...(await outcomeOf(host, test)) });
      }
      post({ type: 'ended' });
    },
    receive(answer) {
      const resolve = waiting.get(answer.ask);
      waiting.delete(answer.ask);
      resolve?.(answer);
    },
  };
}
