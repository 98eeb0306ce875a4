import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { cellNode } from './cell-node.ts';
import { isCellFence, parseCellMeta, type CellMeta } from './cell-meta.ts';
import { highlight } from './highlight.ts';
import { lessonId } from './lesson-id.ts';

/** Remark plugin: turns every `ts cell` fence into the static markup that `<descent-cell>` brings to life. */
export function remarkCells() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const lesson = lessonId(file.path.replaceAll('\\', '/'));
    const found: [Code, CellMeta][] = [];
    visit(tree, 'code', (node: Code) => {
      if (isCellFence(node.meta)) found.push([node, readMeta(node, file)]);
    });
    for (const [node, meta] of found) {
      Object.assign(node, cellNode(meta, lesson, await highlight(node.value)));
    }
  };
}

function readMeta(node: Code, file: VFile): CellMeta {
  const { cell, problems } = parseCellMeta(node.lang ?? '', node.meta ?? '');
  const [problem] = problems;
  if (problem) file.fail(`${problem.message} ${problem.remedy}`, node);
  return cell;
}
