/** The search dialog as it looks: a field, a line that says how much was found, the results in groups. */
import './dialog.css';
import type { Group, Result } from './results.ts';

export interface View {
  dialog: HTMLDialogElement;
  field: HTMLInputElement;
  show(groups: readonly Group[], status: string): void;
}

export function drawView(): View {
  const dialog = make('dialog', 'search-dialog');
  dialog.setAttribute('aria-label', 'Search the course');
  const field = make('input');
  field.type = 'search';
  field.placeholder = 'Search lessons, terms, cells';
  field.autocomplete = 'off';
  field.setAttribute('aria-label', 'Search lessons, terms, cells');
  const close = make('button', 'plain-button', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  const head = make('div', 'search-head');
  head.append(field, close);
  const status = make('p');
  status.setAttribute('role', 'status');
  const groups = make('div');
  const body = make('div', 'search-body');
  body.append(status, groups);
  dialog.append(head, body);
  return {
    dialog,
    field,
    show(found, text) {
      status.textContent = text;
      groups.replaceChildren(...found.map(drawGroup));
      body.scrollTop = 0;
    },
  };
}

function drawGroup({ title, results, count }: Group, index: number): HTMLElement {
  const section = make('section');
  const heading = make('h2', undefined, title);
  heading.id = `search-group-${index}`;
  section.setAttribute('aria-labelledby', heading.id);
  if (count > results.length) heading.append(make('span', undefined, ` ${results.length} of ${count}`));
  const list = make('ul');
  list.append(...results.map(drawResult));
  section.append(heading, list);
  return section;
}

function drawResult({ url, title, note }: Result): HTMLLIElement {
  const item = make('li');
  const link = make('a');
  link.href = url;
  const small = make('span');
  small.append(...note.map(({ text, hit }) => (hit ? make('mark', undefined, text) : text)));
  // The space keeps title and note apart for those who hear them.
  link.append(make('strong', undefined, title), ' ', small);
  item.append(link);
  return item;
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className?: string,
  text?: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== undefined) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
