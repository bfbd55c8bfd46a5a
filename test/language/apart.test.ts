import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../src/domain/reading.js';
import { readDeadline } from '../../src/language/index.js';

/** Wednesday 6 August 2025, 18:00 in Washington. */
const SAID = {
  at: Date.parse('2025-08-06T22:00:00Z'),
  clock: true,
  zone: 'America/New_York',
  zoneFrom: 'issuer',
} as const;

const endsOf = (result: ReadResult): readonly (string | null)[] => {
  const readings =
    result.kind === 'read' ? [result.reading] : result.kind === 'ambiguous' ? result.candidates : [];
  return readings.map(({ latest }) => (latest === null ? null : new Date(latest).toISOString().slice(0, 16)));
};

describe('a time of day whose day stands elsewhere in the sentence', () => {
  it.each([
    ['Hand it over by 5 p.m. at the embassy on Friday', '2025-08-08T21:00', '2025-08-07T21:00'],
    ['On Friday, the embassy must close by noon.', '2025-08-08T16:00', '2025-08-07T16:00'],
    ['The deadline is Friday; bids must be in by 5 p.m.', '2025-08-08T21:00', '2025-08-07T21:00'],
    ['Am Freitag muss die Botschaft bis 12 Uhr geräumt sein.', '2025-08-08T16:00', '2025-08-07T16:00'],
    ['В пятницу посольство должно закрыться до полудня.', '2025-08-08T16:00', '2025-08-07T16:00'],
  ])('asks whether it belongs to that day: %s', (words, apart, alone) => {
    const result = readDeadline(words, SAID);

    expect(result.kind).toBe('ambiguous');
    expect(endsOf(result)).toEqual([apart, alone]);
  });

  it('has no other day where that is the day of the report', () => {
    expect(endsOf(readDeadline('The court said on Monday the ship must leave by noon.', SAID))).toEqual([
      '2025-08-07T16:00',
    ]);
  });

  it.each(['by noon on polling day', 'by 5pm on the 20th prox', 'by noon on the eve of the vote'])(
    'is a question where nobody can tell the day: %s',
    (words) => {
      expect(endsOf(readDeadline(words, SAID))).toContain(null);
    },
  );
});

describe('the end of a stretch behind "before"', () => {
  it.each([
    ['before the end of Friday', '2025-08-09T04:00'],
    ['before the end of the week of 18 August', '2025-08-25T04:00'],
    ['before the end of the first week of September', '2025-09-08T04:00'],
    ['by the end of Ramadan', '2026-03-20T04:00'],
  ])('is its end: %s', (words, end) => {
    expect(endsOf(readDeadline(words, SAID))).toEqual([end]);
  });
});
