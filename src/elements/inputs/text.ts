import { freshId, make, setAttributes } from '../../figures/make.ts';
import type { InputSpec, InputValue } from '../../kernel/protocol.ts';
import type { Control, Enter, SpecOf } from './control.ts';

/** A pause in typing after which the text counts as entered, in milliseconds. */
const pause = 500;

/** A line of text, or several when it may be long. */
export function createTextInput(first: SpecOf<'text'>, value: InputValue, onEnter: Enter): Control {
  let spec = first;
  const id = freshId('text');
  const label = make('label', { for: id, class: 'input-label' });
  const long = first.maxLength > 200;
  const box = long
    ? make('textarea', { id, rows: 3 })
    : make('input', { type: 'text', id, autocomplete: 'off' });
  let entered = typeof value === 'string' ? value : first.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enter = () => {
    clearTimeout(timer);
    const text = box.value.slice(0, spec.maxLength);
    if (text === entered) return;
    entered = text;
    onEnter(text);
  };
  const describe = () => {
    label.textContent = spec.name;
    setAttributes(box, { maxlength: spec.maxLength });
  };
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(enter, pause);
  });
  box.addEventListener('change', enter);
  describe();
  box.value = entered;
  const update = (next: InputSpec, value: InputValue) => {
    if (next.type !== 'text') return;
    spec = next;
    describe();
    if (document.activeElement === box || typeof value !== 'string') return;
    entered = value;
    box.value = value;
  };
  return { element: make('div', { class: 'input input-text' }, label, box), update };
}
