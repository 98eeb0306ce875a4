/** The markup of rows that each get a target: a list with one select per row. */
import type { Nodes, PhrasingContent, Table } from 'mdast';
import { block } from './node.ts';
import { whyMarkup } from './question-why.ts';
import { shuffled } from './question-shuffle.ts';
import type { Asked, QuestionSpec, Row, Target } from './quiz-spec.ts';

type Rows = Extract<Asked, { kind: 'pairs' | 'groups' }>;

/**
 * Options of a select are plain text. Where a target is more than that (a formula, code), the targets stand lettered
 * in a list of their own, and the select offers the letters.
 */
export function rowsMarkup(
  spec: QuestionSpec,
  { kind, rows, targets }: Rows,
  table: Table,
  seed: string,
): Nodes[] {
  const cells = new Map(rows.map(({ key }, index) => [key, table.children[index + 1]?.children ?? []]));
  const targetCells = new Map(rows.map(({ key, target }) => [target, cells.get(key)?.[1]?.children ?? []]));
  const inOrder = (spec.fixed ? targets : orderTargets(kind, rows, targets, seed)).map((target, index) => ({
    ...target,
    letter: letters[index] ?? String(index + 1),
    cell: targetCells.get(target.key) ?? [],
  }));
  const lettered = inOrder.some(({ cell }) => !cell.every(isPlain));
  const options = inOrder.map(({ key, text, letter }) =>
    block('option', { value: key }, [lettered ? letter : text]),
  );
  const legend = lettered
    ? [block('ol', { className: ['targets'], role: 'list' }, inOrder.map(legendMarkup))]
    : [];
  const shown = spec.fixed || kind === 'pairs' ? rows : shuffled(rows, seed, rows);
  const list = shown.map((row) => rowMarkup(row, cells.get(row.key) ?? [], options, kind));
  return [...legend, block('ul', { className: ['rows'], role: 'list' }, list)];
}

/** Groups stand in the order of their names, right-hand sides of pairs in an order that says nothing. */
const orderTargets = (kind: Rows['kind'], rows: readonly Row[], targets: readonly Target[], seed: string) =>
  kind === 'groups'
    ? [...targets].sort((a, b) => (a.text < b.text ? -1 : 1))
    : shuffled(
        targets,
        seed,
        rows.map(({ target }) => ({ key: target, text: '' })),
      );

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const isPlain = (node: Nodes): boolean =>
  node.type === 'text' ||
  ((node.type === 'emphasis' || node.type === 'strong') && node.children.every(isPlain));

interface Lettered extends Target {
  letter: string;
  cell: PhrasingContent[];
}

const legendMarkup = ({ letter, cell }: Lettered): Nodes =>
  block('li', {}, [block('span', { className: ['target-letter'] }, [letter]), block('span', {}, cell)]);

function rowMarkup(
  row: Row,
  cells: readonly { children: PhrasingContent[] }[],
  options: Nodes[],
  kind: string,
): Nodes {
  const [left, , why] = cells;
  return block('li', { className: ['row'], dataPart: row.key }, [
    block('label', { className: ['row-label'] }, [
      block('span', { className: ['row-text'] }, left?.children ?? []),
      block('select', { autoComplete: ['off'] }, [
        block('option', { value: '' }, [kind === 'groups' ? 'Choose a group' : 'Choose']),
        ...options,
      ]),
    ]),
    whyMarkup(why?.children ?? []),
  ]);
}
