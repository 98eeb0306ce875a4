/** The reader's own choice of editor, `'small'` or `'full'`, under this key of the local storage. */
export const choiceKey = 'descent:editor';

/** Where Monaco is of no use: its makers do not support touch, and a narrow page has no room for its lists. */
const unfit = '(pointer: coarse), (hover: none), (max-width: 40rem)';

/** Whether this reader, on this screen, gets the small editor. */
export function wantsSmallEditor(page: Pick<Window, 'matchMedia' | 'localStorage'> = window): boolean {
  const chosen = readChoice(page);
  return chosen === null ? page.matchMedia(unfit).matches : chosen === 'small';
}

/** Reading the storage may itself be refused. */
function readChoice(page: Pick<Window, 'localStorage'>): string | null {
  try {
    return page.localStorage.getItem(choiceKey);
  } catch {
    return null;
  }
}
