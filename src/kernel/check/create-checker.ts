/** Makes checkers: two frames each, of which nothing is the page's own. */
import { createAssetCache } from '../asset-cache.ts';
import type { Checker, CheckerOptions, CheckJob, CheckReport } from './check.ts';
import { examinerReply, learnerReply } from './check-protocol.ts';
import type { ExaminerReply, ExaminerRequest, LearnerReply, LearnerRequest } from './check-protocol.ts';
import type { CheckCollaborators } from './collaborators.ts';
import { holdExam, type Exam } from './exam.ts';
import { needTensors } from './needs-tensors.ts';
import { createStation } from './station.ts';

const usualPatience = { run: 10_000, call: 5_000, check: 10_000, whole: 120_000 };

export function createCheckerWith(options: CheckerOptions, collaborators: CheckCollaborators): Checker {
  const { trust, backends = ['wasm', 'cpu'] } = options;
  const { host, fetchAsset, clock } = collaborators;
  const patience = { ...usualPatience, ...options.patience };
  const shared = { trust, backends, host, clock, assets: createAssetCache(fetchAsset) };
  const learner = createStation<LearnerRequest, LearnerReply>({
    role: 'learner',
    reply: learnerReply,
    ...shared,
  });
  const examiner = createStation<ExaminerRequest, ExaminerReply>({
    role: 'examiner',
    reply: examinerReply,
    ...shared,
  });
  let turn: Promise<unknown> = Promise.resolve();
  let exam: Exam | undefined;

  async function hold(job: CheckJob): Promise<CheckReport> {
    const held = holdExam({ job, learner, examiner, patience, clock });
    exam = held;
    return held.report.finally(() => (exam = undefined));
  }

  return {
    check(job) {
      const report = turn.then(() => hold(job));
      turn = report.catch(() => undefined);
      return report;
    },
    stop: () => exam?.stop(),
    warm(job) {
      if (exam !== undefined) return;
      const tensors = job ? needTensors(job) : { learner: false, examiner: false };
      learner.renew(tensors.learner);
      examiner.renew(tensors.examiner);
    },
    dispose() {
      exam?.stop();
      learner.dispose();
      examiner.dispose();
    },
  };
}
