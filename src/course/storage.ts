/** All that a browser keeps of this site, as `/teach/handing-in/` tells it. */
export interface Kept {
  what: string;
  where: Place;
  until: string;
  erase: string;
}

export type Place =
  | { kind: 'database'; store: string }
  /** `…` stands for the id of a lesson. */
  | { kind: 'local storage'; keys: readonly string[] };

/** The database in which the stores are. */
export const database = 'descent';

const onProgress = 'Progress → Erase, for a lesson or for everything';
const withSite = 'the browser’s own “clear site data”';

export const kept: readonly Kept[] = [
  {
    what: 'Your texts: what you changed in cells and exercises, and what you entered beside them',
    where: { kind: 'database', store: 'work' },
    until: 'you erase it',
    erase: onProgress,
  },
  {
    what: 'Your progress: cells that ran; checks of exercises and what the last one said; hints and solutions; answers to quizzes and predictions; how long a lesson was in view, when first and when last',
    where: { kind: 'database', store: 'progress' },
    until: 'you erase it; it can be switched off under Progress',
    erase: onProgress,
  },
  {
    what: 'Records of either kind that a page could not read, set aside as they were',
    where: { kind: 'database', store: 'aside' },
    until: 'you clear the site’s data',
    erase: withSite,
  },
  {
    what: 'In brief: how much of each lesson is done, where you were last, and whether progress is switched off',
    where: { kind: 'local storage', keys: ['descent.progress'] },
    until: 'you erase your progress',
    erase: onProgress,
  },
  {
    what: 'A mark that a lesson has texts of yours; nothing of them',
    where: { kind: 'local storage', keys: ['descent.work.…'] },
    until: 'you clear the site’s data',
    erase: withSite,
  },
  {
    what: 'Assignments that you took on, the name or code that you typed for them, and when you last saved a file to hand in',
    where: { kind: 'local storage', keys: ['descent.assignments'] },
    until: 'you remove the assignment',
    erase: 'the assignment’s own page → Remove',
  },
  {
    what: 'Whether the list of an assignment in a lesson is folded',
    where: { kind: 'local storage', keys: ['descent.assigned'] },
    until: 'you clear the site’s data',
    erase: withSite,
  },
  {
    what: 'Of a teacher: the assignment that is being put together, names and dates of extensions included',
    where: { kind: 'local storage', keys: ['descent.assign'] },
    until: 'a new one is begun',
    erase: 'Teach → begin a new one',
  },
  {
    what: 'Looks and tools: light or dark, how deep the text goes, which editor, which back end',
    where: {
      kind: 'local storage',
      keys: ['descent-theme', 'descent.depth', 'descent:editor', 'descent.backend'],
    },
    until: 'you choose otherwise',
    erase: withSite,
  },
  {
    what: 'How fast each back end was on this machine, and the name of its graphics adapter',
    where: { kind: 'local storage', keys: ['descent.probes', 'descent.adapter'] },
    until: 'it is measured again',
    erase: withSite,
  },
];

/** Files of `src` that read or write any of it; a new one wants a look at the list above. */
export const keepers: readonly string[] = [
  'components/Assigned.astro',
  'components/Assignments.astro',
  'components/Depth.astro',
  'components/ThemeProvider.astro',
  'editor/choice.ts',
  'elements/assign/keep.ts',
  'elements/assignment/known.ts',
  'elements/assignment/panel.ts',
  'elements/assignment/shelf.ts',
  'elements/backend/preference.ts',
  'elements/cell/cell.ts',
  'elements/depth/depth.ts',
  'elements/progress/keepsakes.ts',
  'elements/progress/note.ts',
  'elements/session/work.ts',
  'elements/theme/theme.ts',
  'learning/database.ts',
];
