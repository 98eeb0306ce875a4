/** Marks an answer: in the page as it is given, and again wherever it is looked at later. */
import type { Plain } from '../kernel/plain.ts';
import type { QuestionKey } from './quiz-key.ts';

export interface Mark {
  right: boolean;
  /** Of each choice that was chosen, or of each item or row: is it right? */
  parts: Readonly<Record<string, boolean>>;
  /** How many of how many are right: right choices found, items in their place, rows with their target. */
  found: number;
  of: number;
  /** Which of the foreseen wrong numbers it is. */
  foreseen: number | null;
}

type KeyOf<K extends QuestionKey['kind']> = Extract<QuestionKey, { kind: K }>;

/**
 * Answers are plain data: a key (`one`), keys (`several`; `order`, from first to last), a number, or a target's key for
 * each row's key (`pairs`, `groups`).
 * @returns `null` where this is no answer to this question, as after the question was rewritten
 */
export function markAnswer(key: QuestionKey, answer: Plain): Mark | null {
  switch (key.kind) {
    case 'one':
      return markOne(key, answer);
    case 'several':
      return markSeveral(key, answer);
    case 'number':
      return markNumber(key, answer);
    case 'order':
      return markOrder(key, answer);
    default:
      return markRows(key, answer);
  }
}

/** The right answer in the form in which answers are given. */
export function rightAnswer(key: QuestionKey): Plain {
  return key.kind === 'number' ? key.answer : structuredClone(key.right);
}

function marked(parts: ReadonlyMap<string, boolean>, found: number, of: number, right = found === of): Mark {
  return { right, parts: Object.fromEntries(parts), found, of, foreseen: null };
}

function markOne({ choices, right }: KeyOf<'one'>, answer: Plain): Mark | null {
  if (typeof answer !== 'string' || !choices.includes(answer)) return null;
  const found = answer === right;
  return marked(new Map([[answer, found]]), Number(found), 1);
}

function markSeveral({ choices, right }: KeyOf<'several'>, answer: Plain): Mark | null {
  if (!isKeys(answer) || !answer.every((each) => choices.includes(each))) return null;
  const parts = new Map(answer.map((each) => [each, right.includes(each)]));
  const found = right.filter((each) => parts.has(each)).length;
  return marked(parts, found, right.length, found === right.length && parts.size === found);
}

function markNumber({ answer: right, within, foreseen }: KeyOf<'number'>, answer: Plain): Mark | null {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return null;
  const found = isWithin(answer, right, within);
  const nearest = foreseen
    .map((value, index) => ({ index, gap: Math.abs(value - answer) }))
    .filter(({ index }) => isWithin(answer, foreseen[index] ?? Infinity, within))
    .sort((a, b) => a.gap - b.gap)[0];
  return { ...marked(new Map(), Number(found), 1), foreseen: found ? null : (nearest?.index ?? null) };
}

/** Rounding to binary must not make 1.28 lie outside 1.27 ± 0.01. */
export function isWithin(value: number, target: number, within: number): boolean {
  const rounding = 1e-12 * Math.max(Math.abs(value), Math.abs(target));
  return Math.abs(value - target) <= within + rounding;
}

function markOrder({ right }: KeyOf<'order'>, answer: Plain): Mark | null {
  if (!isKeys(answer) || answer.length !== right.length || !right.every((each) => answer.includes(each)))
    return null;
  const parts = new Map(answer.map((each, place) => [each, right[place] === each]));
  return marked(parts, [...parts.values()].filter(Boolean).length, right.length);
}

function markRows({ right, targets }: KeyOf<'pairs' | 'groups'>, answer: Plain): Mark | null {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return null;
  const given = new Map(Object.entries(answer));
  const rows = Object.entries(right);
  if (given.size !== rows.length) return null;
  const fits = rows.every(([row]) => targets.some((target) => given.get(row) === target));
  if (!fits) return null;
  const parts = new Map(rows.map(([row, target]) => [row, given.get(row) === target]));
  return marked(parts, [...parts.values()].filter(Boolean).length, rows.length);
}

const isKeys = (answer: Plain): answer is string[] =>
  Array.isArray(answer) &&
  answer.every((each) => typeof each === 'string') &&
  new Set(answer).size === answer.length;
