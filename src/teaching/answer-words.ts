/** What a student answered, in words. */
import type { Plain } from '../kernel/plain.ts';

/** Characters and parts of an answer that are shown: a file may hold anything. */
const most = 400;
const parts = 20;

/**
 * @param words of choices, items, rows and targets, by their keys
 * @returns the answer as a text; a key that nobody knows is `…`: it is of a text that has changed since
 */
export function answerInWords(answer: Plain | undefined, words: ReadonlyMap<string, string>): string {
  const text = inWords(answer, words);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function inWords(answer: Plain | undefined, words: ReadonlyMap<string, string>): string {
  if (typeof answer === 'number') return String(answer);
  if (typeof answer === 'string') return words.get(answer) ?? '…';
  if (typeof answer !== 'object' || answer === null) return '';
  if (Array.isArray(answer))
    return answer.length === 0
      ? 'none'
      : answer
          .slice(0, parts)
          .map((each) => inWords(each, words))
          .join('; ');
  return Object.entries(answer)
    .slice(0, parts)
    .map(([row, target]) => `${words.get(row) ?? '…'} → ${inWords(target, words)}`)
    .join('; ');
}
