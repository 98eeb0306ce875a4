/** Reads the lists of a question: choices to tick, foreseen wrong numbers, items in order. */
import type { List, Nodes } from 'mdast';
import { keyFor, plainText, takeItemApart } from './question-parts.ts';
import type { Choice, Foreseen, Part } from './quiz-spec.ts';
import type { Report } from './word.ts';

/** `- [ ] text` with `> why` under it; which of them must be right depends on the kind. */
export function readChoices(list: List, kind: 'one' | 'several', report: Report): Choice[] {
  const choices = list.children.map((item) => {
    if (item.checked !== true && item.checked !== false)
      report(item, 'This choice does not say whether it is right.', 'Begin it with [x] or [ ].');
    return { ...readPart(item, 'choice', report), right: item.checked === true };
  });
  if (choices.length < 2)
    report(
      list,
      'This question has a single choice.',
      'Write at least two choices, each with its explanation.',
    );
  const right = choices.filter((choice) => choice.right).length;
  if (kind === 'one' && right !== 1)
    report(
      list,
      `A question of kind one has one right choice; this has ${right === 0 ? 'none' : right}.`,
      'Mark exactly one with [x], or write kind="several".',
    );
  if (kind === 'several' && right === 0)
    report(list, 'None of these choices is right.', 'Mark those that are with [x].');
  reportTwins(list, choices, 'choices', report);
  return choices;
}

/** `1. text` with `> why` under it, in the right order. */
export function readItems(list: List, report: Report): Part[] {
  const items = list.children.map((item) => readPart(item, 'item', report));
  if (items.length < 3) report(list, 'There is too little to put in order.', 'Write at least three items.');
  reportTwins(list, items, 'items', report);
  return items;
}

/** `- 2.54` with `> why` under it: a wrong number that readers come to by a known mistake. */
export function readForeseen(list: List, isRight: (value: number) => boolean, report: Report): Foreseen[] {
  return list.children.flatMap((item) => {
    const { content, why } = takeItemApart(item);
    const text = plainText(content);
    const value = Number(text.replace(/\u2212/gu, '-'));
    if (text === '' || !Number.isFinite(value)) {
      report(
        item,
        `"${text}" is not a number.`,
        'Write a wrong number alone, as in "- 2.54", and "> why" under it.',
      );
      return [];
    }
    if (isRight(value))
      report(item, `${value} counts as right here.`, 'Leave it out, or make `within` smaller.');
    if (!why) report(item, ...unexplained('number'));
    return [{ value, why: why ? plainText(why.children) : '' }];
  });
}

function readPart(item: List['children'][number], what: string, report: Report): Part {
  const { content, why } = takeItemApart(item);
  const text = plainText(content);
  if (text === '') report(item, `This ${what} is empty.`, 'Write what it says, before its explanation.');
  else if (!why) report(item, ...unexplained(what));
  return { key: keyFor(text), text, why: why ? plainText(why.children) : '' };
}

const unexplained = (what: string): [string, string] => [
  `This ${what} does not explain itself.`,
  'Write a line "> why" under it, indented like its text.',
];

/** Two that read the same could not be told apart. */
export function reportTwins(
  node: Nodes,
  parts: readonly { text: string }[],
  what: string,
  report: Report,
): void {
  const texts = parts.map(({ text }) => text);
  const twin = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twin) report(node, `Two ${what} read "${twin}".`, 'Say each thing once.');
}
