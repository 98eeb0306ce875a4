/**
 * `<Predict id="after-fifty" kind="number" cell="five-rates" value="w[50]" within={0.5} unit="m">Prompt</Predict>`: what
 * the reader expects, said before a cell is run. After the run both stand side by side; nothing is scored.
 *
 * - `number`: `value` is a number; `within` says what counts as close, `unit` follows it.
 * - `pick`: one of the choices in the list that stands inside; `value` is one of their texts.
 * - `curve`: `value` is a list of numbers at equal distances over `x`, or of pairs [x, y], or { x: [], y: [] }.
 * - `point`: `value` is [x, y] or { x, y } in the plane of `x` and `y`.
 */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import * as z from 'zod';
import { idAttribute, readAttributes } from './attributes.ts';
import { cellAttribute, checkPath, pathAttribute } from './measured-path.ts';
import { block } from './node.ts';
import type { Report, Word, WordNode } from './word.ts';

const kinds = ['number', 'pick', 'curve', 'point'] as const;
const range = z
  .tuple([z.number(), z.number()], { error: 'write [smallest, largest]' })
  .refine(([low, high]) => low < high, 'write [smallest, largest]');
const label = z.string().trim().min(1).max(40);

const attributes = z.strictObject({
  id: idAttribute,
  kind: z.enum(kinds, { error: `choose ${kinds.join(', ')}` }),
  cell: cellAttribute,
  value: pathAttribute,
  within: z.number().positive('write how far off is still close').optional(),
  unit: z.string().trim().min(1).max(12).optional(),
  x: range.optional(),
  y: range.optional(),
  xLabel: label.optional(),
  yLabel: label.optional(),
});

export type PredictSpec = z.output<typeof attributes> & { title: string };

/** What belongs to which kind, beyond id, kind, cell and value. */
const own: Record<
  PredictSpec['kind'],
  { takes: readonly (keyof PredictSpec)[]; needs: readonly ('x' | 'y')[] }
> = {
  number: { takes: ['within', 'unit'], needs: [] },
  pick: { takes: [], needs: [] },
  curve: { takes: ['x', 'y', 'xLabel', 'yLabel'], needs: ['x', 'y'] },
  point: { takes: ['x', 'y', 'xLabel', 'yLabel', 'within'], needs: ['x', 'y'] },
};
const optional = ['within', 'unit', 'x', 'y', 'xLabel', 'yLabel'] as const;

export const predict: Word<PredictSpec> = {
  name: 'Predict',
  parse(node, report) {
    const spec = readAttributes(node, attributes, report);
    if (!spec) return null;
    checkKind(node, spec, report);
    checkInside(node, spec, report);
    return { ...spec, title: titleOf(node) };
  },
  address: ({ id, title }) => ({ id, title, kind: 'prediction' }),
  check: checkPath,
  render(spec, { children }, { lesson }) {
    const { id, kind, cell, value, within, unit, x, y, xLabel, yLabel } = spec;
    const properties = {
      ...{ id, dataState: 'todo', dataKind: kind, dataLesson: lesson, dataCell: cell, dataValue: value },
      ...{ dataWithin: within, dataUnit: unit, dataX: x?.join(' '), dataY: y?.join(' ') },
      ...{ dataXLabel: xLabel, dataYLabel: yLabel },
      ...{ role: 'region', ariaLabel: `Prediction: ${spec.title}` },
    };
    return block('descent-prediction', properties, [
      block('p', { className: ['prediction-name'] }, ['Before you run it']),
      block('div', { className: ['prediction-prompt'] }, children),
      block('div', { className: ['prediction-body'] }),
    ]);
  },
};

function checkKind(node: WordNode, spec: z.output<typeof attributes>, report: Report): void {
  const { takes, needs } = own[spec.kind];
  for (const name of needs)
    if (spec[name] === undefined)
      report(
        node,
        `<Predict> of the kind ${spec.kind} has no ${name}.`,
        `Write the range of the axis, as in ${name}={[0, 1]}.`,
      );
  for (const name of optional)
    if (spec[name] !== undefined && !takes.includes(name))
      report(
        node,
        `<Predict> of the kind ${spec.kind} takes no ${name}.`,
        takes.length > 0 ? `It takes ${takes.join(', ')}.` : 'Leave it out.',
      );
}

function checkInside(node: WordNode, { kind }: z.output<typeof attributes>, report: Report): void {
  if (titleOf(node) === '')
    report(node, 'This <Predict> asks nothing.', 'Write in it what the reader is to expect.');
  const lists = (node.children as Nodes[]).filter((each) => each.type === 'list');
  if (kind !== 'pick') return;
  const choices = lists.at(-1)?.children.map((item) => toString(item).trim()) ?? [];
  if (lists.length !== 1 || choices.length < 2)
    report(
      node,
      `<Predict> of the kind pick needs one list of choices; it has ${lists.length > 1 ? 'several' : `${choices.length} choices`}.`,
      'Write each choice as a line that begins with "- ", at least two of them.',
    );
  else if (new Set(choices.map((text) => text.toLowerCase())).size < choices.length)
    report(node, 'Two choices of this <Predict> are the same.', 'Write each choice once.');
}

/** The prompt's words without the choices, cut to a line. */
function titleOf({ children }: WordNode): string {
  const text = (children as Nodes[])
    .filter(({ type }) => type !== 'list')
    .map((child) => toString(child))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return text.length <= 90 ? text : `${text.slice(0, text.lastIndexOf(' ', 89))} …`;
}
