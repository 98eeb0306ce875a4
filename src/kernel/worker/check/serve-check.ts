/** Serves the page as one of the two workers of a check; the page's first message says which. */
import { examinerRequest, isPrepare, learnerRequest } from '../../check/check-protocol.ts';
import type {
  ExaminerReply,
  ExaminerRequest,
  LearnerReply,
  LearnerRequest,
} from '../../check/check-protocol.ts';
import { createAssets } from '../assets.ts';
import { hushPrototypes } from '../hush.ts';
import { natives } from '../realm.ts';
import { stripRealm } from '../strip.ts';
import { createExaminer, type Examiner } from './examiner.ts';
import { createLearner, type Learner } from './learner.ts';
import { createSilentDisplay, furnish } from './silent-display.ts';
import type { TensorSide } from './tensor-side.ts';

type Prepare = Extract<LearnerRequest, { type: 'prepare' }>;

export function serveCheck(port: MessagePort, makeTensorSide: (() => TensorSide) | null): void {
  const send = port.postMessage.bind(port);
  const post = (reply: LearnerReply | ExaminerReply): void => send(reply);
  const assets = createAssets((name) => post({ type: 'need', name }));
  const tensors = makeTensorSide?.() ?? null;
  let learner: Learner | undefined;
  let examiner: Examiner | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function prepare({ role, backends }: Prepare): Promise<void> {
    if (role === 'learner') learner = createLearner(post, tensors);
    else examiner = createExaminer(post);
    await tensors?.start(backends, assets);
    furnish({ ...createSilentDisplay(), ...(tensors && { tf: tensors.tf }) });
    natives.addEventListener('error', (event) => event.preventDefault());
    stripRealm();
    post({ type: 'prepared' });
  }

  function handle(request: LearnerRequest | ExaminerRequest): unknown {
    switch (request.type) {
      case 'prepare':
        return prepare(request);
      case 'run':
        return learner?.run(request);
      case 'ask':
        return learner?.answer(request);
      case 'begin':
        return examiner?.begin(request);
      case 'go':
        return examiner?.go();
      case 'asset':
      case 'answer':
        return undefined;
    }
  }

  const schemaOf = (data: unknown) => (isPrepare(data) || learner ? learnerRequest : examinerRequest);

  function receive(data: unknown): void {
    hushPrototypes();
    const parsed = schemaOf(data).safeParse(data);
    if (!parsed.success) return;
    const request = parsed.data;
    // These come while others wait for them.
    if (request.type === 'asset') return assets.receive(request.name, request.bytes);
    if (request.type === 'answer') return examiner?.receive(request);
    queue = queue.then(() => handle(request)).catch(fail);
  }

  function fail(error: unknown): void {
    const message = error instanceof natives.Error ? error.message : 'The worker could not start.';
    post({ type: 'broken', message: message.slice(0, 1_000) });
  }

  port.onmessage = ({ data }: MessageEvent<unknown>) => receive(data);
}
