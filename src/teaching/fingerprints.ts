/**
 * Fingerprints of a text by winnowing.
 * Source: S. Schleimer, D. S. Wilkerson, A. Aiken: Winnowing: Local Algorithms for Document Fingerprinting, SIGMOD 2003,
 * section 3: of the hashes of all runs of `run` tokens, the smallest of every `window` neighbours is kept. Whatever two
 * texts share of `run + window - 1` tokens or more, they share a fingerprint of; of fewer than `run` tokens, none.
 */
import { renamed } from './normalise.ts';

/** Tokens in a run, and runs in a window. */
export const winnowing = { run: 10, window: 6 } as const;

/**
 * The hash (53 bits) of each run of tokens, by where it begins. A renamed name counts by how far back in the run it stood
 * before, so that a variable more at the beginning of a copy changes nothing behind it.
 * Source of that: B. S. Baker: Parameterized Pattern Matching, 1996.
 */
export function hashRuns(tokens: readonly string[]): number[] {
  const { run } = winnowing;
  const codes = tokens.map(codeOf);
  const back = distances(tokens);
  return Array.from({ length: Math.max(0, tokens.length - run + 1) }, (_, begin) => {
    let high = 0xdeadbeef;
    let low = 0x41c6ce57;
    for (let at = begin; at < begin + run; at += 1) {
      const distance = back[at] ?? 0;
      const code = (codes[at] ?? 0) ^ (distance <= at - begin ? distance : 0);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677) ^ (low >>> 15);
    }
    return 4294967296 * (2097151 & (high ^ (high >>> 13))) + ((low ^ (low >>> 16)) >>> 0);
  });
}

/** A number for a token (FNV-1a); the same for all renamed names. */
function codeOf(token: string): number {
  let code = 0x811c9dc5;
  if (token.startsWith(renamed)) return code;
  for (let at = 0; at < token.length; at += 1) code = Math.imul(code ^ token.charCodeAt(at), 16777619);
  return code;
}

/** How many tokens before this one the same renamed name stood, 0 for none and for other tokens. */
function distances(tokens: readonly string[]): number[] {
  const last = new Map<string, number>();
  return tokens.map((token, at) => {
    if (!token.startsWith(renamed)) return 0;
    const before = last.get(token) ?? at;
    last.set(token, at);
    return at - before;
  });
}

/** The smallest hash of every window of neighbours. */
export function winnow(hashes: readonly number[]): Set<number> {
  const kept = new Set<number>();
  const { window } = winnowing;
  const windows = hashes.length === 0 ? 0 : Math.max(1, hashes.length - window + 1);
  for (let begin = 0; begin < windows; begin += 1) kept.add(Math.min(...hashes.slice(begin, begin + window)));
  return kept;
}
