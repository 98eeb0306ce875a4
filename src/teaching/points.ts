/** Points as a teacher types them: 1.5 and 1,5 are the same. */

export const mostPoints = 10_000;

/** @returns the points; `null` where nothing was typed; or why it is no number of points, in a sentence */
export function readPoints(text: string): number | null | { fault: string } {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  // Digits first: no other form of a number can be meant, and nothing is taken for another one.
  const found = /^(?<sign>[-−+]?)(?<number>\d{1,9}(?:[.,]\d{0,9})?|[.,]\d{1,9})$/u.exec(typed)?.groups;
  if (!found) return { fault: 'This is no number' };
  const points = Number(found['number']?.replace(',', '.'));
  if ((found['sign'] !== '' && found['sign'] !== '+' && points !== 0) || points > mostPoints)
    return { fault: 'Points are from 0 to 10 000' };
  return points;
}

/** What is kept where it could not be read: `This is no number: 2 stays.` */
export const staysInWords = (fault: string, points: number | null): string =>
  `${fault}: ${points === null ? 'there are no points yet' : `${points} stays`}.`;
