/** The search dialog: a field, a list of results, a line that says how many there are. */
import './dialog.css';
import { loadIndex, type Found, type Index } from './index-client.ts';

export interface Dialog {
  open(): void;
}

/** @param host where the dialog is put  @param index address of the search index's script */
export function createDialog(host: HTMLElement, index: string): Dialog {
  const view = draw();
  host.append(view.dialog);
  let loading: Promise<Index> | undefined;
  let latest = 0;

  const search = async () => {
    const asked = ++latest;
    const text = view.field.value.trim();
    if (!text) return view.show([], '');
    try {
      const found = await (await (loading ??= loadIndex(index))).search(text);
      if (asked === latest) view.show(found, tell(found.length));
    } catch {
      loading = undefined;
      view.show([], 'The search index could not be loaded. Check the connection and type again.');
    }
  };
  view.field.addEventListener('input', () => void search());
  return {
    open() {
      if (!view.dialog.open) view.dialog.showModal();
      view.field.select();
    },
  };
}

const tell = (count: number): string =>
  count === 0 ? 'Nothing found.' : count === 1 ? 'One page.' : `${count} pages.`;

interface View {
  dialog: HTMLDialogElement;
  field: HTMLInputElement;
  show(found: Found[], status: string): void;
}

function draw(): View {
  const dialog = document.createElement('dialog');
  dialog.className = 'search-dialog';
  dialog.setAttribute('aria-label', 'Search the course');
  const field = document.createElement('input');
  field.type = 'search';
  field.placeholder = 'Search lessons, terms, cells';
  field.setAttribute('aria-label', 'Search lessons, terms, cells');
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const list = document.createElement('ul');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'plain-button';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  // A click on the backdrop has the dialog itself as its target.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target as Element).closest('a')) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    // In a search field, Escape would empty the field first.
    if (event.key === 'Escape') dialog.close();
    else moveFocus(event, dialog);
  });
  const head = document.createElement('div');
  head.className = 'search-head';
  head.append(field, close);
  const body = document.createElement('div');
  body.className = 'search-body';
  body.append(status, list);
  dialog.append(head, body);
  return {
    dialog,
    field,
    show(found, text) {
      status.textContent = text;
      list.replaceChildren(...found.map(drawResult));
    },
  };
}

function drawResult(found: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = found.url;
  const title = document.createElement('strong');
  title.textContent = found.title;
  const excerpt = document.createElement('span');
  for (const { text, hit } of found.excerpt) {
    const part = document.createElement(hit ? 'mark' : 'span');
    part.textContent = text;
    excerpt.append(part);
  }
  link.append(title, excerpt);
  item.append(link);
  return item;
}

/** Arrow keys go through the field and the results. */
function moveFocus(event: KeyboardEvent, dialog: HTMLDialogElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const stops = [...dialog.querySelectorAll<HTMLElement>('input, li a')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  event.preventDefault();
}
