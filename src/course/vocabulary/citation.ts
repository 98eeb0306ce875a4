/** Marks in the text that lead to the list of sources, and that list. Works are numbered as a lesson first cites them. */
import type { RootContent } from 'mdast';
import { shortName, writeOut } from '../bibliography.ts';
import { meantOr } from '../likely-names.ts';
import type { Reference } from '../references.ts';
import type { World } from '../world.ts';
import { entryNodes } from './entry-nodes.ts';
import { block, made } from './node.ts';
import type { Citation, PageContext } from './word.ts';

/** Tells the author of a work that `content/references.yaml` does not have. */
export function checkCited(
  id: string,
  world: World,
  report: (message: string, remedy: string) => void,
): Reference | undefined {
  const references = world.references();
  const found = references.get(id);
  if (!found)
    report(
      `No work is called "${id}".`,
      meantOr(id, references.keys(), 'Add it to content/references.yaml, or correct the id.'),
    );
  return found;
}

/** A raised number that leads to the work in the list; `null` for a work that nobody knows. */
export function cite(citation: Citation, page: PageContext): RootContent | null {
  const reference = page.world.references().get(citation.of);
  if (!reference) return null;
  page.cited.push(citation);
  const number = [...new Set(page.cited.map(({ of }) => of))].indexOf(citation.of) + 1;
  const { of, at } = citation;
  const times = page.cited.filter((other) => other.of === of).length;
  const link = block(
    'a',
    { href: `#${listId(of)}`, id: markId(of, times), ariaLabel: `Source ${number}: ${named(reference, at)}` },
    [String(number)],
  );
  return block('descent-note', { dataKind: 'source', dataAt: at }, [link]);
}

const named = (reference: Reference, at: string | undefined): string =>
  [shortName(reference), at].filter((part) => part !== undefined).join(', ');

const listId = (of: string): string => `source-${of}`;
const markId = (of: string, times: number): string => (times === 1 ? `cite-${of}` : `cite-${of}-${times}`);

/** What stands at the end of a lesson that cites: a heading and the works, each with links back to where it is cited. */
export function listOfSources(page: PageContext): RootContent[] {
  const ids = [...new Set(page.cited.map(({ of }) => of))];
  const items = ids.flatMap((of) => {
    const reference = page.world.references().get(of);
    return reference ? [sourceItem(reference, page.cited)] : [];
  });
  if (items.length === 0) return [];
  return [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Sources' }] },
    block('ol', { className: ['source-list'] }, items),
  ];
}

function sourceItem(reference: Reference, cited: readonly Citation[]): RootContent {
  const { id } = reference;
  const places = cited.filter(({ of }) => of === id);
  return block('li', { id: listId(id) }, [
    made('span', { className: ['source-text'] }, entryNodes(writeOut(reference))),
    ...places.flatMap(({ at }, index) => [' ', backLink(id, index + 1, places.length, at)]),
  ]);
}

function backLink(of: string, times: number, all: number, at: string | undefined): RootContent {
  const which = all === 1 ? 'where it is cited' : `citation ${times} of ${all}`;
  const label = at === undefined ? `Back to ${which}` : `${at}: back to ${which}`;
  return block('a', { href: `#${markId(of, times)}`, className: ['source-back'], ariaLabel: label }, [
    at === undefined ? '↑' : `↑ ${at}`,
  ]);
}
