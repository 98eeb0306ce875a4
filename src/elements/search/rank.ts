/** Which entries answer a query, the best first. */
import type { Entry } from './entries.ts';

export type Finder = (query: string) => Entry[];

/** A finder reads the entries once, so that a key stroke costs only the comparing. */
export function createFinder(entries: readonly Entry[]): Finder {
  const read = entries.map((entry) => ({ entry, ...readEntry(entry) }));
  return (query) => {
    const asked = readText(query);
    if (asked.words.length === 0) return [];
    return read
      .map(({ entry, names, note }) => ({ entry, score: score(asked, names, note) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => entry);
  };
}

interface Text {
  /** Words without accents in small letters, one space between them. */
  folded: string;
  words: string[];
}

/** `Régression` and `regression` are one word, and punctuation is none. */
export function readText(text: string): Text {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words: string[] = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return { folded: words.join(' '), words };
}

const readEntry = ({ title, also = [], note }: Entry) => ({
  names: [title, ...also].map(readText),
  note: readText(note),
});

/** 0 when some word of the query is nowhere. The more of a name the query is, the higher. */
function score(asked: Text, names: readonly Text[], note: Text): number {
  const best = Math.max(...names.map((name) => scoreName(asked, name)));
  if (best > 0) return best;
  const all = [...names.flatMap(({ words }) => words), ...note.words];
  return asked.words.every((word) => all.some((other) => other.startsWith(word))) ? 1 : 0;
}

function scoreName({ folded, words }: Text, name: Text): number {
  /** Of two names that hold the query, the shorter is meant. */
  const share = folded.length / (name.folded.length + 1);
  if (name.folded === folded) return 50;
  if (name.folded.startsWith(folded)) return 40 + share;
  if (words.every((word) => name.words.includes(word))) return 30 + share;
  if (words.every((word) => name.words.some((other) => other.startsWith(word)))) return 20 + share;
  return 0;
}
