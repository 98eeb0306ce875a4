/** The topics as the index of a book has them: by letter, in the order of the alphabet. */
import type { Curriculum } from './curriculum.ts';
import type { Topic, TopicKind } from './topics.ts';

export interface IndexLetter {
  /** `A`, or `0–9`. */
  letter: string;
  /** Its address in the page. */
  id: string;
  entries: IndexEntry[];
}

export interface IndexEntry {
  term: string;
  kind: TopicKind;
  does: string;
  /** The number of its lesson, as readers see it: `4.2`. */
  number: string;
  /** Where it is, below the site's address: `cost/#by-hand`. Missing while it is only planned. */
  at: string | undefined;
}

export function indexTopics(topics: readonly Topic[], { chapters }: Curriculum): IndexLetter[] {
  const numbers = new Map(
    chapters.flatMap((chapter) => chapter.lessons.map(({ id, number }) => [id, number] as const)),
  );
  const letters = new Map<string, IndexEntry[]>();
  for (const { term, kind, does, home, anchor } of [...topics].sort(byTerm)) {
    const letter = letterOf(term);
    const at = anchor === undefined ? undefined : `${home}/#${anchor}`;
    const entries = letters.get(letter) ?? [];
    letters.set(letter, entries);
    entries.push({ term, kind, does, number: numbers.get(home) ?? '', at });
  }
  return [...letters].map(([letter, entries]) => ({
    letter,
    id: `letter-${letter === digits ? 'digits' : letter.toLowerCase()}`,
    entries,
  }));
}

const digits = '0–9';

/** Quotation marks and accents do not count. */
function letterOf(term: string): string {
  const first = /[\p{L}\p{N}]/u.exec(term.normalize('NFD'))?.[0].toUpperCase() ?? '';
  return /[A-Z]/u.test(first) ? first : digits;
}

const alphabet = new Intl.Collator('en', { ignorePunctuation: true, numeric: true });
const byTerm = (a: Topic, b: Topic): number => alphabet.compare(a.term, b.term);
