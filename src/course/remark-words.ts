import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { lessonId } from './lesson-id.ts';
import { proseFaults } from './prose-faults.ts';
import { listOfSources } from './vocabulary/citation.ts';
import { isElement, refuseUnknown } from './vocabulary/read-words.ts';
import type { PageContext, Report } from './vocabulary/word.ts';
import { words } from './vocabulary/words.ts';
import { openWorld } from './world.ts';

/**
 * Remark plugin: puts the markup of every word (`<Quiz>`, `<Claim>` …) in its place. A word is read before what
 * stands in it is rendered, and rendered after. A lesson that cites ends with the list of its sources.
 */
export function remarkWords() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const path = file.path.replaceAll('\\', '/');
    const page: PageContext = {
      lesson: lessonId(path),
      file: path,
      world: openWorld(process.cwd()),
      cited: [],
    };
    const report: Report = (node, message, remedy) => file.fail(`${message} ${remedy}`, node);
    proseFaults(tree, report);
    await renderInside(tree, page, report);
    tree.children.push(...listOfSources(page));
  };
}

async function renderInside(parent: Parents | Root, page: PageContext, report: Report): Promise<void> {
  const children = parent.children as Nodes[];
  for (const [index, child] of children.entries())
    if ('children' in child) children[index] = await renderChild(child, page, report);
}

async function renderChild(child: Parents, page: PageContext, report: Report): Promise<Nodes> {
  const word = isElement(child) ? words.get(child.name ?? '') : undefined;
  if (isElement(child) && !word) refuseUnknown(child, report);
  if (!word || !isElement(child)) {
    await renderInside(child, page, report);
    return child;
  }
  const spec = word.parse(child, report, page);
  await renderInside(child, page, report);
  return spec ? ((await word.render(spec, child, page)) satisfies RootContent) : child;
}
