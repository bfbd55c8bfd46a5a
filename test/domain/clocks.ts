import { DateTime } from 'luxon';

/** What the clocks did, a schedule in the middle of it, and the instants at which it fires. */
export interface Row {
  readonly what: string;
  readonly cron: string;
  readonly zone: string;
  readonly after: string;
  readonly fires: readonly string[];
  /** Where croner fires otherwise: why. */
  readonly otherwise?: string;
}

export const TABLE: readonly Row[] = [
  {
    what: 'New York skips 02:30: once, when the clocks show 03:00',
    cron: '30 2 * * *',
    zone: 'America/New_York',
    after: '2026-03-07T12:00Z',
    fires: ['2026-03-08T07:00Z 03:00', '2026-03-09T06:30Z 02:30', '2026-03-10T06:30Z 02:30'],
  },
  {
    what: 'New York has 01:30 twice: once, the first time',
    cron: '30 1 * * *',
    zone: 'America/New_York',
    after: '2026-10-31T12:00Z',
    fires: ['2026-11-01T05:30Z 01:30', '2026-11-02T06:30Z 01:30', '2026-11-03T06:30Z 01:30'],
  },
  {
    what: 'Lord Howe skips half an hour: once, when the clocks show 02:30',
    cron: '15 2 * * *',
    zone: 'Australia/Lord_Howe',
    after: '2026-10-03T00:00Z',
    fires: ['2026-10-03T15:30Z 02:30', '2026-10-04T15:15Z 02:15', '2026-10-05T15:15Z 02:15'],
  },
  {
    what: 'Lord Howe has 01:45 twice, half an hour apart: once, the first time',
    cron: '45 1 * * *',
    zone: 'Australia/Lord_Howe',
    after: '2026-04-04T00:00Z',
    fires: ['2026-04-04T14:45Z 01:45', '2026-04-05T15:15Z 01:45', '2026-04-06T15:15Z 01:45'],
  },
  {
    what: 'Apia has no 30 December 2011: its fire comes once, when the clocks show the 31st',
    cron: '0 9 * * *',
    zone: 'Pacific/Apia',
    after: '2011-12-29T20:00Z',
    fires: ['2011-12-30T10:00Z 00:00', '2011-12-30T19:00Z 09:00', '2011-12-31T19:00Z 09:00'],
    otherwise: 'a day that is missing has no fire for croner; for us what was skipped comes at its end',
  },
  {
    what: 'a fire on the 30th alone is not lost with Apia’s day',
    cron: '0 9 30 12 *',
    zone: 'Pacific/Apia',
    after: '2011-12-01T20:00Z',
    fires: ['2011-12-30T10:00Z 00:00', '2012-12-29T19:00Z 09:00', '2013-12-29T19:00Z 09:00'],
    otherwise: 'croner waits for the next 30 December that exists',
  },
  {
    what: 'Havana skips midnight: once, when the clocks show 01:00 of the same day',
    cron: '0 0 * * *',
    zone: 'America/Havana',
    after: '2026-03-07T12:00Z',
    fires: ['2026-03-08T05:00Z 01:00', '2026-03-09T04:00Z 00:00', '2026-03-10T04:00Z 00:00'],
  },
  {
    what: 'Havana has 00:30 twice: once, the first time',
    cron: '30 0 * * *',
    zone: 'America/Havana',
    after: '2026-10-31T12:00Z',
    fires: ['2026-11-01T04:30Z 00:30', '2026-11-02T05:30Z 00:30', '2026-11-03T05:30Z 00:30'],
  },
];

export const ms = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' }).toMillis();

/** The instant in UTC, and what the clocks of the zone read. */
export function shown(instant: number, zone: string): string {
  const utc = DateTime.fromMillis(instant, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm'Z'");
  return `${utc} ${DateTime.fromMillis(instant, { zone }).toFormat('HH:mm')}`;
}
