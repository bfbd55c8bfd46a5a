import { describe, expect, it } from 'vitest';
import { readingSchema } from '../../src/codec/reading.js';
import type { Reading } from '../../src/domain/reading.js';
import type { Assumption } from '../../src/domain/reading-facts.js';

/** One of each kind; a kind that is missing here does not compile. */
const ASSUMPTIONS: { readonly [K in Assumption['kind']]: Extract<Assumption, { kind: K }> } = {
  'part-of-day': { kind: 'part-of-day', part: 'evening', from: 64_800, to: 86_400 },
  evening: { kind: 'evening' },
  'next-day': { kind: 'next-day' },
  noon: { kind: 'noon' },
  'close-of-business': { kind: 'close-of-business', time: 61_200 },
  'usual-time': { kind: 'usual-time', of: 'dawn', time: 21_600 },
  'skipped-time': { kind: 'skipped-time', named: 9000, used: 10_800 },
  'repeated-time': { kind: 'repeated-time', named: 5400 },
  'hour-unknown': { kind: 'hour-unknown' },
  'date-over-count': { kind: 'date-over-count' },
  'zone-in-force': { kind: 'zone-in-force', zone: 'America/New_York', given: 'EST', byTheLetter: 'later' },
  'short-year': { kind: 'short-year', given: '26', year: 2026 },
  'number-order': { kind: 'number-order', first: 'day' },
  portion: { kind: 'portion', portion: 'beginning', of: 'month' },
  'northern-seasons': { kind: 'northern-seasons' },
  'last-week': { kind: 'last-week' },
  'numbered-week': { kind: 'numbered-week', week: 2 },
  'adjacent-week': { kind: 'adjacent-week', side: 'before' },
  'from-deadline': {
    kind: 'from-deadline',
    way: 'after',
    low: { months: 0, days: 75, workdays: 0, seconds: 0 },
    high: { months: 0, days: 75, workdays: 0, seconds: 0 },
    from: '2025-04-05',
    time: null,
  },
  'bound-kept': { kind: 'bound-kept', bound: 'effective' },
  'event-dated': { kind: 'event-dated', event: 'acceptance', from: '2025-10-08', time: 50_400 },
  text: { kind: 'text', text: 'noon was assumed' },
};

const reading: Reading = {
  words: 'by Friday',
  earliest: 1_754_625_600_000,
  latest: 1_754_712_000_000,
  precision: 'day',
  bound: 'by',
  zone: 'America/New_York',
  zoneFrom: 'issuer',
  edtf: '2025-08-08',
  orSooner: false,
  openBeginning: false,
  assumed: Object.values(ASSUMPTIONS),
};

describe('the schema of a reading', () => {
  it('keeps every kind of assumption on the way through JSON', () => {
    expect(readingSchema.parse(JSON.parse(JSON.stringify(reading)))).toEqual(reading);
  });

  it('reads a sentence of an older release as text', () => {
    const old = { ...reading, assumed: ['noon was assumed', { kind: 'noon' }] };
    expect(readingSchema.parse(old).assumed).toEqual([
      { kind: 'text', text: 'noon was assumed' },
      { kind: 'noon' },
    ]);
  });

  it.each([
    ['a kind that is not known', { assumed: [{ kind: 'guess' }] }],
    ['a parameter of the wrong type', { assumed: [{ kind: 'short-year', given: '26', year: '2026' }] }],
    ['a precision that is not known', { precision: 'exact' }],
    ['an instant that is no number', { latest: '2025-08-09' }],
  ])('refuses %s', (_what, change) => {
    expect(readingSchema.safeParse({ ...reading, ...change }).success).toBe(false);
  });
});
