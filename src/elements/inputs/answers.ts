import { freshId, make } from '../../figures/make.ts';
import type { InputValue } from '../../kernel/protocol.ts';
import type { Control, Enter, SpecOf } from './control.ts';

type Spec = SpecOf<'answers'>;

/** A button for each answer to a question that is asked again and again, and one that takes the last answer back. */
export function createAnswersInput(first: Spec, value: InputValue, onEnter: Enter): Control {
  let spec = first;
  let given = answersIn(spec, value);
  const id = freshId('answers');
  const label = make('span', { class: 'input-label', id });
  const buttons = make('span', { class: 'input-buttons' });
  const says = make('output', {});
  const back = make('button', { type: 'button' }, 'Take back');
  const element = make(
    'div',
    { class: 'input input-answers', role: 'group', 'aria-labelledby': id },
    label,
    buttons,
    back,
    says,
  );
  const show = () => {
    says.textContent = `${given.length} of ${spec.max} answered`;
    // Not `disabled`: the button that was just pressed would lose the focus.
    for (const button of buttons.querySelectorAll('button'))
      button.ariaDisabled = String(given.length >= spec.max);
    back.ariaDisabled = String(given.length === 0);
  };
  const enter = (answers: number[]) => {
    if (answers.length > spec.max || answers.length === given.length) return;
    given = answers;
    show();
    onEnter(given);
  };
  const build = () => {
    label.textContent = spec.name;
    const options = spec.options.map((option, answer) => {
      const button = make('button', { type: 'button' }, option);
      button.addEventListener('click', () => enter([...given, answer]));
      return button;
    });
    buttons.replaceChildren(...options);
  };
  back.addEventListener('click', () => enter(given.slice(0, -1)));
  build();
  show();
  return {
    element,
    update: (next, entered) => {
      if (next.type !== 'answers') return;
      const same = JSON.stringify(next.options) === JSON.stringify(spec.options) && next.name === spec.name;
      spec = next;
      if (!same) build();
      // Under the reader's hand the control knows better than the cell, which answers an earlier value.
      if (!element.contains(document.activeElement)) given = answersIn(spec, entered);
      show();
    },
  };
}

function answersIn({ options, max }: Spec, value: InputValue): number[] {
  if (!Array.isArray(value)) return [];
  const known = value.filter((answer): answer is number => typeof answer === 'number');
  return known.filter((answer) => options[answer] !== undefined).slice(0, max);
}
