/**
 * Wall clocks: what a clock shows in a time zone, as the field of a form has it (`2026-12-04T18:00`), and the moment that is
 * meant. A zone that the browser does not know is taken as UTC, as `dateInWords` does.
 */

const day = 86_400_000;

/** A clock's days and hours as if they were UTC's, in milliseconds since 1970: a number to reckon with. */
export function toWall(ms: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall + (((ms % 1_000) + 1_000) % 1_000);
}

/**
 * The moment at which a clock shows this. An hour that a clock shows twice, as in autumn, is the first of the two; one that
 * it leaves out, as in spring, is as much later as the clock jumps: what most calendars do.
 * Source: `disambiguation: 'compatible'` of Temporal, https://tc39.es/proposal-temporal/
 */
export function fromWall(wall: number, zone: string): number {
  const before = wall - offsetAt(wall - day, zone);
  const after = wall - offsetAt(wall + day, zone);
  const right = [before, after].filter((ms) => toWall(ms, zone) === wall);
  return right.length > 0 ? Math.min(...right) : before;
}

const offsetAt = (ms: number, zone: string): number => toWall(ms, zone) - ms;

const local = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,3})?)?$/u;

/**
 * `2026-12-04T18:00` on a clock in the zone → milliseconds since 1970, UTC; seconds are left out. `null` where that is no
 * date, or one before 1970.
 */
export function toMoment(text: string, zone: string): number | null {
  const [, year, month, date, hour, minute] = (local.exec(text) ?? []).map(Number);
  if (year === undefined || year < 1970 || month === undefined || date === undefined) return null;
  const wall = Date.UTC(year, month - 1, date, hour, minute);
  // The thirtieth of February is another day.
  if (new Date(wall).toISOString().slice(0, 16) !== text.slice(0, 16)) return null;
  const ms = fromWall(wall, zone);
  return ms < 0 ? null : ms;
}

/** The other way, as far as minutes go. */
export const toLocal = (ms: number, zone: string): string =>
  new Date(toWall(ms, zone)).toISOString().slice(0, 16);

/** All names of zones that the browser knows, this machine's own first. */
export function listZones(): string[] {
  const own = ownZone();
  return [own, ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== own)];
}

export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = makeFormat(zone) ?? makeFormat('UTC') ?? new Intl.DateTimeFormat();
  // A page names a few zones; a hostile file may name many.
  if (formats.size < 1_000) formats.set(zone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const number = 'numeric';
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...({ timeZone, hourCycle: 'h23', calendar: 'iso8601', numberingSystem: 'latn' } as const),
      ...({ year: number, month: number, day: number } as const),
      ...({ hour: number, minute: number, second: number } as const),
    });
  } catch {
    return null;
  }
}
