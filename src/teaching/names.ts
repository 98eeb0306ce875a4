/** A name or code as it is compared: case and spacing do not count, because people type them. */
export const fold = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** A text as part of a file's name: `week-3-gradients`; `fallback` where no letter or digit is in it. */
export function slug(text: string, fallback: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');
  const words = plain.match(/[\p{L}\p{N}]+/gu)?.join('-') ?? '';
  return Array.from(words).slice(0, 60).join('').replace(/-$/u, '') || fallback;
}
