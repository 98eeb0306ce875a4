/** Reads one question: its attributes and, by its kind, its list or table. */
import * as z from 'zod';
import { idAttribute, readAttributes } from './attributes.ts';
import { readChoices, readForeseen, readItems } from './question-choices.ts';
import { plainText, takeApart, type QuestionParts } from './question-parts.ts';
import { readRows } from './question-rows.ts';
import { shortened, texInWords } from './question-title.ts';
import { questionKinds, type Asked, type QuestionSpec } from './quiz-spec.ts';
import type { Report, WordNode } from './word.ts';

const schema = z.strictObject({
  id: idAttribute,
  kind: z.enum(questionKinds, `a question is of kind ${questionKinds.join(', ')}`),
  fixed: z.boolean().default(false),
  answer: z.number().optional(),
  within: z.number().min(0, 'how far off still counts as right, 0 or more').optional(),
  unit: z.string().max(24).optional(),
});
type Attributes = z.output<typeof schema>;

/** @returns `null` when something was wrong, after all of it has been reported */
export function readQuestion(node: WordNode, quiz: string, report: Report): QuestionSpec | null {
  let faults = 0;
  const tell: Report = (...told) => {
    faults += 1;
    report(...told);
  };
  const attributes = readAttributes(node, schema, tell);
  if (!attributes) return null;
  reportMisplaced(node, attributes, tell);
  const parts = takeApart(node);
  const prompt = plainText(parts.prompt);
  if (prompt === '') tell(node, 'This question asks nothing.', 'Write what is asked before the answers.');
  const asks = readAsked(node, attributes, parts, tell);
  if (!asks || faults > 0) return null;
  const { id, fixed } = attributes;
  const address = quiz === '' ? id : `${quiz}-${id}`;
  const title = shortened(plainText(parts.prompt, texInWords), 200);
  const why = parts.why ? plainText(parts.why.children) : '';
  return { id, quiz, address, prompt, title, fixed, asks, why };
}

/** Attributes that mean nothing for this kind. */
function reportMisplaced(node: WordNode, attributes: Attributes, report: Report): void {
  if (attributes.kind !== 'number')
    for (const name of ['answer', 'within', 'unit'] as const)
      if (attributes[name] !== undefined)
        report(node, `A question of kind ${attributes.kind} has no ${name}.`, 'Only kind="number" has one.');
  if (attributes.fixed && (attributes.kind === 'number' || attributes.kind === 'order'))
    report(
      node,
      `A question of kind ${attributes.kind} cannot be fixed.`,
      'Leave out `fixed`: it keeps choices, pairs and groups as written.',
    );
}

function readAsked(
  node: WordNode,
  attributes: Attributes,
  parts: QuestionParts,
  report: Report,
): Asked | null {
  const { kind } = attributes;
  const { body, why } = parts;
  if (kind === 'number') return readNumberAsked(node, attributes, parts, report);
  const table = kind === 'pairs' || kind === 'groups';
  if (table && body?.type === 'table') return { kind, ...readRows(body, kind, why !== null, report) };
  if (!table && body?.type === 'list') {
    if (kind !== 'order') return { kind, choices: readChoices(body, kind, report) };
    if (body.ordered) return { kind, items: readItems(body, report) };
  }
  report(node, `A question of kind ${kind} has no answers here.`, `End it with ${forms[kind]}`);
  return null;
}

const forms = {
  one: 'a list "- [x] right" and "- [ ] wrong", with "> why" under each.',
  several: 'a list "- [x] right" and "- [ ] wrong", with "> why" under each.',
  order: 'a list "1. first", "2. second" in the right order, with "> why" under each.',
  pairs: 'a table left | right | why.',
  groups: 'a table item | group | why.',
};

function readNumberAsked(
  node: WordNode,
  { answer, within = 0, unit = '' }: Attributes,
  { body, why }: QuestionParts,
  report: Report,
): Asked | null {
  if (answer === undefined) {
    report(
      node,
      'This question has no answer.',
      'Write the right number, as in answer={1.27} within={0.01}.',
    );
    return null;
  }
  if (!why) report(node, 'The right number is not explained.', 'Write "> why" at the end of the question.');
  if (body && body.type !== 'list')
    report(
      body,
      'A number is not chosen from a table.',
      'List foreseen wrong numbers as "- 2.54" with "> why" under each.',
    );
  const isRight = (value: number): boolean => Math.abs(value - answer) <= within;
  const foreseen = body?.type === 'list' ? readForeseen(body, isRight, report) : [];
  return { kind: 'number', answer, within, unit, foreseen };
}
