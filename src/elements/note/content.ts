/** What a card says: the work that a number stands for, or what a word means. */
import { make } from '../../figures/make.ts';

/** @returns nothing where there is nothing to say */
export function cardContent(note: HTMLElement, link: HTMLAnchorElement): HTMLElement[] {
  return note.dataset['kind'] === 'term' ? termContent(note, link) : sourceContent(note, link);
}

function termContent({ dataset }: HTMLElement, link: HTMLAnchorElement): HTMLElement[] {
  const more = make('a', { href: link.getAttribute('href') ?? '' }, 'In the glossary');
  return [
    make('span', { class: 'note-title' }, dataset['title'] ?? ''),
    make('span', { class: 'note-text' }, ...withCode(dataset['text'] ?? '')),
    make('span', { class: 'note-more' }, more),
  ];
}

/** What stands between backticks is code. */
const withCode = (text: string): (Node | string)[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? make('code', {}, part) : part));

/** The entry as it stands in the list at the end of the lesson. */
function sourceContent({ dataset }: HTMLElement, link: HTMLAnchorElement): HTMLElement[] {
  const entry = document.getElementById(link.hash.slice(1))?.querySelector('.source-text');
  if (!entry) return [];
  const text = make('span', { class: 'note-text' });
  for (const child of entry.childNodes) text.append(child.cloneNode(true));
  const { at } = dataset;
  return at === undefined ? [text] : [text, make('span', { class: 'note-more' }, `Here: ${at}`)];
}
