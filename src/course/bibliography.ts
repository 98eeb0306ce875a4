/** Writes a reference out: authors (year), title, where it appeared, its address. */
import { showDate } from './plain-date.ts';
import { plain, yearOf, type PersonName, type Reference } from './references.ts';

/** A stretch of an entry. */
export interface Piece {
  text: string;
  /** The title of something that stands by itself: a book, a journal. */
  italic?: boolean;
  href?: string;
  /** The language of the stretch, where it is not English. */
  lang?: string;
}

/** The whole entry, ending in a full stop or in its address. */
export function writeOut(reference: Reference): Piece[] {
  const parts = [opening(reference), ...whereabouts(reference)].filter((part) => part.length > 0);
  const joined = parts.flatMap((part, index) => (index === 0 ? part : [{ text: ', ' }, ...part]));
  return merge([...joined, { text: '. ' }, ...addressOf(reference)]);
}

/** For a line of text: `Robbins and Monro 1951`, `Silver et al. 2016`. */
export function shortName(reference: Reference): string {
  const families = namesOf(reference).map(familyOf);
  const [first = '', second] = families;
  const who =
    families.length > 2 ? `${first} et al.` : second === undefined ? first : `${first} and ${second}`;
  return `${who} ${yearOf(reference)}`;
}

/** By first name, then the others, then the year. */
export const inOrder = (references: Iterable<Reference>): Reference[] =>
  [...references].sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'en') || yearOf(a) - yearOf(b));

/** The letter under which a reader looks for it. */
export const letterOf = (reference: Reference): string => sortKey(reference).charAt(0).toUpperCase();

const sortKey = (reference: Reference): string => namesOf(reference).map(familyOf).map(plain).join(' ');

const namesOf = ({ author, editor }: Reference): PersonName[] => author ?? editor ?? [];
const familyOf = (name: PersonName): string => ('family' in name ? name.family : name.literal);

/** `H. Robbins`, `J.-P. Serre`: first names by their first letters, hyphens kept. */
function personOf(name: PersonName): string {
  if ('literal' in name) return name.literal;
  const initials = name.given
    .split(/\s+/u)
    .map((word) => word.split('-').map(initialOf).join('-'))
    .join(' ');
  return `${initials} ${name.family}`;
}

const initialOf = (word: string): string => `${word.charAt(0)}.`;

/** Up to six names; of longer lists, the first. */
function listNames(names: readonly PersonName[]): string {
  const people = names.map(personOf);
  if (people.length > 6) return `${people[0] ?? ''} and others`;
  const last = people.pop() ?? '';
  return people.length === 0 ? last : `${people.join(', ')} and ${last}`;
}

function opening(reference: Reference): Piece[] {
  const { author, editor } = reference;
  const by = author ? listNames(author) : `${listNames(editor ?? [])} (${editors(editor)})`;
  return [{ text: `${by} (${yearOf(reference)}), ` }, titleOf(reference)];
}

const editors = (names: readonly unknown[] = []): string => (names.length > 1 ? 'eds.' : 'ed.');

const standsAlone = new Set<Reference['type']>(['book', 'report', 'thesis']);

function titleOf({ type, title, language }: Reference): Piece {
  const lang = language === undefined || language === 'en' ? {} : { lang: language };
  return standsAlone.has(type)
    ? { text: title, italic: true, ...lang }
    : { text: `“${inner(title)}”`, ...lang };
}

/** Quotation marks inside quotation marks are single. */
const inner = (title: string): string => title.replace(/"([^"]*)"/gu, '‘$1’').replace(/“([^”]*)”/gu, '‘$1’');

/** Where it appeared, by type; each part is set off by a comma. */
function whereabouts(reference: Reference): Piece[][] {
  switch (reference.type) {
    case 'article-journal':
    case 'article-magazine':
    case 'article-newspaper':
      return [journal(reference), ...day(reference), ...pages(reference, '')];
    case 'chapter':
    case 'paper-conference':
      return [inContainer(reference), ...pages(reference, 'p'), ...publisher(reference)];
    case 'thesis':
      return [words(reference.genre ?? 'thesis'), ...publisher(reference)];
    case 'report':
      return [words(reference.genre, reference.number), ...publisher(reference)];
    case 'book':
      return [...edition(reference), ...volume(reference), ...publisher(reference)];
    case 'article':
      return [preprint(reference)];
    case 'post-weblog':
    case 'webpage':
      return [title(reference['container-title'] ?? reference.publisher), ...day(reference)];
  }
}

const words = (...texts: (string | undefined)[]): Piece[] => {
  const text = texts.filter((each) => each !== undefined).join(' ');
  return text === '' ? [] : [{ text }];
};

/** The number of a preprint is its address as well. */
const preprint = ({ number, publisher: name, URL: url }: Reference): Piece[] =>
  number === undefined || url === undefined ? words(number ?? name) : [{ text: number, href: url }];

const title = (text: string | undefined): Piece[] => (text === undefined ? [] : [{ text, italic: true }]);

function journal({ volume, issue, 'container-title': container = '' }: Reference): Piece[] {
  const inVolume = issue === undefined ? volume : `${volume ?? ''}(${issue.replaceAll('-', '–')})`;
  return [{ text: container, italic: true }, ...(inVolume === undefined ? [] : [{ text: ` ${inVolume}` }])];
}

function inContainer(reference: Reference): Piece[] {
  const { editor, volume, 'container-title': container = '', 'collection-title': collection } = reference;
  const by = editor && reference.author ? `${listNames(editor)} (${editors(editor)}), ` : '';
  return [
    { text: `in ${by}` },
    { text: container, italic: true },
    ...(collection === undefined ? [] : [{ text: ', ' }, { text: collection, italic: true }]),
    ...(volume === undefined ? [] : [{ text: ` ${volume}` }]),
  ];
}

function pages({ page }: Reference, mark: '' | 'p'): Piece[][] {
  if (page === undefined) return [];
  const range = page.replaceAll(/\s*[-–]\s*/gu, '–');
  if (mark === '') return [words(range)];
  return [words(`${range.includes('–') ? 'pp.' : 'p.'} ${range}`)];
}

const publisher = ({ publisher: name, 'publisher-place': place }: Reference): Piece[][] => [
  words([name, place].filter((each) => each !== undefined).join(', ') || undefined),
];

const edition = ({ edition: which }: Reference): Piece[][] =>
  which === undefined ? [] : [words(`${ordinal(which)} edition`)];

const volume = ({ volume: which }: Reference): Piece[][] =>
  which === undefined ? [] : [words(`volume ${which}`)];

function ordinal(number: string): string {
  if (!/^\d+$/u.test(number)) return number;
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[Number(number) % 10];
  return `${number}${(Number(number) % 100) - (Number(number) % 10) === 10 ? 'th' : (ending ?? 'th')}`;
}

/** Of what appears by the day, the day; the year stands with the authors. */
function day({ type, issued }: Reference): Piece[][] {
  const [year, month, date] = issued['date-parts'][0];
  if (type === 'article-journal' || month === undefined) return [];
  const two = (value: number): string => String(value).padStart(2, '0');
  return [words(showDate([year, two(month), ...(date === undefined ? [] : [two(date)])].join('-')))];
}

/** The DOI leads to a work wherever it moves; its characters are kept from ending the address early. */
function addressOf({ type, number, DOI, URL: url }: Reference): Piece[] {
  if (DOI !== undefined) {
    const href = `https://doi.org/${DOI.split('/').map(encodeURIComponent).join('/')}`;
    return [{ text: `doi:${DOI}`, href }];
  }
  if (url === undefined || (type === 'article' && number !== undefined)) return [];
  return [{ text: url.replace(/^https?:\/\//u, '').replace(/\/$/u, ''), href: url }];
}

/** Neighbours that look alike become one; no space is left at the end. */
function merge(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    const bare = ({ italic, href, lang }: Piece): boolean => !italic && !href && lang === undefined;
    if (last && bare(last) && bare(piece)) last.text += piece.text;
    else merged.push({ ...piece });
  }
  const last = merged.at(-1);
  if (last) last.text = last.text.trimEnd();
  return merged;
}
