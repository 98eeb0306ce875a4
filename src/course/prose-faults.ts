/** Mistakes in the prose of a lesson that MDX would take for code, a fence for mere text, or KaTeX for an error. */
import katex from 'katex';
import type { Code, Nodes, Parents, Root } from 'mdast';
import { likelyNames } from './likely-names.ts';
import type { Report } from './vocabulary/word.ts';

/** Words that read the fences in them by themselves. */
const readers = new Set(['Exercise', 'Figure']);

/** Reports them all, in page order. */
export function proseFaults(tree: Root, report: Report): void {
  const walk = (node: Nodes, parent: Parents): void => {
    check(node, parent, report);
    if ('children' in node) for (const child of node.children) walk(child, node);
  };
  for (const child of tree.children) walk(child, tree);
}

function check(node: Nodes, parent: Parents, report: Report): void {
  switch (node.type) {
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      if (!isComment(node.value)) reportExpression(node, report);
      break;
    case 'mdxjsEsm':
      report(
        node,
        'The prose begins with import or export, which makes it code.',
        'Put code into a cell; in prose let another word begin the paragraph.',
      );
      break;
    case 'code':
      if (!('name' in parent && readers.has(parent.name ?? ''))) checkFence(node, report);
      break;
    case 'math':
    case 'inlineMath':
      checkMaths(node, report);
  }
}

const isComment = (code: string): boolean => /^\s*(?:\/\*[^]*\*\/\s*)?$/u.test(code);

function reportExpression(node: Nodes & { value: string }, report: Report): void {
  const text = node.value.trim().replaceAll(/\s+/gu, ' ');
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  report(
    node,
    `{${shown}} is code in the middle of the prose.`,
    'Write \\{ and \\} for the signs, <Measured … /> for a number that a run gives, {/* … */} for a comment.',
  );
}

/** The first word behind a fence's language, where it is a bare one. */
function checkFence(node: Code, report: Report): void {
  const [, word] = /^([a-z]+)(?![\w=])/iu.exec(node.meta ?? '') ?? [];
  if (word === undefined || word === 'cell') return;
  const home = fences.get(word);
  if (home === undefined)
    report(
      node,
      `No fence is called ${word}.`,
      `${likelyNames(word, ['cell']).length > 0 ? 'Did you mean cell? ' : ''}A cell begins with ts cell; ` +
        'code that is only to be read has no word after its language.',
    );
  else
    report(
      node,
      `The fence ${word} stands outside <${home}>.`,
      `Put it directly into <${home}>; code that is only to be read has no word after its language.`,
    );
}

/** The fences that belong into a word. */
const fences = new Map([
  ...['starter', 'solution', 'check', 'variant'].map((name) => [name, 'Exercise'] as const),
  ['figure', 'Figure'] as const,
]);

function checkMaths(node: Nodes & { type: 'math' | 'inlineMath'; value: string }, report: Report): void {
  if (node.type === 'inlineMath' && /^\s|\s$/u.test(node.value)) {
    report(
      node,
      `What stands between two $ is mathematics: "${node.value}".`,
      'Write \\$ for the sign itself; mathematics has no blank behind its first $ and before its last.',
    );
    return;
  }
  const fault = faultOf(node.value, node.type === 'math');
  if (fault !== null)
    report(
      node,
      `These formulas cannot be set: ${fault}.`,
      'Correct the formula; katex.org/docs/supported lists what can be written.',
    );
}

/** What KaTeX says, by formula: the same stand in many places, and lessons are read more than once. */
const known = new Map<string, string | null>();

function faultOf(formula: string, displayMode: boolean): string | null {
  const key = `${displayMode ? '$$' : '$'}${formula}`;
  let fault = known.get(key);
  if (fault === undefined) known.set(key, (fault = tryToSet(formula, displayMode)));
  return fault;
}

/** The settings are those of `astro.config.mjs`. */
function tryToSet(formula: string, displayMode: boolean): string | null {
  try {
    katex.renderToString(formula, { displayMode, trust: false, strict: 'error', output: 'mathml' });
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = 'rawMessage' in error ? String(error.rawMessage) : error.message;
    return said.replace(/\.$/u, '');
  }
}
