import { describe, expect, test } from 'vitest';
import type { DatedReading } from '../../src/domain/reading.js';
import {
  day,
  days,
  founding,
  instant,
  Ledger,
  ms,
  recording,
  report,
  said,
  startOf,
  undated,
} from './support.js';
import { inEnglish } from '../support/headline.js';

const OLD = days('2025-08-07', '2025-08-09');

function holding(deadline: DatedReading | null = OLD): Ledger {
  return new Ledger().add(recording(deadline), '2025-07-14T20:00');
}

function moveTo(deadline: DatedReading, stated = '2025-07-20') {
  return { verb: 'move', deadline, ...said(stated) } as const;
}

describe('what a new deadline is (rules 6)', () => {
  test.each([
    ['inside the old window', day('2025-08-08'), 'clarified', 0],
    ['its last day', day('2025-08-09'), 'clarified', 0],
    ['an instant within', instant('2025-08-08T18:00'), 'clarified', 0],
    ['earlier', day('2025-08-06'), 'shortened', 1],
    ['begins and ends earlier', days('2025-08-05', '2025-08-08'), 'shortened', 1],
    ['later', day('2025-08-10'), 'extended', 1],
    ['inside, and beyond its end', days('2025-08-08', '2025-08-12'), 'extended', 1],
    ['the same end, wider', days('2025-08-05', '2025-08-09'), 'clarified', 0],
    ['before a day within', startOf('2025-08-09', 'before'), 'clarified', 0],
    ['before the day it begins', startOf('2025-08-07', 'before'), 'shortened', 1],
    ['before an earlier day', startOf('2025-08-06', 'before'), 'shortened', 1],
    ['"within", to its end', days('2025-07-20', '2025-08-09', { openBeginning: true }), 'clarified', 0],
    [
      '"within", to an earlier end',
      days('2025-07-20', '2025-08-06', { openBeginning: true }),
      'shortened',
      1,
    ],
  ])('%s: %#', (_case, next, revision, moves) => {
    const { versions, moves: counted, inForce } = holding().add(moveTo(next), '2025-07-20T20:00').now;
    expect(versions.at(-1)?.revision).toBe(revision);
    expect(counted).toBe(moves);
    expect(inForce?.reading.words).toBe(next.words);
  });

  test('a deadline stated at or after the old end is revived; one stated before it is extended', () => {
    const revive = (stated: string) =>
      holding().add({ verb: 'move', deadline: day('2025-08-20'), ...said(stated) }, '2025-08-12T20:00').now;
    expect(revive('2025-08-10T00:00').versions.at(-1)?.revision).toBe('revived');
    expect(revive('2025-08-09T23:59').versions.at(-1)?.revision).toBe('extended');
    expect(revive('2025-08-10T00:00').moves).toBe(1);
  });

  test('the first date of an undated ultimatum is not a move', () => {
    const { versions, moves } = holding(null).add(moveTo(OLD), '2025-07-20T20:00').now;
    expect([versions.at(-1)?.revision, moves]).toEqual(['set', 0]);
  });

  test('the same deadline is refused in any words', () => {
    const same = { ...OLD, words: 'from the 7th to the 9th' };
    expect(holding().try(moveTo(same), '2025-07-20T20:00')).toEqual({ why: 'same-deadline' });
  });

  test('each deadline says what became of it', () => {
    const lines = founding()
      .lapse('2025-08-09')
      .now.versions.map(({ became }) => became);
    expect(lines).toMatchObject([
      [{ kind: 'moved', revision: 'shortened', to: 2, days: -24 }],
      [{ kind: 'made-exact', to: 3 }],
      [{ kind: 'passed', at: ms('2025-08-09'), lifted: false }],
    ]);
  });

  test('the slip counts from the first named date to the last', () => {
    expect(founding().now.slip).toBe(-25);
    expect(holding(null).now.slip).toBeNull();
    expect(
      holding(startOf('2025-08-07', 'before')).add(moveTo(day('2025-08-09')), '2025-07-20T20:00').now.slip,
    ).toBe(2);
  });
});

describe('what can be no move (rules 7)', () => {
  test.each([
    ['vague', undated('in the coming days'), false],
    ['none', undated('when it is over', { precision: 'none' }), false],
    ['not before', undated('as early as next week', { bound: 'not-before', precision: 'day' }), true],
  ])('%s', (_case, deadline, lowerBound) => {
    const refusal = holding().try({ verb: 'move', deadline, ...said('2025-07-20') }, '2025-07-20T20:00');
    expect(refusal).toMatchObject({ why: 'not-a-deadline', given: deadline.words, lowerBound });
  });
});

describe('late recording (rules 8)', () => {
  test('a move stated before the end and recorded after the passing keeps its kind and lifts the passing', () => {
    const ledger = holding()
      .lapse('2025-08-10')
      .add(moveTo(day('2025-08-20'), '2025-08-09'), '2025-08-11T10:00');
    const { state, versions } = ledger.now;
    expect([state, versions[1]?.revision]).toEqual(['open', 'extended']);
    expect(versions[0]?.became).toMatchObject([{ kind: 'passed', lifted: true }, { kind: 'moved' }]);
    expect(ledger.entries.map(({ event }) => event.kind)).toEqual(['recorded', 'passed', 'revised']);
  });

  test('a suspension can be recorded late only if it was stated before the end', () => {
    const suspend = (stated: string) => ({ verb: 'suspend', ...said(stated) }) as const;
    expect(holding().add(suspend('2025-08-09'), '2025-08-11T10:00').now.state).toBe('suspended');
    expect(holding().try(suspend('2025-08-10'), '2025-08-11T10:00')).toMatchObject({
      why: 'wrong-state',
      state: 'passed',
    });
  });

  test('a late-recorded withdrawal that was stated before the end counts as before it', () => {
    const late = holding().add({ verb: 'withdraw', ...said('2025-08-09') }, '2025-08-11T10:00').now;
    expect(inEnglish(late.headline)).toBe('Withdrawn');
    expect(late.versions[0]?.became).toMatchObject([{ kind: 'passed', lifted: true }, { kind: 'withdrawn' }]);
  });
});

describe('when it was stated (rules 9)', () => {
  test('a move learned of late takes its place between the others', () => {
    const ledger = holding()
      .add(moveTo(day('2025-08-20'), '2025-07-20T15:00'), '2025-07-20T20:00')
      .add(moveTo(day('2025-08-12'), '2025-07-18'), '2025-07-21T20:00');
    const { versions, slip, inForce, moves } = ledger.now;
    expect(versions.map(({ entry, revision }) => [entry, revision])).toEqual([
      [1, 'set'],
      [3, 'extended'],
      [2, 'extended'],
    ]);
    expect([inForce?.entry, moves, slip]).toEqual([2, 2, 11]);
  });

  test('what was learned of late is refused where the rest would no longer hold', () => {
    const ledger = holding().add(moveTo(day('2025-08-20'), '2025-07-20T15:00'), '2025-07-20T20:00');
    expect(ledger.try({ verb: 'withdraw', ...said('2025-07-18') }, '2025-07-21T20:00')).toEqual({
      why: 'breaks-history',
      rule: { why: 'wrong-state', verb: 'move', state: 'withdrawn', allowed: ['open', 'passed'] },
      entry: 2,
    });
  });

  test('a revision is not stated before the record', () => {
    expect(holding().try(moveTo(day('2025-08-20'), '2025-07-13'), '2025-07-21T20:00')).toMatchObject({
      why: 'stated-before-last',
    });
  });

  test('a statement in the future is refused', () => {
    const refusal = holding().try(moveTo(day('2025-08-20'), '2025-07-21'), '2025-07-20T20:00');
    expect(refusal).toEqual({ why: 'stated-in-future', field: 'stated' });
  });

  test('sources and disputes are exempt from the order', () => {
    const ledger = founding();
    expect(ledger.try({ verb: 'source', ...said('2025-07-15') }, '2025-08-01')).toBeNull();
    expect(ledger.try({ verb: 'dispute', reason: 'no', ...said('2025-07-15') }, '2025-08-01')).toBeNull();
  });

  test('a revision needs a statement, and a message seen in Discord is none', () => {
    const seen = report('', { url: null, seenIn: 'https://discord.com/channels/1/2/3' });
    const move = { ...moveTo(day('2025-08-20')), statements: [seen] };
    expect(holding().try(move, '2025-07-20T20:00')).toEqual({ why: 'needs-statement', verb: 'move' });
  });
});

describe('already past (rules 10)', () => {
  test('a deadline that is over when recorded passes at once', () => {
    const { entries, now } = new Ledger().add(recording(OLD), '2025-08-12T10:00');
    expect(entries.map(({ event }) => event.kind)).toEqual(['recorded', 'passed']);
    expect(entries[1]?.stated.start).toBe(ms('2025-08-10'));
    expect(now.state).toBe('passed');
  });

  test('a deadline that is over when resumed passes at once', () => {
    const ledger = holding()
      .add({ verb: 'suspend', ...said('2025-07-20') }, '2025-07-20T20:00')
      .add({ verb: 'resume', deadline: day('2025-08-01'), ...said('2025-07-25') }, '2025-08-02T10:00');
    expect(ledger.now.state).toBe('passed');
  });
});

describe('suspended (rules 11)', () => {
  const suspended = () => holding().add({ verb: 'suspend', ...said('2025-07-20') }, '2025-07-20T20:00');

  test('no deadline is in force, and none passes', () => {
    const { state, inForce } = suspended().lapse('2025-09-01').now;
    expect([state, inForce]).toEqual(['suspended', null]);
  });

  test('a move and a second suspension are refused', () => {
    expect(suspended().try(moveTo(day('2025-08-20')), '2025-07-21')).toMatchObject({ why: 'wrong-state' });
    expect(suspended().try({ verb: 'suspend', ...said('2025-07-20') }, '2025-07-21')).toMatchObject({
      why: 'wrong-state',
    });
  });

  test.each([
    ['the same deadline is no move', OLD, 0],
    ['another is one', day('2025-08-20'), 1],
  ])('resuming makes a new deadline; %s', (_case, deadline, moves) => {
    const { now } = suspended().add({ verb: 'resume', deadline, ...said('2025-07-25') }, '2025-07-25T20:00');
    expect([now.versions.length, now.versions[1]?.revision, now.moves]).toEqual([2, 'resumed', moves]);
    expect(now.state).toBe('open');
  });

  test('terms, sources and disputes leave it suspended', () => {
    const ledger = suspended()
      .add(
        { verb: 'terms', demand: 'more', threat: null, targets: null, ...said('2025-07-21') },
        '2025-07-21T20:00',
      )
      .add({ verb: 'source', ...said('2025-07-21') }, '2025-07-21T20:00')
      .add({ verb: 'dispute', reason: 'no', ...said('2025-07-21') }, '2025-07-21T20:00');
    expect([ledger.now.state, ledger.now.demand]).toEqual(['suspended', 'more']);
  });
});

test('an ultimatum without a date has no deadline and never passes (rules 12)', () => {
  const {
    state,
    versions,
    undated: words,
  } = new Ledger().add(recording(undated('soon')), '2025-07-14T20:00').lapse('2035-01-01').now;
  expect([state, versions.length, words?.words]).toEqual(['open', 0, 'soon']);
});
