/** Finds the fences of an exercise: variant, starter, solution and check. */
import type { Code } from 'mdast';
import type { Fence, ExerciseKind } from './exercise-spec.ts';
import type { Report, WordNode } from './word.ts';

const names = ['variant', 'starter', 'solution', 'check'] as const;
export type FenceName = (typeof names)[number];

export type Fences = Partial<Record<FenceName, { fence: Fence; node: Code }>>;

/** What a fence inside an exercise is for; `null` for code that is part of the task's text. */
export const fenceName = ({ meta }: Code): FenceName | null =>
  names.find((name) => name === meta?.trim()) ?? null;

/** Reports fences that are unknown, stand twice or are missing. Returns those found. */
export function readFences(node: WordNode, kind: ExerciseKind, report: Report): Fences {
  const found: Fences = {};
  for (const child of node.children) {
    if (child.type !== 'code') continue;
    const name = fenceName(child);
    if (name === null) refuseUnknown(child, report);
    else if (found[name]) report(child, `A second ${name} stands in this exercise.`, 'Keep one of them.');
    else found[name] = { fence: toFence(child), node: child };
    if (name !== null && child.lang !== 'ts')
      report(
        child,
        `The ${name} is written in ${child.lang ?? 'no language'}.`,
        `Begin it with \`\`\`ts ${name}.`,
      );
  }
  reportMissing(found, node, kind, report);
  return found;
}

function refuseUnknown(node: Code, report: Report): void {
  const [word] = (node.meta ?? '').trim().split(/\s+/u);
  if (word)
    report(
      node,
      `An exercise knows no fence called ${word}.`,
      `It knows ${names.join(', ')}; code that is part of the task's text has no word after its language.`,
    );
}

function reportMissing(found: Fences, node: WordNode, kind: ExerciseKind, report: Report): void {
  const needed: readonly FenceName[] =
    kind === 'order' ? ['solution', 'check'] : ['starter', 'solution', 'check'];
  for (const name of needed)
    if (!found[name])
      report(node, `This exercise has no ${name}.`, `Add a fence that begins with \`\`\`ts ${name}.`);
  if (kind === 'order' && found.starter)
    report(
      found.starter.node,
      'Lines to put in order have no starter: they are those of the solution.',
      'Leave the starter out.',
    );
}

function toFence({ value, position }: Code): Fence {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return { source: value, place: { line, indent: column - 1 } };
}
