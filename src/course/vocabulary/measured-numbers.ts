/** Finds the numbers of a text as a reader sees them: `1,980`, `0.000 000 04`, `−6.06`, `97 %`. */

export interface FoundNumber {
  text: string;
  /** Without its sign; of a percentage the number before the sign. */
  size: number;
  negative: boolean;
  percent: boolean;
  /** Where it begins in the text, its sign not counted. */
  at: number;
}

/** Whole part, thousands in groups; fraction, also in groups of three; exponent; per cent. */
const number =
  /(?<![\p{L}\d_.]|\p{L}-)(?:\d{1,3}(?:[,\u00A0\u202F]\d{3})+(?!\d)|\d[\d_]*)(?:\.\d{3}(?:[ \u00A0\u202F]\d{3})*[ \u00A0\u202F]\d{1,3}(?!\d)|\.\d+)?(?:[eE][-+−]?\d+)?(?:[\s\u00A0]?%)?/gu;

export const numbersIn = (text: string): FoundNumber[] =>
  [...text.matchAll(number)].map((match) => {
    const [found] = match;
    const size = Number(found.replaceAll('−', '-').replace(/[\s,_%]/gu, ''));
    const negative = /[-−]$/u.test(text.slice(0, match.index));
    return { text: found, size, negative, percent: found.endsWith('%'), at: match.index };
  });
