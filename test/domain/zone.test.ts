/** Local times, beside those that luxon finds without a memory. */
import { fc } from '@fast-check/vitest';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/durations.js';
import { isZone, localTime } from '../../src/domain/zone.js';

const ZONES = [
  'America/New_York',
  'America/St_Johns',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Europe/Vienna',
  'Pacific/Apia',
  'UTC',
  'UTC+3',
];
/** Clocks that changed at an odd minute, by a day, twice in a spring, and long ago. */
const CHANGES = [
  '2005-04-03T03:31:00Z',
  '2011-12-30T10:00:00Z',
  '1972-01-07T00:44:30Z',
  '2024-03-10T07:00:00Z',
  '2024-04-14T02:00:00Z',
  '1893-04-01T00:00:00Z',
].map(Date.parse);

const instants = fc.oneof(
  fc.integer({ min: Date.parse('1850-01-01'), max: Date.parse('2090-01-01') }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -2 * DAY, max: 2 * DAY }))
    .map(([change, off]) => change + off),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -2, max: 2 }))
    .map(([change, off]) => change + off * MINUTE),
);

describe('a local time', () => {
  it('is the one of the zone, whatever was asked before', () => {
    const asked = fc.array(instants, { minLength: 1, maxLength: 8 });
    const property = fc.property(fc.constantFrom(...ZONES), asked, (zone, all) => {
      for (const instant of all) {
        const local = localTime(instant, zone);
        const plain = DateTime.fromMillis(instant, { zone });
        expect(local.toISO()).toBe(plain.toISO());
        expect(local.startOf('day').toMillis()).toBe(plain.startOf('day').toMillis());
        expect(local.plus({ days: 1 }).toMillis()).toBe(plain.plus({ days: 1 }).toMillis());
      }
    });
    expect(() => fc.assert(property)).not.toThrow();
  });

  it('is that of UTC where the zone is unknown, and keeps the name of one that is known', () => {
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(localTime(0, 'Mars/Olympus').toISO()).toBe('1970-01-01T00:00:00.000Z');
    expect(localTime(0, 'Europe/Vienna').zoneName).toBe('Europe/Vienna');
    expect(isZone('local')).toBe(false);
  });
});
