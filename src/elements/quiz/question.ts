/** One question in the page: an answer goes in, a mark comes out, and all of it can be done again. */
import { make } from '../../figures/make.ts';
import type { Plain } from '../../kernel/plain.ts';
import type { QuestionProgress } from '../../learning/progress.ts';
import { questionKey, type QuestionKey } from '../../learning/quiz-key.ts';
import { markAnswer, rightAnswer } from '../../learning/quiz-mark.ts';
import { outcome } from '../../learning/quiz-words.ts';
import type { AnswerControl, ControlParts } from './answer-control.ts';
import { createChoices } from './choices.ts';
import { createNumberBox } from './number-box.ts';
import { createOrderList } from './order-list.ts';
import { createRows } from './rows.ts';
import { createSays } from './says.ts';
import { dropVerdicts } from './verdict.ts';

/** `shown`: the reader asked for the answer. */
type State = 'open' | 'wrong' | 'right' | 'shown';

export interface Question {
  id: string;
  /** Shows what was answered last. */
  restore(progress: QuestionProgress): void;
}

/** @param answered told each answer; `null` where the reader asked for it */
export function createQuestion(
  root: HTMLElement,
  answered: (id: string, answer: Plain, right: boolean) => void,
): Question | null {
  const key = readKey(root.dataset['key']);
  const says = createSays(root);
  const id = root.dataset['question'];
  if (!key || !says || id === undefined) return null;
  const check = make('button', { type: 'button', class: 'question-button question-check' }, 'Check answer');
  const show = make('button', { type: 'button', class: 'question-button question-show' }, 'Show the answer');

  const enter = (state: State): void => {
    root.dataset['state'] = state;
    const done = state === 'right' || state === 'shown';
    check.textContent = done ? 'Try again' : 'Check answer';
    show.hidden = done;
    root.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
  };
  const reopen = (): void => {
    if (root.dataset['state'] !== 'open') dropVerdicts(root);
    says.clear();
    enter('open');
  };
  const control = createControl({ root, key, changed: reopen, check: () => judge(), say: says.aside });

  /** Shows the answer that stands there with its mark. */
  const settle = (answer: Plain, shown: boolean): boolean | null => {
    const mark = markAnswer(key, answer);
    if (!mark) return null;
    dropVerdicts(root);
    enter(shown ? 'shown' : mark.right ? 'right' : 'wrong');
    control.mark(mark, shown);
    const whole = root.querySelector<HTMLElement>(':scope > [data-why="right"]');
    if (whole) whole.hidden = !mark.right;
    says.outcome(
      shown ? 'Here is the answer.' : outcome(key.kind, mark),
      shown ? 'shown' : mark.right ? 'right' : 'wrong',
    );
    return mark.right;
  };
  const judge = (): void => {
    const given = control.read();
    if ('missing' in given) return says.missing(given.missing);
    const right = settle(given.answer, false);
    if (right !== null) answered(id, given.answer, right);
  };
  const reveal = (): void => {
    control.write(rightAnswer(key));
    settle(rightAnswer(key), true);
    check.focus();
    answered(id, null, false);
  };

  check.addEventListener('click', () => {
    if (root.dataset['state'] !== 'right' && root.dataset['state'] !== 'shown') return judge();
    reopen();
    control.clear();
    says.aside('Cleared. Answer again.');
  });
  show.addEventListener('click', reveal);
  root.querySelector('.question-buttons')?.append(check, show);
  return { id, restore: (progress) => restore(progress, { key, control, settle, remind: says.remind }) };
}

interface Restorer {
  key: QuestionKey;
  control: AnswerControl;
  settle(answer: Plain, shown: boolean): boolean | null;
  remind(text: string): void;
}

/** What is due for review is asked afresh; all else comes back as it was left. */
function restore(
  { last, review, tries }: QuestionProgress,
  { key, control, settle, remind }: Restorer,
): void {
  if (review && review.due <= Date.now()) {
    remind(`Time to review: you have answered this ${tries === 1 ? 'once' : `${tries} times`}.`);
    return;
  }
  const answer = last ?? rightAnswer(key);
  if (!markAnswer(key, answer)) {
    remind('You have answered this before; it has been rewritten since.');
    return;
  }
  control.write(answer);
  settle(answer, last === null);
}

function createControl({
  key,
  ...parts
}: Omit<ControlParts<'one'>, 'key'> & { key: QuestionKey }): AnswerControl {
  switch (key.kind) {
    case 'one':
    case 'several':
      return createChoices({ ...parts, key });
    case 'number':
      return createNumberBox({ ...parts, key });
    case 'order':
      return createOrderList({ ...parts, key });
    default:
      return createRows({ ...parts, key });
  }
}

function readKey(text = ''): QuestionKey | null {
  try {
    return questionKey.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
