/**
 * A lesson claims no result that no test asserts. A number in its prose that looks like one (it has a decimal point, a
 * thousands separator, an exponent, three or more digits or a per cent sign) must be written as `<Measured>`, unless it
 *
 * - stands in mathematics, in code, in a heading, or in one of the words named below, which have rules of their own;
 * - is a year: a plain whole number from 1000 to 2100;
 * - is a setting: the same number, whatever its sign, stands in the code of a cell of the lesson (20 % as 0.2, too);
 * - stands in a paragraph that cites its source with `<Cite>`, or below the heading "Sources";
 * - is set or worked out by the text itself (a goal, a sum), and says so: `<Exact>600</Exact>`.
 *
 * Whole numbers of one or two digits pass: prose counts things. A result among them is still better measured.
 */
import type { Nodes, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Lesson } from './lesson.ts';
import type { Problem } from './problems.ts';
import { numbersIn, type FoundNumber } from './vocabulary/measured-numbers.ts';

/** Words that say where their numbers come from, or that ask for them. */
const settled = new Set(
  ['Measured', 'Exact', 'Cite', 'Claim', 'Table', 'Entry', 'Term'].concat('Predict', 'Quiz', 'Exercise'),
);

/** Pages for tests and development claim nothing. */
const isKitchen = (file: string): boolean => file.startsWith('tests/fixtures/content/');

/** The numbers of a lesson's prose that nothing stands behind. */
export function bareResults({ file, cells }: Lesson, tree: Root): Problem[] {
  if (isKitchen(file)) return [];
  const settings = new Set(cells.flatMap(({ source }) => numbersIn(source).map(({ size }) => size)));
  const problems: Problem[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'text') problems.push(...bareIn(node, settings, file));
    if (!('children' in node) || isSettled(node)) return;
    for (const child of node.type === 'root' ? beforeSources(node) : node.children) walk(child);
  };
  walk(tree);
  return problems;
}

function isSettled(node: Nodes): boolean {
  if (node.type === 'heading') return true;
  if (node.type === 'paragraph') return cites(node);
  const name = 'name' in node ? (node.name ?? '') : '';
  return settled.has(name);
}

const cites = (node: Nodes): boolean =>
  ('name' in node && node.name === 'Cite') || ('children' in node && node.children.some(cites));

function beforeSources({ children }: Root): Root['children'] {
  const at = children.findIndex((node) => node.type === 'heading' && toString(node) === 'Sources');
  return at < 0 ? children : children.slice(0, at);
}

function bareIn(node: Text, settings: ReadonlySet<number>, file: string): Problem[] {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return numbersIn(node.value).flatMap((found) => {
    const { text, size, at, percent } = found;
    if (!looksLikeResult(found) || settings.has(size)) return [];
    if (percent && settings.has(round(size / 100))) return [];
    const before = node.value.slice(0, at).split('\n');
    const last = before.at(-1)?.length ?? 0;
    return {
      ...{ file, line: line + before.length - 1, column: before.length === 1 ? column + last : last + 1 },
      message: `The prose says ${text}, and no test asserts it.`,
      remedy:
        `Write <Measured cell="…" value="…" is={${percent ? round(size / 100) : size}} /> with the cell that gives it, ` +
        'or <Exact>…</Exact> where the text itself sets it or works it out, or cite its source with <Cite>.',
    };
  });
}

/** What counts as a result by its looks alone; the years of four digits do not. */
function looksLikeResult({ text, size }: FoundNumber): boolean {
  const isYear = /^\d{4}$/u.test(text) && size >= 1000 && size <= 2100;
  return !isYear && (/\D/u.test(text) || text.length >= 3);
}

/** 0.07 × 100 is 7, not 7.000000000000001. */
const round = (value: number): number => Number(value.toPrecision(12));
