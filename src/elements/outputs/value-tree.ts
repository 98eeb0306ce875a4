import { make } from '../../figures/make.ts';
import type { Value } from '../../kernel/protocol.ts';

/** A value as a developer console shows it: one line, and its parts when the reader asks for them. */
export function valueTree(value: Value): HTMLElement {
  return value.entries === undefined || value.entries.length === 0 ? leaf(value) : branch(value);
}

function leaf(value: Value): HTMLElement {
  return make('span', { class: 'value', 'data-type': value.type }, value.text, ...rest(value));
}

function rest(value: Value): string[] {
  return value.more === undefined || value.more === 0 ? [] : [` … ${value.more.toLocaleString('en')} more`];
}

/** Parts are built when first unfolded: a value of a thousand nodes costs one line until someone looks. */
function branch(value: Value): HTMLElement {
  const button = make('button', { class: 'value-fold', type: 'button', 'aria-expanded': 'false' });
  button.append(make('span', { class: 'value', 'data-type': value.type }, value.text));
  const tree = make('span', { class: 'value-tree' }, button);
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(open));
    if (open) tree.append(parts(value));
    else tree.lastElementChild?.remove();
  });
  return tree;
}

function parts(value: Value): HTMLElement {
  const list = make('ul', { class: 'value-parts' });
  for (const entry of value.entries ?? [])
    list.append(
      make('li', {}, make('span', { class: 'value-key' }, `${entry.key}: `), valueTree(entry.value)),
    );
  for (const text of rest(value)) list.append(make('li', { class: 'value-more' }, text.trim()));
  return list;
}
