/** What a teacher has changed in an assignment since a reader took it, in sentences. */
import { dueOf } from './adopted.ts';
import { keyOf, sameContent, type Assignment } from './assignment.ts';
import { dateInWords } from './dates.ts';
import { ruleSentences } from './rules-in-words.ts';

/** Empty where nothing differs that a reader would notice. */
export function differencesOf(
  before: Assignment,
  after: Assignment,
  titleOf: (item: Assignment['items'][number]) => string,
): string[] {
  return [
    ...changed(before.title, after.title, (title) => `It is called “${title}” now.`),
    ...changed(before.note, after.note, noteInWords),
    ...changed(before.opens, after.opens, (opens) =>
      opens === null ? 'It has no opening date any more.' : `It opens on ${dateInWords(opens, after.zone)}.`,
    ),
    ...changed(dueOf(before), dueOf(after), (due) =>
      due === null ? 'It has no due date any more.' : `It is due on ${dateInWords(due, after.zone)}.`,
    ),
    ...itemsDiffering(before, after, titleOf),
    ...rulesDiffering(before, after),
    ...changed(before.asks, after.asks, (asks) =>
      asks === 'nothing' ? 'You are no longer asked who you are.' : `You are asked for your ${asks}.`,
    ),
  ];
}

function itemsDiffering(
  before: Assignment,
  after: Assignment,
  titleOf: (item: Assignment['items'][number]) => string,
): string[] {
  const [old, now] = [before, after].map(({ items }) => new Map(items.map((item) => [keyOf(item), item])));
  if (!old || !now) return [];
  const named = (items: Assignment['items']): string => items.map((item) => `“${titleOf(item)}”`).join(', ');
  const [added, gone] = [
    after.items.filter((item) => !old.has(keyOf(item))),
    before.items.filter((item) => !now.has(keyOf(item))),
  ];
  const worth = after.items.filter((item) => (old.get(keyOf(item))?.points ?? item.points) !== item.points);
  const rewritten = after.items.some((item) => {
    const known = old.get(keyOf(item));
    return known !== undefined && !sameContent(known.hash, item.hash);
  });
  return [
    ...(added.length > 0 ? [`Also asked for: ${named(added)}.`] : []),
    ...(gone.length > 0 ? [`No longer asked for: ${named(gone)}.`] : []),
    ...(worth.length > 0 ? [`Other points for ${named(worth)}.`] : []),
    ...(rewritten ? ['It was made from a newer text of the lessons.'] : []),
  ];
}

function rulesDiffering(before: Assignment, after: Assignment): string[] {
  const known = ruleSentences(before.policy);
  const others = ruleSentences(after.policy).filter((sentence, i) => sentence !== known[i]);
  return others.map((sentence) => `Another rule: ${sentence}`);
}

function noteInWords(after: string, before: string): string {
  if (before === '') return 'There is a new note from your teacher.';
  return `The note from your teacher ${after === '' ? 'is gone' : 'has changed'}.`;
}

const changed = <T>(before: T, after: T, say: (after: T, before: T) => string): string[] =>
  before === after ? [] : [say(after, before)];
