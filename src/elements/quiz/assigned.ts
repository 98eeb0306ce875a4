/** Holds a quiz to the rules of the reader's assignments, and says which. Fetched where one names the lesson. */
import { freshId, make } from '../../figures/make.ts';
import { rulesNow } from '../assignment/enforce.ts';

export function keepRules(quiz: HTMLElement, lesson: string): void {
  const id = freshId('rule');
  const place = make('div', { class: 'quiz-rules' });
  quiz.querySelector('.quiz-bar')?.after(place);

  /** Why the answers are not shown now. One that is right needs no showing: what can be asked for has not passed. */
  function show(): string | null {
    const { solution, answers } = rulesNow(lesson, quiz.id, { passed: false, tries: 0 });
    const lines: [string | null, string | undefined][] = [
      [answers, undefined],
      [solution, id],
    ];
    place.replaceChildren(
      ...lines.flatMap(([text, own]) => (text === null ? [] : [make('p', { id: own }, text)])),
    );
    for (const button of buttons(quiz)) {
      button.ariaDisabled = solution === null ? null : 'true';
      if (solution === null) button.removeAttribute('aria-describedby');
      else button.setAttribute('aria-describedby', id);
    }
    return solution;
  }

  // On its way down: before the button itself hears of it.
  quiz.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button && buttons(quiz).includes(button) && show() !== null) event.stopPropagation();
    },
    { capture: true },
  );
  show();
}

const buttons = (quiz: HTMLElement): HTMLButtonElement[] => [
  ...quiz.querySelectorAll<HTMLButtonElement>('.question-buttons > .question-show'),
];
