import { describe, expect, test } from 'vitest';
import type { Compliance, FollowThrough } from '../../src/domain/entry.js';
import { day, Ledger, outcome, recording, recordsOutcome, said, startOf, instant } from './support.js';
import { inEnglish } from '../support/headline.js';

const FRIDAY = '2025-08-08';
const IN_TIME = '2025-08-07';
const LATE = '2025-08-12';

/** The headline of one ultimatum until Friday 8 August, closed on 1 September. */
function headline(
  compliance: Compliance,
  followThrough: FollowThrough,
  dates: { complied?: string; acted?: string },
  ledger: Ledger = new Ledger().add(recording(day(FRIDAY)), '2025-07-14T20:00'),
): string {
  const one = outcome(compliance, followThrough, dates);
  return inEnglish(ledger.add(recordsOutcome(one, '2025-08-20'), '2025-09-01T12:00').now.headline);
}

const ACTED = new Set<FollowThrough>(['full', 'partial', 'substitute']);

type Cell = readonly [Compliance, FollowThrough, string];

describe('every cell of the table', () => {
  const inTime: readonly Cell[] = [
    ['full', 'not-due', 'Met'],
    ['full', 'none', 'Met'],
    ['full', 'partial', 'Met, punished in part'],
    ['full', 'substitute', 'Met, punished in part'],
    ['full', 'full', 'Met, punished anyway'],
    ['negotiated', 'not-due', 'Settled'],
    ['negotiated', 'none', 'Settled'],
    ['negotiated', 'partial', 'Settled under measures'],
    ['negotiated', 'substitute', 'Settled under measures'],
    ['negotiated', 'full', 'Settled under measures'],
    ['partial', 'not-due', 'Partly met'],
    ['partial', 'none', 'Partly met, not carried out'],
    ['partial', 'partial', 'Partly met, partly carried out'],
    ['partial', 'substitute', 'Partly met, partly carried out'],
    ['partial', 'full', 'Partly met, carried out'],
    ['full', 'not-codable', 'Unresolved'],
    ['partial', 'not-codable', 'Unresolved'],
    ['negotiated', 'not-codable', 'Unresolved'],
  ];
  test.each(inTime)('%s in time, %s: %s', (compliance, followThrough, expected) => {
    const acted = ACTED.has(followThrough) ? { acted: FRIDAY } : {};
    expect(headline(compliance, followThrough, { complied: IN_TIME, ...acted })).toBe(expected);
  });

  const late: readonly Cell[] = (['full', 'negotiated', 'partial'] as const).flatMap((compliance) => [
    [compliance, 'none', 'Complied late'] as const,
    [compliance, 'partial', 'Complied late, measures'] as const,
    [compliance, 'substitute', 'Complied late, measures'] as const,
    [compliance, 'full', 'Complied under measures'] as const,
  ]);
  test.each(late)('%s late, %s: %s', (compliance, followThrough, expected) => {
    const acted = ACTED.has(followThrough) ? { acted: FRIDAY } : {};
    expect(headline(compliance, followThrough, { complied: LATE, ...acted })).toBe(expected);
  });

  const never: readonly Cell[] = [
    ['none', 'none', 'Not met, not carried out'],
    ['none', 'partial', 'Not met, partly carried out'],
    ['none', 'substitute', 'Not met, partly carried out'],
    ['none', 'full', 'Not met, carried out'],
    ['none', 'not-codable', 'Unresolved'],
    ['not-codable', 'not-codable', 'Unresolved'],
    ['not-codable', 'none', 'Unresolved'],
    ['not-codable', 'full', 'Unresolved'],
    ['not-codable', 'not-due', 'Unresolved'],
  ];
  test.each(never)('%s, %s: %s', (compliance, followThrough, expected) => {
    const acted = ACTED.has(followThrough) ? { acted: FRIDAY } : {};
    expect(headline(compliance, followThrough, acted)).toBe(expected);
  });
});

describe('early and late (rules 4)', () => {
  const carriedOut = (acted: string, deadline = day(FRIDAY)) =>
    headline('none', 'full', { acted }, new Ledger().add(recording(deadline), '2025-07-14T20:00'));

  test('wholly before it begins is early, on its day not', () => {
    expect(carriedOut('2025-08-07')).toBe('Not met, carried out early');
    expect(carriedOut('2025-08-08')).toBe('Not met, carried out');
    expect(carriedOut('2025-08-08T00:00')).toBe('Not met, carried out');
  });

  test('an hour after its end is late, a moment before that not', () => {
    expect(carriedOut('2025-08-09T00:59')).toBe('Not met, carried out');
    expect(carriedOut('2025-08-09T01:00')).toBe('Not met, carried out late');
    expect(carriedOut('2025-08-09')).toBe('Not met, carried out');
    expect(carriedOut('2025-08-10')).toBe('Not met, carried out late');
  });

  test('what may come sooner, and what takes effect, is never early', () => {
    expect(carriedOut('2025-08-01', day(FRIDAY, { orSooner: true }))).toBe('Not met, carried out');
    expect(carriedOut('2025-08-01', startOf(FRIDAY, 'effective'))).toBe('Not met, carried out');
    expect(carriedOut('2025-08-01', startOf(FRIDAY, 'before'))).toBe('Not met, carried out early');
  });
});

describe('in time (rules 1, 2)', () => {
  const complied = (date: string, deadline = day(FRIDAY)) =>
    headline('full', 'none', { complied: date }, new Ledger().add(recording(deadline), '2025-07-14T20:00'));

  test('the whole of the last day is in time, the next midnight not', () => {
    expect(complied('2025-08-08T23:59:59.999')).toBe('Met');
    expect(complied('2025-08-09T00:00')).toBe('Complied late');
  });

  test('an instant belongs to its deadline, what is before a day does not', () => {
    expect(complied('2025-08-08T18:00', instant('2025-08-08T18:00'))).toBe('Met');
    expect(complied('2025-08-08T18:00:00.001', instant('2025-08-08T18:00'))).toBe('Complied late');
    expect(complied('2025-08-08T00:00', startOf(FRIDAY, 'before'))).toBe('Complied late');
  });

  test('of a day whose hour is not known the earlier reading holds', () => {
    expect(complied('2025-08-08', instant('2025-08-08T00:00'))).toBe('Met');
  });
});

describe('moves and the deadline in force (rules 16)', () => {
  const moved = () =>
    new Ledger()
      .add(recording(day(FRIDAY)), '2025-07-14T20:00')
      .add({ verb: 'move', deadline: day('2025-08-15'), ...said('2025-08-01') }, '2025-08-01T20:00')
      .add({ verb: 'move', deadline: day('2025-08-14'), ...said('2025-08-10') }, '2025-08-10T20:00');

  test('compliance is measured against the deadline in force when it happened, and only moves before it count', () => {
    expect(headline('full', 'none', { complied: '2025-07-30' }, moved())).toBe('Met');
    expect(headline('full', 'none', { complied: '2025-08-09' }, moved())).toBe('Met (after 1 move)');
    expect(headline('full', 'none', { complied: '2025-08-14' }, moved())).toBe('Met (after 2 moves)');
    expect(headline('full', 'none', { complied: '2025-08-15' }, moved())).toBe(
      'Complied late (after 2 moves)',
    );
  });

  test('without compliance all moves count', () => {
    expect(headline('none', 'none', {}, moved())).toBe('Not met, not carried out (after 2 moves)');
  });

  test('what came between a deadline and its revival was late for the one it passed', () => {
    const revived = new Ledger()
      .add(recording(day(FRIDAY)), '2025-07-14T20:00')
      .add({ verb: 'move', deadline: day('2025-08-20'), ...said('2025-08-12') }, '2025-08-12T20:00');
    expect(headline('full', 'none', { complied: '2025-08-10' }, revived)).toBe('Complied late');
  });

  test('a suspended deadline still measures', () => {
    const suspended = new Ledger()
      .add(recording(day(FRIDAY)), '2025-07-14T20:00')
      .add({ verb: 'suspend', ...said('2025-08-01') }, '2025-08-01T20:00');
    expect(headline('full', 'none', { complied: '2025-08-07' }, suspended)).toBe('Met');
  });
});

describe('where the table leaves a hole (rules 18)', () => {
  const bare = (deadline = day(FRIDAY)) => new Ledger().add(recording(deadline), '2025-07-14T20:00');
  const undatedOne = () => new Ledger().add(recording(null), '2025-07-14T20:00');

  test('without a deadline', () => {
    expect(headline('full', 'none', { complied: IN_TIME }, undatedOne())).toBe('Complied, no deadline');
    expect(headline('none', 'full', { acted: IN_TIME }, undatedOne())).toBe(
      'Not met, carried out, no deadline',
    );
  });

  test('withdrawn before its end it is withdrawn whatever is logged later', () => {
    const withdrawn = () => bare().add({ verb: 'withdraw', ...said('2025-08-05') }, '2025-08-05T20:00');
    expect(inEnglish(withdrawn().now.headline)).toBe('Withdrawn');
    expect(headline('none', 'not-due', {}, withdrawn())).toBe('Withdrawn');
    expect(headline('none', 'full', { acted: FRIDAY }, withdrawn())).toBe('Withdrawn');
    expect(headline('full', 'none', { complied: '2025-08-06' }, withdrawn())).toBe('Withdrawn');
    expect(headline('full', 'none', { complied: '2025-08-04' }, withdrawn())).toBe('Met');
    expect(headline('negotiated', 'none', { complied: '2025-08-04' }, withdrawn())).toBe('Settled');
    expect(headline('partial', 'none', { complied: '2025-08-04' }, withdrawn())).toBe('Withdrawn');
  });

  test('withdrawn after its end it is the cell, then withdrawn', () => {
    const late = bare().add({ verb: 'withdraw', ...said('2025-08-12') }, '2025-08-12T20:00');
    expect(headline('none', 'none', {}, late)).toBe('Not met, not carried out, then withdrawn');
  });

  test('replaced, it names the other', () => {
    const replaced = bare().add(
      { verb: 'replace', by: 13, self: 12, ...said('2025-08-01') },
      '2025-08-01T20:00',
    );
    expect(inEnglish(replaced.now.headline)).toBe('Superseded by U-13');
  });

  test('while it runs it is its state', () => {
    expect(inEnglish(bare().now.headline)).toBe('Open');
    expect(inEnglish(undatedOne().now.headline)).toBe('Open, no date');
    expect(inEnglish(bare().lapse('2025-08-09').now.headline)).toBe('Passed, not yet reviewed');
    const suspended = bare().add({ verb: 'suspend', ...said('2025-08-01') }, '2025-08-01T20:00');
    expect(inEnglish(suspended.now.headline)).toBe('Suspended since 1 Aug 2025');
  });
});

describe('several targets (rules 19)', () => {
  const several = () =>
    new Ledger().add(
      { ...recording(day(FRIDAY)), targets: ['Ford', 'GM', 'Stellantis'] },
      '2025-07-14T20:00',
    );
  const met = outcome('full', 'none', { complied: IN_TIME });
  const missed = outcome('none', 'none');

  test('until all have one it says how many, and it is not resolved', () => {
    const one = several().add(recordsOutcome(met, '2025-08-20', 'GM'), '2025-09-01T12:00').now;
    expect([inEnglish(one.headline), one.state]).toEqual(['1 of 3 recorded', 'passed']);
  });

  test('an outcome without target is that of all that have none; different ones are split', () => {
    const all = several()
      .add(recordsOutcome(met, '2025-08-20', 'GM'), '2025-09-01T12:00')
      .add(recordsOutcome(missed, '2025-08-20'), '2025-09-01T12:00').now;
    expect([inEnglish(all.headline), all.state]).toEqual([
      'Split: Not met, not carried out (2); Met (1)',
      'resolved',
    ]);
  });

  test('equal ones are that one', () => {
    expect(headline('full', 'none', { complied: IN_TIME }, several())).toBe('Met');
  });
});
