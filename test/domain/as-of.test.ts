import { expect, test } from 'vitest';
import { asKnownInWorld, asRecorded } from '../../src/domain/as-of.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { day, founding, ms, said } from './support.js';

/** State and the words of the last deadline. */
function seen(ultimatum: Ultimatum | null): string | null {
  return ultimatum && `${ultimatum.state}: ${ultimatum.versions.at(-1)?.reading.words}`;
}

test('the deadline of 28 July can be told as the world knew it and as this server knew it', () => {
  const late = founding();
  const { entries } = late;
  expect(seen(asKnownInWorld(entries, ms('2025-07-27T12:00')))).toBe('open: 50 days');
  expect(seen(asKnownInWorld(entries, ms('2025-07-28T12:00')))).toBe('open: 10 or 12 days');
  expect(seen(asRecorded(entries, ms('2025-07-28T12:00')))).toBe('open: 50 days');
  expect(seen(asRecorded(entries, ms('2025-07-28T15:00')))).toBe('open: 10 or 12 days');
});

test('an ultimatum does not exist before it was stated, nor for this server before it was recorded', () => {
  const { entries } = founding();
  expect(asKnownInWorld(entries, ms('2025-07-13T23:59'))).toBeNull();
  expect(asRecorded(entries, ms('2025-07-14T19:59'))).toBeNull();
});

test('a passing counts from the end of the deadline, even if the clock records it late', () => {
  const { entries } = founding().lapse('2025-08-12T10:00');
  expect(seen(asKnownInWorld(entries, ms('2025-08-08T23:59:59.999')))).toBe('open: 10 days from today');
  expect(seen(asKnownInWorld(entries, ms('2025-08-09')))).toBe('passed: 10 days from today');
  expect(seen(asRecorded(entries, ms('2025-08-11')))).toBe('open: 10 days from today');
});

test('the world knew a late-recorded move before the clock let the deadline pass', () => {
  const ledger = founding().add(
    { verb: 'move', deadline: day('2025-08-20'), ...said('2025-08-08') },
    '2025-08-11T10:00',
  );
  expect(seen(asKnownInWorld(ledger.entries, ms('2025-08-10')))).toBe('open: 2025-08-20');
});

test('a correction changes what the world knew, and not what the server knew then', () => {
  const fields = { deadline: day('2025-08-09') };
  const { entries } = founding().add(
    { verb: 'correct', entry: 3, fields, removes: false, reason: 'misheard' },
    '2025-08-01T10:00',
  );
  expect(seen(asKnownInWorld(entries, ms('2025-07-30')))).toBe('open: 2025-08-09');
  expect(seen(asRecorded(entries, ms('2025-07-30')))).toBe('open: 10 days from today');
});

test('the log of a day leaves out corrections of later statements', () => {
  const fields = { deadline: day('2025-08-09') };
  const { entries } = founding()
    .add({ verb: 'correct', entry: 3, fields, removes: false, reason: 'misheard' }, '2025-08-01T10:00')
    .add(
      { verb: 'correct', entry: 2, fields: { quote: 'x' }, removes: false, reason: 'y' },
      '2025-08-01T10:00',
    );
  const then = asKnownInWorld(entries, ms('2025-07-28T12:00'));
  expect(then?.entries.map(({ seq }) => seq)).toEqual([1, 2, 5]);
  expect(then?.corrections.map(({ seq }) => seq)).toEqual([5]);
});
