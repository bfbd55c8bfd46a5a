import { describe, expect, it } from 'vitest';
import { readDeadline, type ReadingContext } from '../../src/language/index.js';

/** Friday 4 April 2025, 12:00 in Washington. */
const SAID: ReadingContext = {
  at: Date.parse('2025-04-04T16:00:00Z'),
  clock: true,
  zone: 'America/New_York',
  zoneFrom: 'issuer',
};

describe('a new length of the whole time, where no deadline is moved', () => {
  it.each([
    'The deadline was extended to 90 days.',
    'The period has been cut to 10 days.',
    'Die Frist wurde auf 90 Tage verlängert.',
    'Le délai a été porté à 90 jours.',
    'El plazo se amplió a 90 días.',
    'Термін продовжили до 90 днів.',
    'Срок продлили до 90 дней.',
  ])('is asked about, since it counts from an earlier start: %s', (words) => {
    expect(readDeadline(words, SAID)).toMatchObject({
      kind: 'ambiguous',
      reason: { kind: 'count-start-unknown' },
    });
  });

  it('counts from the start that is said', () => {
    expect(readDeadline('The notice, dated April 1, was extended to 90 days.', SAID)).toMatchObject({
      kind: 'read',
      reading: { edtf: '2025-06-30' },
    });
  });
});

describe('the date that a deadline is moved from', () => {
  it.each([
    ['The deadline was moved to May 9 from April 15.', '2025-05-09'],
    ['The deadline is now May 9 instead of April 15.', '2025-05-09'],
    ['The April 15 deadline was moved to May 9.', '2025-05-09'],
    ['The White House extends its April 15 deadline to May 9.', '2025-05-09'],
    ['Die Frist endet am 9. Mai statt am 15. April.', '2025-05-09'],
    ['Le délai expire le 9 mai au lieu du 15 avril.', '2025-05-09'],
    ['El plazo vence el 9 de mayo en lugar del 15 de abril.', '2025-05-09'],
    ['Термін спливає 9 травня замість 15 квітня.', '2025-05-09'],
    ['Срок истекает 9 мая вместо 15 апреля.', '2025-05-09'],
  ])('is not offered: %s', (words, edtf) => {
    expect(readDeadline(words, SAID)).toMatchObject({ kind: 'read', reading: { edtf } });
  });
});
