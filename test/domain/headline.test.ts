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

  const late: readonly Cell[] = (['full', 'partial'] as const).flatMap((compliance) => [
    [compliance, 'none', 'Complied late'] as const,
    [compliance, 'partial', 'Complied late, measures'] as const,
    [compliance, 'substitute', 'Complied late, measures'] as const,
    [compliance, 'full', 'Complied under measures'] as const,
  ]);
  const settledLate: readonly Cell[] = [
    ['negotiated', 'none', 'Settled late'],
    ['negotiated', 'partial', 'Settled late, measures'],
    ['negotiated', 'substitute', 'Settled late, measures'],
    ['negotiated', 'full', 'Settled under measures'],
  ];
  test.each([...late, ...settledLate])('%s late, %s: %s', (compliance, followThrough, expected) => {
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

  test('an act wholly before the deadline begins is early; one on its day is not', () => {
    expect(carriedOut('2025-08-07')).toBe('Not met, carried out early');
    expect(carriedOut('2025-08-08')).toBe('Not met, carried out');
    expect(carriedOut('2025-08-08T00:00')).toBe('Not met, carried out');
  });

  test('an act an hour after the end is late; one just before the end is not', () => {
    expect(carriedOut('2025-08-09T00:59')).toBe('Not met, carried out');
    expect(carriedOut('2025-08-09T01:00')).toBe('Not met, carried out late');
    expect(carriedOut('2025-08-09')).toBe('Not met, carried out');
    expect(carriedOut('2025-08-10')).toBe('Not met, carried out late');
  });

  test('an act is never early if the deadline says "or sooner" or is a day of taking effect', () => {
    expect(carriedOut('2025-08-01', day(FRIDAY, { orSooner: true }))).toBe('Not met, carried out');
    expect(carriedOut('2025-08-01', startOf(FRIDAY, 'effective'))).toBe('Not met, carried out');
    expect(carriedOut('2025-08-01', startOf(FRIDAY, 'before'))).toBe('Not met, carried out early');
  });
});

describe('in time (rules 1, 2)', () => {
  const complied = (date: string, deadline = day(FRIDAY)) =>
    headline('full', 'none', { complied: date }, new Ledger().add(recording(deadline), '2025-07-14T20:00'));

  test('an act on the last day is in time; one at the next midnight is not', () => {
    expect(complied('2025-08-08T23:59:59.999')).toBe('Met');
    expect(complied('2025-08-09T00:00')).toBe('Complied late');
  });

  test('an act at the deadline is in time; one at the start of a day that it must precede is not', () => {
    expect(complied('2025-08-08T18:00', instant('2025-08-08T18:00'))).toBe('Met');
    expect(complied('2025-08-08T18:00:00.001', instant('2025-08-08T18:00'))).toBe('Complied late');
    expect(complied('2025-08-08T00:00', startOf(FRIDAY, 'before'))).toBe('Complied late');
  });

  test('an act without a known hour counts at the start of its day', () => {
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

  test('all moves count if the demand was not met', () => {
    expect(headline('none', 'none', {}, moved())).toBe('Not met, not carried out (after 2 moves)');
  });

  test('an act between a deadline and its revival is late for the first', () => {
    const revived = new Ledger()
      .add(recording(day(FRIDAY)), '2025-07-14T20:00')
      .add({ verb: 'move', deadline: day('2025-08-20'), ...said('2025-08-12') }, '2025-08-12T20:00');
    expect(headline('full', 'none', { complied: '2025-08-10' }, revived)).toBe('Complied late');
  });

  test('nothing measures what was done while it was paused', () => {
    const suspended = new Ledger()
      .add(recording(day(FRIDAY)), '2025-07-14T20:00')
      .add({ verb: 'suspend', ...said('2025-08-01') }, '2025-08-01T20:00');
    expect(headline('full', 'none', { complied: '2025-08-07' }, suspended)).toBe('Complied while paused');
  });
});

describe('where the table leaves a hole (rules 18)', () => {
  const bare = (deadline = day(FRIDAY)) => new Ledger().add(recording(deadline), '2025-07-14T20:00');
  const undatedOne = () => new Ledger().add(recording(null), '2025-07-14T20:00');

  test('the headline of an ultimatum without a deadline says so', () => {
    expect(headline('full', 'none', { complied: IN_TIME }, undatedOne())).toBe('Complied, no deadline');
    expect(headline('none', 'full', { acted: IN_TIME }, undatedOne())).toBe(
      'Not met, carried out, no deadline',
    );
  });

  test('an ultimatum withdrawn before its end is withdrawn, unless the demand was met before', () => {
    const withdrawn = () => bare().add({ verb: 'withdraw', ...said('2025-08-05') }, '2025-08-05T20:00');
    expect(inEnglish(withdrawn().now.headline)).toBe('Withdrawn');
    expect(headline('none', 'not-due', {}, withdrawn())).toBe('Withdrawn');
    expect(headline('none', 'full', { acted: FRIDAY }, withdrawn())).toBe('Withdrawn');
    expect(headline('full', 'none', { complied: '2025-08-06' }, withdrawn())).toBe('Withdrawn');
    expect(headline('full', 'none', { complied: '2025-08-04' }, withdrawn())).toBe('Met');
    expect(headline('negotiated', 'none', { complied: '2025-08-04' }, withdrawn())).toBe('Settled');
    expect(headline('partial', 'none', { complied: '2025-08-04' }, withdrawn())).toBe('Withdrawn');
  });

  test('an ultimatum withdrawn after its end has the headline of the table, then "withdrawn"', () => {
    const late = bare().add({ verb: 'withdraw', ...said('2025-08-12') }, '2025-08-12T20:00');
    expect(headline('none', 'none', {}, late)).toBe('Not met, not carried out, then withdrawn');
  });

  test('a replaced ultimatum names the one that replaced it', () => {
    const replaced = bare().add(
      { verb: 'replace', by: 13, self: 12, ...said('2025-08-01') },
      '2025-08-01T20:00',
    );
    expect(inEnglish(replaced.now.headline)).toBe('Superseded by U-13');
  });

  test('an ultimatum without an outcome shows its state', () => {
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

  test('the headline counts the recorded outcomes until every target has one', () => {
    const one = several().add(recordsOutcome(met, '2025-08-20', 'GM'), '2025-09-01T12:00').now;
    expect([inEnglish(one.headline), one.state]).toEqual(['1 of 3 recorded: Met', 'passed']);
  });

  test('an outcome without a target is for all that have none; different outcomes are listed apart', () => {
    const all = several()
      .add(recordsOutcome(met, '2025-08-20', 'GM'), '2025-09-01T12:00')
      .add(recordsOutcome(missed, '2025-08-20'), '2025-09-01T12:00').now;
    expect([inEnglish(all.headline), all.state]).toEqual([
      'Split: Not met, not carried out (2); Met (1)',
      'resolved',
    ]);
  });

  test('equal outcomes make one headline', () => {
    expect(headline('full', 'none', { complied: IN_TIME }, several())).toBe('Met');
  });
});
