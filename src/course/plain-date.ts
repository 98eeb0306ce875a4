/** Dates as authors write them, `1847`, `1847-10` or `1847-10-18`, and as readers see them. */

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** Is this a year, a month or a day that the calendar knows? */
export function isPlainDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(text) && isPlainDate(text);

/** `18 October 1847`, `October 1847` or `1847`. */
export function showDate(text: string): string {
  const [year = '', month, day] = text.split('-');
  const named = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), named, year].filter(Boolean).join(' ');
}

/** Has this day begun nowhere on earth yet? The first clocks are 14 hours ahead. */
export const isFuture = (day: string, now = Date.now()): boolean =>
  day > new Date(now + 14 * 3_600_000).toISOString().slice(0, 10);
