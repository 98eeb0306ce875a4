import type { Expected } from '../backends/self-test.ts';

declare const __EXPECTED__: Expected;

/** The self-test's values on cpu, computed when the site was built. */
export const expected: Expected = __EXPECTED__;
