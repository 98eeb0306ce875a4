import { freshId, make } from '../../figures/make.ts';
import type { InputSpec, InputValue } from '../../kernel/protocol.ts';
import type { Control, Enter, SpecOf } from './control.ts';

type Spec = SpecOf<'choice'>;

/** More options than this become a list that opens. */
const most = 5;

interface Options {
  element: HTMLElement;
  set(value: string): void;
}

/** One of several texts: radio buttons, or a list when there are many. */
export function createChoiceInput(first: Spec, value: InputValue, onEnter: Enter): Control {
  let spec = first;
  const element = make('div', { class: 'input input-choice' });
  let options = build(spec, onEnter);
  element.append(options.element);
  options.set(valid(spec, value));
  const update = (next: InputSpec, entered: InputValue) => {
    if (next.type !== 'choice') return;
    if (JSON.stringify(next.options) !== JSON.stringify(spec.options) || next.name !== spec.name) {
      options = build(next, onEnter);
      element.replaceChildren(options.element);
    } else if (element.contains(document.activeElement)) return;
    spec = next;
    options.set(valid(spec, entered));
  };
  return { element, update };
}

function valid(spec: Spec, value: InputValue): string {
  return typeof value === 'string' && spec.options.includes(value) ? value : spec.value;
}

function build(spec: Spec, onEnter: Enter): Options {
  return spec.options.length > most ? list(spec, onEnter) : radios(spec, onEnter);
}

function radios(spec: Spec, onEnter: Enter): Options {
  const name = freshId('choice');
  const buttons = spec.options.map((value) => make('input', { type: 'radio', name, value }));
  const labels = buttons.map((button, i) =>
    make('label', {}, button, make('span', {}, spec.options[i] ?? '')),
  );
  const element = make('fieldset', {}, make('legend', { class: 'input-label' }, spec.name), ...labels);
  element.addEventListener('change', () => {
    const chosen = buttons.find((button) => button.checked);
    if (chosen !== undefined) onEnter(chosen.value);
  });
  return {
    element,
    set: (value) => {
      for (const button of buttons) button.checked = button.value === value;
    },
  };
}

function list(spec: Spec, onEnter: Enter): Options {
  const id = freshId('choice');
  const select = make('select', { id }, ...spec.options.map((value) => make('option', { value }, value)));
  select.addEventListener('change', () => {
    onEnter(select.value);
  });
  return {
    element: make('div', {}, make('label', { for: id, class: 'input-label' }, spec.name), select),
    set: (value) => {
      select.value = value;
    },
  };
}
