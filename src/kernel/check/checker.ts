import { fetchAsset } from '../fetch-asset.ts';
import { createFrame } from '../frame.ts';
import type { Checker, CheckerOptions } from './check.ts';
import type { CheckCollaborators } from './collaborators.ts';
import { createCheckerWith } from './create-checker.ts';

/** A checker of this page. Makes nothing before it is asked. Whoever has many answers to check makes several. */
export function createChecker(options: CheckerOptions, given: Partial<CheckCollaborators> = {}): Checker {
  return createCheckerWith(options, { ...inThisPage(), ...given });
}

function inThisPage(): CheckCollaborators {
  return {
    host: createFrame,
    fetchAsset,
    clock: {
      setTimeout: globalThis.setTimeout.bind(globalThis),
      clearTimeout: (timer) => globalThis.clearTimeout(timer),
    },
  };
}
