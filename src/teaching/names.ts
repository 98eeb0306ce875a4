/** A name or code as it is compared: case and spacing do not count, because people type them. */
export const fold = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
