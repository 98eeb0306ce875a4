export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Thu 3 Dec, 17:42`, in the days and hours of a zone; what zone it is stands elsewhere. */
export function shortDate(at: number, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = formatIn(zone) ?? formatIn('UTC');
    if (format) formats.set(zone, format);
  }
  // What a file says may be no date that a calendar has.
  return format && at <= 8.64e15 ? format.format(at) : 'no date';
}

function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...day, hour: '2-digit', minute: '2-digit', timeZone });
  } catch {
    return undefined;
  }
}

/** `25 minutes`, `1 h 10`; of a time that a file tells. */
export function timeInWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 90) return count(minutes, 'minute');
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}
