/** The markup of a question: all of it can be read without JavaScript, and nothing in it tells what is right. */
import type { List, ListItem, Nodes, RootContent, Table } from 'mdast';
import { block } from './node.ts';
import { takeApart, takeItemApart, type QuestionParts } from './question-parts.ts';
import { rowsMarkup } from './question-rows-markup.ts';
import { whyMarkup } from './question-why.ts';
import { shuffled } from './question-shuffle.ts';
import { keyOf, type QuestionSpec } from './quiz-spec.ts';
import type { WordNode } from './word.ts';

/** Where a question stands in its quiz, from 1. */
export interface Place {
  number: number;
  of: number;
}

/** @param seed of the shuffling: the same for ever, so that a page looks the same at every build */
export function questionMarkup(spec: QuestionSpec, node: WordNode, place: Place, seed: string): RootContent {
  const { address, asks } = spec;
  const parts = takeApart(node);
  const number = place.of > 1 ? [`Question ${place.number} of ${place.of}`] : [];
  return block(
    'div',
    {
      id: address,
      className: ['question'],
      role: asks.kind === 'one' ? 'radiogroup' : 'group',
      ariaLabelledBy: [...(number.length > 0 ? [`${address}--number`] : []), `${address}--prompt`],
      dataQuestion: spec.id,
      dataState: 'open',
      dataKey: JSON.stringify(keyOf(spec)),
    },
    [
      ...number.map((text) =>
        block('p', { className: ['question-number'], id: `${address}--number` }, [text]),
      ),
      block('div', { className: ['question-prompt'], id: `${address}--prompt` }, parts.prompt),
      ...answersMarkup(spec, parts, seed),
      ...(parts.why ? [whyMarkup(parts.why.children, { dataWhy: 'right' })] : []),
      block('div', { className: ['question-foot'] }, [
        block('div', { className: ['question-buttons'] }),
        block('p', { className: ['question-says'], role: 'status' }),
      ]),
    ],
  );
}

function answersMarkup(spec: QuestionSpec, { body }: QuestionParts, seed: string): Nodes[] {
  const { asks, address, fixed } = spec;
  switch (asks.kind) {
    case 'one':
    case 'several': {
      const choices = withItems(asks.choices, body as List);
      const type = asks.kind === 'one' ? 'radio' : 'checkbox';
      const order = fixed ? choices : shuffled(choices, seed);
      return [
        block(
          'ul',
          listOf('choices'),
          order.map((choice) => choiceMarkup(choice, type, address)),
        ),
      ];
    }
    case 'number':
      return [numberMarkup(address, asks.unit), ...foreseenMarkup(body as List | null)];
    case 'order': {
      const items = withItems(asks.items, body as List);
      return [block('ol', listOf('order'), shuffled(items, seed, items).map(itemMarkup))];
    }
    default:
      return rowsMarkup(spec, asks, body as Table, seed);
  }
}

/** Lists that are drawn without markers are still announced as lists. */
const listOf = (name: string) => ({ className: [name], role: 'list' });

interface WithItem {
  key: string;
  item: ListItem;
}

const withItems = (parts: readonly { key: string }[], list: List): WithItem[] =>
  parts.flatMap(({ key }, index) => {
    const item = list.children[index];
    return item ? [{ key, item }] : [];
  });

function choiceMarkup({ key, item }: WithItem, type: 'radio' | 'checkbox', address: string): Nodes {
  const { content, why } = takeItemApart(item);
  return block('li', { className: ['choice'], dataPart: key }, [
    block('label', { className: ['choice-label'] }, [
      block('input', { type, name: address, value: key, autoComplete: ['off'] }),
      block('span', { className: ['choice-text'] }, inline(content)),
    ]),
    whyMarkup(why?.children ?? []),
  ]);
}

function itemMarkup({ key, item }: WithItem): Nodes {
  const { content, why } = takeItemApart(item);
  return block('li', { className: ['order-item'], dataPart: key }, [
    block('div', { className: ['order-row'] }, [
      block('div', { className: ['order-text'] }, inline(content)),
    ]),
    whyMarkup(why?.children ?? []),
  ]);
}

function numberMarkup(address: string, unit: string): Nodes {
  return block('p', { className: ['number-answer'] }, [
    block('label', {}, [
      block('span', { className: ['number-label'] }, ['Your answer']),
      block('input', {
        type: 'text',
        name: address,
        autoComplete: ['off'],
        spellCheck: 'false',
        maxLength: 40,
      }),
      ...(unit === '' ? [] : [block('span', { className: ['number-unit'] }, [unit])]),
    ]),
  ]);
}

const foreseenMarkup = (list: List | null): Nodes[] =>
  (list?.children ?? []).map((item, index) =>
    whyMarkup(takeItemApart(item).why?.children ?? [], { dataForeseen: index }),
  );

/** A single paragraph is text of the element that it stands in. */
function inline(content: readonly Nodes[]): readonly Nodes[] {
  const [only, ...others] = content;
  return only?.type === 'paragraph' && others.length === 0 ? only.children : content;
}
