import { describe, expect, it } from 'vitest';
import { findZone, readDeadline, readMoment, suggestZones } from '../../src/language/index.js';
import { summaryOf } from './say.js';

const WASHINGTON = 'America/New_York';
/** Wednesday 6 August 2025, 18:00 in Washington. */
const SAID = Date.parse('2025-08-06T22:00:00Z');
const said = (words: string, clock = true) =>
  readDeadline(words, { at: SAID, clock, zone: WASHINGTON, zoneFrom: 'issuer' });

const latest = (words: string, clock = true) => {
  const result = said(words, clock);
  if (result.kind !== 'read') return result.kind;
  const { reading } = result;
  const at = reading.latest === null ? '' : new Date(reading.latest).toISOString().replace('.000Z', 'Z');
  return `${reading.bound} ${reading.precision} ${at}`;
};

describe('what the words say', () => {
  it.each([
    ['by Friday', 'by day 2025-08-09T04:00:00Z'],
    ['until Friday', 'by day 2025-08-09T04:00:00Z'],
    ['before 20 January', 'before day 2026-01-20T05:00:00Z'],
    ['starting 1 September', 'effective day 2025-09-01T04:00:00Z'],
    ['within 48 hours', 'by instant 2025-08-08T22:00:00Z'],
    ['within 50 days', 'by day 2025-09-26T04:00:00Z'],
    ['10 to 12 days', 'by window 2025-08-19T04:00:00Z'],
    ['in a fortnight', 'by day 2025-08-21T04:00:00Z'],
    ['noon on Friday', 'by instant 2025-08-08T16:00:00Z'],
    ['by midnight tonight', 'by instant 2025-08-07T04:00:00Z'],
    ['close of business Friday', 'by instant 2025-08-08T21:00:00Z'],
    ['end of the month', 'by day 2025-09-01T04:00:00Z'],
    ['6 P.M., Washington, D.C. time on Friday', 'by instant 2025-08-08T22:00:00Z'],
    ['8 p.m. ET on Friday', 'by instant 2025-08-09T00:00:00Z'],
    ['5 a.m. Moscow time Monday', 'by instant 2025-08-11T02:00:00Z'],
    ['July 31-August 2', 'by window 2026-08-03T04:00:00Z'],
    ['August 7 or 8', 'by window 2025-08-09T04:00:00Z'],
    ['between Aug 8 and Aug 12', 'by window 2025-08-13T04:00:00Z'],
    ['late August', 'by window 2025-09-01T04:00:00Z'],
    ['by Labor Day', 'by day 2025-09-02T04:00:00Z'],
    ['30-day deadline', 'by day 2025-09-06T04:00:00Z'],
    ['the 15th', 'by day 2025-08-16T04:00:00Z'],
    ['year-end', 'by day 2026-01-01T05:00:00Z'],
    ['1700Z on 8 August', 'by instant 2025-08-08T17:00:00Z'],
    ['2025-08-08', 'by day 2025-08-09T04:00:00Z'],
    ['13/09/2025', 'by day 2025-09-14T04:00:00Z'],
    ['08/09/2025', 'ambiguous'],
    ['midnight Friday', 'ambiguous'],
    ['end of next week', 'ambiguous'],
    ['2025-08-12 11:00 PM Kyiv time', 'by instant 2025-08-12T20:00:00Z'],
    ['12 August at 11 am utc+02', 'by instant 2025-08-12T09:00:00Z'],
    ['12 August, 11:00 +0530', 'by instant 2025-08-12T05:30:00Z'],
    ['on 15 at 8:00', 'by instant 2025-08-15T12:00:00Z'],
    ['the 17th until 4pm', 'by instant 2025-08-17T20:00:00Z'],
    ['Friday 22 at noon', 'by instant 2025-08-22T16:00:00Z'],
    ['within 1d12h', 'by instant 2025-08-08T10:00:00Z'],
    ['in 2 1/2 hours', 'by instant 2025-08-07T00:30:00Z'],
    ['in three-quarters of an hour', 'by instant 2025-08-06T22:45:00Z'],
    ['from Friday 2pm until Saturday 4pm', 'by window 2025-08-09T20:00:00Z'],
    ['8am until 6 tomorrow', 'by window 2025-08-07T22:00:00Z'],
    ['Friday 5 to 6pm', 'by window 2025-08-08T22:00:00Z'],
    ['11:30-1:30 tomorrow', 'by window 2025-08-07T17:30:00Z'],
    ['tomorrow evening between 10:30 and 11:45', 'by window 2025-08-08T03:45:00Z'],
    ['from 4 to 22 next month', 'by window 2025-09-23T04:00:00Z'],
    ['tonight around 7', 'by instant 2025-08-06T23:00:00Z'],
    ['tomorrow around 7', 'ambiguous'],
    ['from 18 December for 10 days', 'by day 2025-12-29T05:00:00Z'],
    ['today in an hour', 'by instant 2025-08-06T23:00:00Z'],
    ['3/8 to 3/12', 'ambiguous'],
    ['between 8/20 and 8/25', 'by window 2025-08-26T04:00:00Z'],
    ['the rest of the week', 'by window 2025-08-11T04:00:00Z'],
    ['labor day weekend', 'by window 2025-09-02T04:00:00Z'],
    ['next March', 'by month 2026-04-01T04:00:00Z'],
    ["30 April '27", 'by day 2027-05-01T04:00:00Z'],
    ['he has been here for two weeks', 'not-a-deadline'],
    ['they may want to march with us', 'not-a-deadline'],
    ['a ratio of 3/4', 'not-a-deadline'],
    ['as early as next week', 'not-a-deadline'],
    ['in the coming days', 'not-a-deadline'],
    ['immediately', 'not-a-deadline'],
    ['before the summit', 'not-a-deadline'],
    ['none', 'not-a-deadline'],
    ['he sat and may march', 'not-a-deadline'],
    ['', 'not-a-deadline'],
    ['1 August 2025', 'not-a-deadline'],
  ])('%s: %s', (words, expected) => {
    expect(latest(words)).toBe(expected);
  });

  it('prefers a stated date to a computed one and says so', () => {
    const result = said('in 90 days, on 9 November');
    expect(result).toMatchObject({ kind: 'read', reading: { edtf: '2025-11-09' } });
    expect(result.kind === 'read' && result.reading.assumed).toEqual([{ kind: 'date-over-count' }]);
  });

  it('reads hours as a day if the hour of the statement is not known', () => {
    expect(latest('within 48 hours', false)).toBe('by day 2025-08-09T04:00:00Z');
  });

  it('keeps "or sooner" beside the same upper bound', () => {
    expect(said('50 days or sooner')).toMatchObject({ reading: { orSooner: true, edtf: '2025-09-25' } });
  });

  it('moves a skipped time, and takes the first of a repeated one', () => {
    expect(said('2:30 am on 8 March 2026')).toMatchObject({
      reading: { latest: Date.parse('2026-03-08T07:00:00Z') },
    });
    expect(said('1:30 am on 2 November 2025')).toMatchObject({
      reading: { latest: Date.parse('2025-11-02T05:30:00Z') },
    });
  });

  it('gives a value for any string', () => {
    for (const words of [
      '\u202E8 tsuguA',
      '99999 days',
      '32 August',
      '25:99',
      '1'.repeat(5000),
      '{"$gt":""}',
    ])
      expect(['read', 'ambiguous', 'not-a-deadline']).toContain(said(words).kind);
  });

  it('describes a reading in one line', () => {
    expect(summaryOf(said('Friday'), SAID)).toBe('end of Fri 8 Aug 2025, Washington, in 2 days');
    expect(summaryOf(said('as early as next week'), SAID)).toBe(
      'This is the earliest it can happen, not the latest.',
    );
  });
});

describe('zones and moments', () => {
  it.each([
    ['Washington (America/New_York)', WASHINGTON],
    ['Washington, D.C.', WASHINGTON],
    ['Moscow time', 'Europe/Moscow'],
    ['ET', WASHINGTON],
    ['america/new_york', WASHINGTON],
    ['Mordor', null],
  ])('%s is %s', (words, zone) => {
    expect(findZone(words)).toBe(zone);
  });

  it('suggests at most 25 zones by what people say', () => {
    expect(suggestZones('wash')[0]).toEqual({ name: `Washington (${WASHINGTON})`, value: WASHINGTON });
    expect(suggestZones('')).toHaveLength(25);
  });

  it.each([
    ['14 Jul', '2025-07-14T04:00:00.000Z'],
    ['yesterday', '2025-08-05T04:00:00.000Z'],
    ['Monday', '2025-08-04T04:00:00.000Z'],
    ['28 Jul 14:00', '2025-07-28T18:00:00.000Z'],
    ['2025-07-28T14:00:00Z', '2025-07-28T14:00:00.000Z'],
    ['3 days ago', '2025-08-03T04:00:00.000Z'],
  ])('"%s" began at %s', (words, start) => {
    const moment = readMoment(words, { now: SAID, zone: WASHINGTON });
    expect(moment.kind === 'read' && new Date(moment.when.start).toISOString()).toBe(start);
  });
});
