/** Progress in words. */

/** How much of a lesson is done, from 0 to 1, in words: `half done`; empty where nothing is. */
export function doneInWords(part: number): string {
  if (part <= 0) return '';
  if (part >= 1) return 'done';
  return (
    ['begun', 'a quarter done', 'half done', 'three quarters done', 'nearly done'][Math.round(part * 4)] ?? ''
  );
}

/** `12 min`, `1 h 5 min`; empty below half a minute. */
export function timeInWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes === 0) return '';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ');
}
