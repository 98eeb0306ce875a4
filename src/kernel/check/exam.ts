/** One check from begin to end: carries questions and answers between the two workers, and keeps the time. */
import type { CheckJob, CheckReport, Patience } from './check.ts';
import type {
  Answer,
  ExaminerReply,
  ExaminerRequest,
  LearnerReply,
  LearnerRequest,
  Question,
} from './check-protocol.ts';
import type { Clock } from './collaborators.ts';
import { deferred } from './deferred.ts';
import { createLearnerWork } from './learner-work.ts';
import { createResults } from './results.ts';
import { needTensors } from './needs-tensors.ts';
import type { Station } from './station.ts';

export interface ExamOptions {
  job: CheckJob;
  learner: Station<LearnerRequest, LearnerReply>;
  examiner: Station<ExaminerRequest, ExaminerReply>;
  patience: Patience;
  clock: Clock;
}

export interface Exam {
  /** Rejects when the workers cannot be had. */
  report: Promise<CheckReport>;
  /** Ends it; what is known by then is the report. */
  stop(): void;
}

/** Calls that one check may make. */
const asksLimit = 5_000;

export function holdExam({ job, learner, examiner, patience, clock }: ExamOptions): Exam {
  const tensors = needTensors(job);
  const work = createLearnerWork({ job, station: learner, tensors: tensors.learner, patience, clock });
  const results = createResults(job.cell);
  const { promise: report, resolve, reject } = deferred<CheckReport>();
  let post: (request: ExaminerRequest) => void = () => undefined;
  let started: ReturnType<typeof work.start> | undefined;
  let going: Promise<unknown> = Promise.resolve();
  let ended = false;
  let open = 0;
  let asked = 0;
  let late = 0;
  let busy: unknown;
  let whole: unknown;

  function settle(done: () => void): void {
    if (ended) return;
    ended = true;
    clock.clearTimeout(busy as never);
    clock.clearTimeout(whole as never);
    done();
    learner.renew(tensors.learner);
    examiner.renew(tensors.examiner);
  }
  const finish = (more?: Pick<CheckReport, 'error' | 'stoppedAfter'>) =>
    settle(() => resolve(results.report(more)));
  const giveUp = (message: string): void => {
    if (ended) return;
    results.breakOff(message);
    finish();
  };

  /** The check's worker must say something while it is not waiting for an answer. */
  function watch(): void {
    clock.clearTimeout(busy as never);
    if (ended || open > 0) return;
    const message = `The test itself did not come to an end within ${seconds(patience.check)}.`;
    busy = clock.setTimeout(() => giveUp(message), patience.check);
  }

  async function answerTo(ask: number, question: Question, printed: string): Promise<Answer> {
    const start = await (started ??= work.start());
    if (!start.ran) return { problem: 'The code did not run.' };
    const answer = await work.ask(ask, question);
    if (answer !== 'late') return answer;
    late += 1;
    started = undefined;
    const problem = `${printed} did not come to an end within ${seconds(patience.call)}. Does a loop in it never end?`;
    if (late > 1) giveUp(problem);
    return { problem };
  }

  function carry({ ask, question, printed }: Extract<ExaminerReply, { type: 'ask' }>): void {
    asked += 1;
    if (asked > asksLimit) return giveUp(`The check asks more than ${asksLimit} times.`);
    open += 1;
    going = going.then(async () => {
      if (ended) return;
      const answer = await answerTo(ask, question, printed);
      open -= 1;
      post({ type: 'answer', ask, ...answer });
      watch();
    });
    going.catch(quit);
  }

  async function evaluated({ tests, problem, error }: Extract<ExaminerReply, { type: 'evaluated' }>) {
    results.name(tests);
    open += 1;
    const start = await started;
    open -= 1;
    watch();
    if (start?.ran === false) return finish(start);
    if (problem !== undefined) {
      results.breakOff(problem, error);
      return finish();
    }
    post({ type: 'go' });
    whole = clock.setTimeout(
      () => giveUp(`The tests took more than ${seconds(patience.whole)} together.`),
      patience.whole,
    );
  }

  function hear(reply: ExaminerReply): void {
    if (ended) return;
    switch (reply.type) {
      case 'ask':
        carry(reply);
        break;
      case 'evaluated':
        evaluated(reply).catch(quit);
        break;
      case 'testing':
        results.begin(reply.test);
        break;
      case 'tested':
        results.end(reply);
        break;
      case 'score':
        results.score({ name: reply.name, value: reply.value, goal: reply.goal, better: reply.better });
        break;
      case 'ended':
        return finish();
    }
    watch();
  }

  async function begin(): Promise<void> {
    started = work.start();
    started.catch(quit);
    const line = await examiner.open(tensors.examiner);
    if (ended) return;
    post = line.post;
    line.listen(hear, (message) => giveUp(`The check could not go on: ${message}`));
    const given = job.given.flatMap(({ compiled }) => compiled ?? []);
    line.post({ type: 'begin', seed: job.seed, cell: job.cell, given, check: job.check });
    watch();
  }

  const quit = (error: unknown): void =>
    settle(() => reject(error instanceof Error ? error : new Error(String(error))));

  begin().catch(quit);
  return { report, stop: () => finish() };
}

const seconds = (ms: number): string => (ms === 1_000 ? '1 second' : `${ms / 1_000} seconds`);
