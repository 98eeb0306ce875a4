export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Thu 3 Dec, 17:42`, with the year where it is another; in the days and hours of a zone that is named elsewhere. */
export function shortDate(at: number, zone: string, now = Date.now()): string {
  // A file may say any moment.
  if (!(Math.abs(at) <= 8.64e15)) return 'no date';
  const far = new Date(at).getUTCFullYear() !== new Date(now).getUTCFullYear();
  const key = `${zone} ${far}`;
  const format = formats.get(key) ?? formatIn(zone, far) ?? formatIn('UTC', far);
  if (!format) return 'no date';
  formats.set(key, format);
  return format.format(at);
}

function formatIn(timeZone: string, far: boolean): Intl.DateTimeFormat | undefined {
  const year = far ? ({ year: 'numeric' } as const) : {};
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', {
      ...day,
      ...year,
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
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
