/** Checks texts as a page does: a lesson's cells, the exercise's cell and its check. */
import { createChecker } from '../../src/kernel/check/checker.ts';
import type { CheckCollaborators } from '../../src/kernel/check/collaborators.ts';
import type {
  Checker,
  CheckerOptions,
  CheckJob,
  CheckReport,
  CheckResult,
} from '../../src/kernel/check/check.ts';
import type { CellText, CompiledCell } from '../../src/kernel/protocol.ts';
import { compile } from '../../src/language/compile.ts';

const living = new Set<Checker>();

export function disposeCheckers(): void {
  for (const checker of living) checker.dispose();
  living.clear();
}

export function openChecker(
  options: Partial<CheckerOptions> = {},
  given: Partial<CheckCollaborators> = {},
): Checker {
  const checker = createChecker({ trust: 'own', ...options }, given);
  living.add(checker);
  return checker;
}

const imports = `import { check, work, near, same, holds, score, gradient, decreasing } from 'descent/check';\n`;

export interface Texts {
  /** The learner's. */
  code: string;
  check: string;
  /** The lesson's other cells, as built. */
  lesson?: Record<string, string>;
  /** A cell of numbers that both sides have. */
  given?: string;
  seed?: number;
}

export function jobOf({ code, check, lesson = {}, given, seed = 1 }: Texts): CheckJob {
  const cells = Object.entries({ ...lesson, ...(given !== undefined && { given }) }).map(built);
  return {
    lesson: 'test',
    seed,
    cells: [...cells, { id: 'work', title: 'Work', source: code, compiled: null }],
    cell: 'work',
    check: compiled(imports + check),
    given: given === undefined ? [] : [built(['given', given])],
  };
}

const built = ([id, source]: [string, string]): CellText => ({
  id,
  title: id,
  source,
  compiled: compiled(source),
});

/** Checks once, with a checker of its own. */
export const checkOnce = (
  texts: Texts,
  options?: Partial<CheckerOptions>,
  given?: Partial<CheckCollaborators>,
): Promise<CheckReport> => openChecker(options, given).check(jobOf(texts));

export const statuses = ({ results }: CheckReport): CheckResult['status'][] =>
  results.map(({ status }) => status);

function compiled(source: string): CompiledCell {
  const result = compile(source);
  if (!result.ok) throw new Error(`${result.fault.line}:${result.fault.column} ${result.fault.message}`);
  return result.cell;
}
