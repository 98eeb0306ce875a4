import { describe, expect, test } from 'vitest';
import { listZones, ownZone, toLocal, toMoment } from '../../../src/teaching/zoned.ts';

const hour = 3_600_000;
const utc = (text: string): number => Date.parse(`${text}Z`);

describe('a clock on the wall', () => {
  test.each([
    ['2026-12-04T18:00', 'Europe/Zurich', '2026-12-04T17:00'],
    ['2026-07-04T18:00', 'Europe/Zurich', '2026-07-04T16:00'],
    ['2026-12-04T18:00', 'UTC', '2026-12-04T18:00'],
    ['2026-12-04T00:00', 'Pacific/Kiritimati', '2026-12-03T10:00'],
    ['2026-12-04T18:30', 'Asia/Kathmandu', '2026-12-04T12:45'],
    ['2024-02-29T23:59', 'America/St_Johns', '2024-03-01T03:29'],
    ['2026-12-04T00:00', 'America/Los_Angeles', '2026-12-04T08:00'],
    ['1970-01-02T00:00', 'Asia/Tokyo', '1970-01-01T15:00'],
  ])('%s in %s is %s', (local, zone, moment) => {
    expect(toMoment(local, zone)).toBe(utc(moment));
    expect(toLocal(utc(moment), zone)).toBe(local);
  });

  test('that skips an hour: what falls into it is as much later', () => {
    // Zurich goes from 02:00 to 03:00 on 29 March 2026, New York on 8 March, Lord Howe by half an hour on 4 October.
    expect(toMoment('2026-03-29T01:59', 'Europe/Zurich')).toBe(utc('2026-03-29T00:59'));
    expect(toMoment('2026-03-29T02:30', 'Europe/Zurich')).toBe(utc('2026-03-29T01:30'));
    expect(toLocal(utc('2026-03-29T01:30'), 'Europe/Zurich')).toBe('2026-03-29T03:30');
    expect(toMoment('2026-03-29T03:00', 'Europe/Zurich')).toBe(utc('2026-03-29T01:00'));
    expect(toMoment('2026-03-08T02:30', 'America/New_York')).toBe(utc('2026-03-08T07:30'));
    expect(toLocal(toMoment('2026-10-04T02:15', 'Australia/Lord_Howe')!, 'Australia/Lord_Howe')).toBe(
      '2026-10-04T02:45',
    );
  });

  test('that shows an hour twice: the first is meant', () => {
    // Zurich goes from 03:00 back to 02:00 on 25 October 2026.
    expect(toMoment('2026-10-25T02:30', 'Europe/Zurich')).toBe(utc('2026-10-25T00:30'));
    expect(toLocal(utc('2026-10-25T01:30'), 'Europe/Zurich')).toBe('2026-10-25T02:30');
    expect(toMoment('2026-10-25T03:00', 'Europe/Zurich')).toBe(utc('2026-10-25T02:00'));
    expect(toMoment('2026-11-01T01:30', 'America/New_York')).toBe(utc('2026-11-01T05:30'));
  });

  test('a day that a zone left out altogether', () => {
    // Samoa went from 29 to 31 December 2011.
    expect(toLocal(toMoment('2011-12-30T12:00', 'Pacific/Apia')!, 'Pacific/Apia')).toBe('2011-12-31T12:00');
  });

  test('comes back for each hour of a year that exists once', () => {
    for (const zone of ['Europe/Zurich', 'America/Santiago', 'Africa/Casablanca', 'Australia/Lord_Howe'])
      for (let ms = utc('2026-01-01T00:00'); ms < utc('2027-01-01T00:00'); ms += 7 * hour) {
        const local = toLocal(ms, zone);
        const again = toMoment(local, zone)!;
        expect(toLocal(again, zone)).toBe(local);
        expect(Math.abs(again - ms)).toBeLessThanOrEqual(hour);
      }
  });

  test('what is no date is none', () => {
    const wrong = ['', 'tomorrow', '2026-13-01T00:00', '2026-02-30T10:00', '2026-12-04', '2026-12-04T24:00'];
    for (const text of [...wrong, '0002-12-04T18:00', '+22026-01-01T00:00', '1970-01-01T00:00Z'])
      expect(toMoment(text, 'Europe/Zurich'), text).toBeNull();
    expect(toMoment('1970-01-01T00:00', 'Asia/Tokyo')).toBeNull();
  });

  test('in a zone that nobody knows is UTC’s', () => {
    expect(toMoment('2026-12-04T18:00', 'Middle/Earth')).toBe(utc('2026-12-04T18:00'));
    expect(toLocal(utc('2026-12-04T18:00'), '__proto__')).toBe('2026-12-04T18:00');
  });
});

test('zones are listed once, one’s own first', () => {
  const zones = listZones();
  expect(zones[0]).toBe(ownZone());
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones).toContain('Europe/Zurich');
});
