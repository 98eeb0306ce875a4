/** A figure of the text as it stands in the page before, and without, any script. */
import type { ElementContent, Properties } from 'hast';
import type { RootContent } from 'mdast';
import type { TableData } from '../../figures/described.ts';
import type { ComputedFigure } from '../figure-data.ts';
import { highlight } from '../highlight.ts';
import type { LessonCell } from '../lesson.ts';
import { cellNode } from '../cell-node.ts';
import type { FigureSpec } from './figure.ts';
import { block, made } from './node.ts';

/** Rows of a table that stand in the page; the picture's own has all of them. */
const mostRows = 60;

/** `<descent-figure>`: a place of the right height, the words, the table, the code. */
export async function figureMarkup(
  spec: FigureSpec,
  figure: ComputedFigure,
  cell: LessonCell,
  lesson: string,
): Promise<RootContent> {
  const { table } = figure;
  return figureBlock(spec, figure, [
    made('details', { className: ['figure-numbers'] }, [
      element('summary', { className: ['figure-link'] }, ['As a table']),
      element('div', { className: ['figure-table'], role: 'group', tabIndex: 0, ariaLabel: table.caption }, [
        tableOf(table),
      ]),
    ]),
    block('details', { className: ['figure-code'] }, [
      made('summary', { className: ['figure-link'] }, [text('Show the code')]),
      cellNode(cell, lesson, await highlight(cell.source)),
    ]),
  ]);
}

/**
 * @param foot what stands below the words: a table, and where the data are from
 * @param options `keepsTable`: the table of the page stays when the picture is drawn, for there is more in it
 */
export function figureBlock(
  { id, title, caption }: Pick<FigureSpec, 'id' | 'title' | 'caption'>,
  { name, embedded, summary, reading, room }: Omit<ComputedFigure, 'table'>,
  foot: readonly RootContent[],
  { keepsTable = false }: { keepsTable?: boolean } = {},
): RootContent {
  const said = [
    element('strong', { id: `${id}-title`, className: ['figure-title'] }, [`${withStop(title)} `]),
    ...(caption === undefined
      ? []
      : [element('span', { className: ['figure-caption'] }, [`${withStop(caption)} `])]),
    element('span', { className: ['figure-summary'] }, [summary]),
  ];
  const properties = {
    ...{ id, role: 'figure', ariaLabelledBy: [`${id}-title`], dataName: name },
    ...(keepsTable ? { dataKeepsTable: '' } : {}),
  };
  return block('descent-figure', properties, [
    made(
      'div',
      {
        className: ['figure-place'],
        dataFigure: embedded,
        style: `--room:${room.wide};--room-narrow:${room.narrow}`,
      },
      [],
    ),
    ...(reading === '' ? [] : [made('p', { className: ['figure-reading'] }, [text(reading)])]),
    made('p', { className: ['figure-words'] }, said),
    block('div', { className: ['figure-foot'], dataPagefindIgnore: '' }, foot),
  ]);
}

function tableOf({ caption, columns, rows }: TableData): ElementContent {
  const shown = rows.slice(0, mostRows);
  const title =
    shown.length < rows.length ? `${caption} (first ${shown.length} of ${rows.length} rows)` : caption;
  const cells = (tag: string, row: readonly string[], more: Properties) =>
    element(
      'tr',
      {},
      row.map((each) => element(tag, { ...more, dataNumeric: '' }, [each])),
    );
  return element('table', { className: ['output-table'] }, [
    element('caption', {}, [title]),
    element('thead', {}, [cells('th', columns, { scope: 'col' })]),
    element(
      'tbody',
      {},
      shown.map((row) => cells('td', row, {})),
    ),
  ]);
}

const withStop = (words: string): string => (/[.!?…]$/u.test(words) ? words : `${words}.`);

const text = (value: string): ElementContent => ({ type: 'text', value });

const element = (
  tagName: string,
  properties: Properties,
  children: readonly (ElementContent | string)[],
): ElementContent => ({
  ...{ type: 'element', tagName, properties },
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
