import { wantsSmallEditor } from './choice.ts';

type Monaco = typeof import('./monaco/open-monaco.ts');
let loading: Promise<Monaco> | undefined;

/** Fetches Monaco, once. A failed load is forgotten, so that the next editor tries again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monaco/open-monaco.ts').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Begins fetching the editor; for the moment when someone seems about to edit. This file is small enough to be in every
 * lesson page, so that nothing stands between the intent and the large file.
 */
export function warmEditor(): void {
  if (wantsSmallEditor()) return;
  loadMonaco().catch(() => undefined);
}
