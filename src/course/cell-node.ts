import type { Element, ElementContent, Properties } from 'hast';
import type { RootContent } from 'mdast';
import type { CellMeta } from './cell-meta.ts';

const element = (tagName: string, properties: Properties, children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const text = (value: string): ElementContent => ({ type: 'text', value });

/** The static markup of a cell, as a node; `hName` and its like tell remark-rehype what to make of it. */
export function cellNode(meta: CellMeta, lesson: string, code: ElementContent[]): RootContent {
  const { id, title, room, live, long } = meta;
  const style = roomStyle(meta);
  const properties: Properties = {
    id,
    dataState: 'idle',
    dataTitle: title,
    dataLesson: lesson,
    role: 'region',
    ariaLabel: `Code cell: ${title}`,
    ...(live ? { dataLive: '' } : {}),
    ...(long ? { dataLong: '' } : {}),
    ...(style === '' ? {} : { style }),
  };
  const hChildren = [bar(title, long), codeBlock(code), output(title, room)];
  const node = { type: 'cell', data: { hName: 'descent-cell', hProperties: properties, hChildren } };
  // A node of our own type: remark and rehype plugins that look for code pass it by.
  return node as unknown as RootContent;
}

const roomStyle = ({ room, narrow }: CellMeta): string =>
  [room === null ? '' : `--cell-room:${room}rem`, narrow === null ? '' : `--cell-room-narrow:${narrow}rem`]
    .filter(Boolean)
    .join(';');

/** The status begins with what the reader should know before Run. */
const bar = (title: string, long: boolean): Element =>
  element('div', { className: ['cell-bar'] }, [
    element('span', { className: ['cell-title'] }, [text(title)]),
    element('span', { className: ['cell-status'] }, long ? [text('takes up to half a minute')] : []),
    element('span', { className: ['cell-buttons'] }),
  ]);

/** The comment keeps highlighters away, which look for a `<pre>` whose only child is `<code>`. */
const codeBlock = (code: ElementContent[]): Element =>
  element('div', { className: ['cell-code'] }, [
    element('pre', { className: ['cell-source', 'shiki'], tabIndex: 0 }, [
      element('code', {}, code.length > 0 ? code : [text('')]),
      { type: 'comment', value: '' },
    ]),
  ]);

const output = (title: string, room: number | null): Element =>
  element('div', {
    className: ['cell-output'],
    role: 'region',
    ariaLabel: `Output: ${title}`,
    ...(room === null ? { hidden: true } : {}),
  });
