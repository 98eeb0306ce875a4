/**
 * Which students' texts are the same or nearly so: a fact that the teacher looks at, and no verdict. Two who worked together,
 * or followed the same lecture, look like two of whom one copied.
 */
import { hashRuns, winnow, winnowing } from './fingerprints.ts';
import { normalise } from './normalise.ts';

export interface StudentText {
  student: string;
  item: string;
  source: string;
}

export interface SimilarGroup {
  item: string;
  /** `identical`: the same but for comments, layout and names. `near`: most fingerprints are shared. */
  kind: 'identical' | 'near';
  /** In the order in which they were given; two at least. */
  students: readonly string[];
  /** Of the fingerprints of the shorter of two texts, the part that the other has: the least of those that join the group. */
  share: number;
}

export const limits = {
  /** Fewer tokens than these of a student's own say nothing: a short right answer is everyone's. */
  ownTokens: 40,
  /** Texts are near from here on … */
  share: 0.7,
  /** … if each has as many fingerprints as these that are not everybody's. */
  fingerprints: 8,
  /** A fingerprint in more different texts of an item than these, and than a quarter of them, is how everybody writes it. */
  texts: 10,
} as const;

/** Texts of one item that are equal once normalised. */
interface Text {
  students: string[];
  fingerprints: ReadonlySet<number>;
}

/**
 * Groups of students by item. What also occurs in `common` (starters and solutions) is left out before; a text with less
 * than `limits.ownTokens` tokens of its own, as an untouched starter, is not compared.
 * Order: items as they first appear, identical before near, larger shares first, then students as they appear.
 * Cost, for n texts with f fingerprints each: reading them all, then by item at most n · f · max(10, n / 4) steps, because
 * an index of fingerprints names the pairs that share any, and a fingerprint of more texts than that is left out.
 */
export function findSimilar(texts: readonly StudentText[], common: readonly string[] = []): SimilarGroup[] {
  const known = new Set(common.flatMap((source) => hashRuns(normalise(source))));
  const items = new Set(texts.map(({ item }) => item));
  return [...items].flatMap((item) => {
    const compared = gather(
      texts.filter((text) => text.item === item),
      known,
    );
    const identical = compared
      .filter(({ students }) => students.length > 1)
      .map(({ students }): SimilarGroup => ({ item, kind: 'identical', students, share: 1 }));
    return [...identical, ...findNear(item, compared)];
  });
}

/** The texts with enough of their own, equal ones once with all their students. */
function gather(texts: readonly StudentText[], known: ReadonlySet<number>): Text[] {
  const gathered = new Map<string, Text>();
  const rejected = new Set<string>();
  for (const { student, source } of texts) {
    const tokens = normalise(source);
    const key = tokens.join('\n');
    const same = gathered.get(key);
    if (same && !same.students.includes(student)) same.students.push(student);
    if (same || rejected.has(key)) continue;
    const hashes = hashRuns(tokens);
    if (countOwn(tokens.length, hashes, known) < limits.ownTokens) rejected.add(key);
    else
      gathered.set(key, {
        students: [student],
        fingerprints: winnow(hashes.filter((each) => !known.has(each))),
      });
  }
  return [...gathered.values()];
}

/** How many tokens stand in no run that is known. */
function countOwn(length: number, hashes: readonly number[], known: ReadonlySet<number>): number {
  let own = 0;
  let covered = 0;
  for (let at = 0; at < length; at += 1) {
    if (known.has(hashes[at] ?? -1)) covered = at + winnowing.run;
    if (at >= covered) own += 1;
  }
  return own;
}

interface Link {
  pair: readonly [Text, Text];
  share: number;
}

function findNear(item: string, texts: readonly Text[]): SimilarGroup[] {
  const links = findLinks(texts);
  const groups = new Map<Text, Set<Text>>();
  for (const { pair } of links) {
    const joined = new Set(pair.flatMap((text) => [...(groups.get(text) ?? [text])]));
    for (const text of joined) groups.set(text, joined);
  }
  return [...new Set(groups.values())]
    .map((group): SimilarGroup => {
      const shares = links.filter(({ pair: [text] }) => group.has(text)).map(({ share }) => share);
      const students = texts.filter((text) => group.has(text)).flatMap((text) => text.students);
      return { item, kind: 'near', students: [...new Set(students)], share: Math.min(...shares) };
    })
    .filter(({ students }) => students.length > 1)
    .sort((a, b) => b.share - a.share);
}

/** The pairs that share enough, from an index of who has which fingerprint. */
function findLinks(texts: readonly Text[]): Link[] {
  const kept = texts.map(() => 0);
  const shared = texts.map(() => new Map<number, number>());
  for (const places of indexOf(texts).values()) {
    if (places.length > Math.max(limits.texts, texts.length / 4)) continue;
    for (const [order, place] of places.entries()) {
      kept[place] = (kept[place] ?? 0) + 1;
      for (const other of places.slice(order + 1))
        shared[place]?.set(other, (shared[place].get(other) ?? 0) + 1);
    }
  }
  return shared.flatMap((others, place) =>
    [...others].flatMap(([other, count]) => {
      const [a, b] = [texts[place], texts[other]];
      const of = Math.min(kept[place] ?? 0, kept[other] ?? 0);
      const near = of >= limits.fingerprints && count / of >= limits.share;
      return a && b && near ? [{ pair: [a, b] as const, share: count / of }] : [];
    }),
  );
}

function indexOf(texts: readonly Text[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [place, { fingerprints }] of texts.entries())
    for (const each of fingerprints) {
      const known = places.get(each);
      if (known) known.push(place);
      else places.set(each, [place]);
    }
  return places;
}
