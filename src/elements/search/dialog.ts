/** The search dialog: what is typed is looked up in the course's entries and in the text of its pages. */
import { fetchEntries } from './entries.ts';
import { loadIndex } from './index-client.ts';
import { createFinder } from './rank.ts';
import { groupResults, tell, type Group } from './results.ts';
import { drawView } from './view.ts';

export interface Dialog {
  open(): void;
}

/** Where the two indexes are. */
export interface Addresses {
  /** The script of the index of the pages' text. */
  text: string;
  /** The course's lessons, terms, elements and topics. */
  entries: string;
}

/** @param host where the dialog is put */
export function createDialog(host: HTMLElement, addresses: Addresses): Dialog {
  const { dialog, field, show } = drawView();
  host.append(dialog);
  const entries = once(async () => createFinder(await fetchEntries(addresses.entries)));
  const text = once(() => loadIndex(addresses.text));
  let latest = 0;
  let running = Promise.resolve();

  const search = async () => {
    const asked = ++latest;
    const query = field.value.trim();
    if (!query) return show([], '');
    const [own, pages] = await Promise.allSettled([
      entries().then((find) => find(query)),
      text().then((index) => index.search(query)),
    ]);
    if (asked !== latest) return;
    const groups = groupResults(valueOf(own), valueOf(pages));
    show(groups, say(groups, own.status === 'rejected', pages.status === 'rejected'));
  };

  field.addEventListener('input', () => {
    running = search();
  });
  dialog.addEventListener('keydown', (event) => {
    // In a search field, Escape would empty the field first.
    if (event.key === 'Escape') dialog.close();
    else if (event.key === 'Enter' && event.target === field && !event.isComposing)
      void running.then(() => dialog.querySelector('a')?.click());
    else moveFocus(event, dialog);
  });
  // A click on the backdrop has the dialog itself as its target.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target as Element).closest('a')) dialog.close();
  });
  return {
    open() {
      if (!dialog.open) dialog.showModal();
      field.select();
      // What will be needed at the first key is fetched while the reader thinks; failing is told then.
      for (const load of [entries, text]) load().catch(() => undefined);
    },
  };
}

/** What has been loaded is kept; what failed is tried again at the next call. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

const valueOf = <T>(result: PromiseSettledResult<T[]>): T[] =>
  result.status === 'fulfilled' ? result.value : [];

function say(groups: readonly Group[], noEntries: boolean, noText: boolean): string {
  if (noEntries && noText) return 'The search could not be loaded. Check the connection and type again.';
  const missing = noText ? 'the text of the lessons' : noEntries ? 'names of lessons, terms and cells' : '';
  return missing ? `${tell(groups)} Not searched: ${missing}, which could not be loaded.` : tell(groups);
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
