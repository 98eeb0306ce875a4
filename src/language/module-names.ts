/**
 * The modules that cells import by name, and the file of `src/library` behind each. The kernel runs them and the
 * build makes their types; a test holds the two to this list.
 */
export const libraryModules = {
  'descent/data': 'data.ts',
  'descent/env': 'env.ts',
  'descent/check': 'check.ts',
} as const;

export type LibraryModule = keyof typeof libraryModules;
