import { walk as walkEstree, type Node as EstreeNode } from 'estree-walker';
import type { AnyNode } from 'acorn';

export interface Visit {
  node: AnyNode;
  parent: AnyNode | null;
  /** The parent's property that holds the node. */
  key: string | null;
}

export interface Walk {
  remove(): void;
  replace(node: AnyNode): void;
  skip(): void;
}

type Visitor = (visit: Visit, walk: Walk) => void;

/** Visits every node of a tree, parents before (`enter`) and after (`leave`) their children, in order of the text. */
export function walk(tree: AnyNode, { enter, leave }: { enter?: Visitor; leave?: Visitor }): void {
  // acorn's nodes are ESTree's with offsets added; only the nominal types differ.
  const visitor = (visit: Visitor) =>
    function (this: unknown, node: unknown, parent: unknown, key: unknown) {
      visit({ node, parent, key } as Visit, this as Walk);
    };
  walkEstree(tree as unknown as EstreeNode, {
    ...(enter ? { enter: visitor(enter) } : {}),
    ...(leave ? { leave: visitor(leave) } : {}),
  });
}
