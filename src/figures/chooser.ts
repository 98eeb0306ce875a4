import { make } from './make.ts';

/** One of several by name. */
export interface Chooser {
  readonly element: HTMLElement;
  /** The names there are now; with fewer than two it is hidden. */
  set(names: readonly string[], chosen: number): void;
}

export function createChooser(label: string, onChoose: (index: number) => void): Chooser {
  const select = make('select', {});
  const element = make('label', { class: 'chooser' }, make('span', {}, label), select);
  select.addEventListener('change', () => onChoose(select.selectedIndex));
  return {
    element,
    set: (names, chosen) => {
      element.hidden = names.length < 2;
      const shown = [...select.options].map(({ text }) => text);
      if (shown.join('\n') !== names.join('\n'))
        select.replaceChildren(...names.map((name) => make('option', {}, name)));
      select.selectedIndex = chosen;
    },
  };
}
