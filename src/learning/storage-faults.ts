/** Why a browser keeps nothing, in words for its reader. */
export const full = 'This browser has no room left for saved work.';

export const isFull = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'QuotaExceededError' || /quota/i.test(error.message));

export function describeFault(error: unknown): string {
  if (isFull(error)) return full;
  if (error instanceof Error && error.message.startsWith('Storage did not answer'))
    return 'This browser’s storage does not answer.';
  return 'This browser does not let pages keep anything (a private window, perhaps, or blocked storage).';
}
