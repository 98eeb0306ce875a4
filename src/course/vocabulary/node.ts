/** Makes nodes of a lesson's tree that become HTML elements and may hold Markdown. */
import type { ElementContent, Properties } from 'hast';
import type { Nodes, RootContent } from 'mdast';

type Child = Nodes | string;

/**
 * An element around Markdown nodes. `properties` are hast's: `className`, `dataState`, `ariaLabel`. Attributes that are
 * `undefined`, `null` or `false` are left out.
 */
export function block(tag: string, properties: Properties, children: readonly Child[] = []): RootContent {
  const node = {
    type: 'descent',
    data: { hName: tag, hProperties: properties },
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
  // A node of our own type: remark and rehype plugins that look for code or JSX pass it by.
  return node as unknown as RootContent;
}

/** An element around HTML nodes that are made already, as highlighted code is. */
export function made(tag: string, properties: Properties, children: readonly ElementContent[]): RootContent {
  const node = { type: 'descent', data: { hName: tag, hProperties: properties, hChildren: [...children] } };
  return node as unknown as RootContent;
}
