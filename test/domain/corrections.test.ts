import { describe, expect, test } from 'vitest';
import type { Command, CorrectedFields } from '../../src/domain/entry.js';
import {
  day,
  founding,
  Ledger,
  MINUTE,
  ms,
  on,
  outcome,
  recording,
  recordsOutcome,
  said,
} from './support.js';
import { inEnglish } from '../support/headline.js';

function correct(entry: number, fields: CorrectedFields): Extract<Command, { verb: 'correct' }> {
  return { verb: 'correct', entry, fields, removes: false, reason: 'misheard' };
}

function remove(entry: number): Command {
  return { verb: 'correct', entry, fields: {}, removes: true, reason: 'wrong one' };
}

const NOT_MET = recordsOutcome(outcome('none', 'partial', { acted: '2025-08-06' }), '2025-08-09');
const closed = () => founding().add(NOT_MET, '2025-08-09T12:00');

describe('a correction (rules 13)', () => {
  test('is not a move and adds no deadline; the corrected deadline keeps what it was before', () => {
    const { now } = founding().add(correct(1, { deadline: day('2025-09-03') }), '2025-07-30T12:00');
    expect([now.versions.length, now.moves, now.slip]).toEqual([3, 1, -26]);
    const [first] = now.versions;
    expect(first?.reading.words).toBe('2025-09-03');
    expect(first?.correctedFrom?.words).toBe('50 days');
    expect(first?.delivery).toBe(4);
    expect(now.corrections.map(({ seq }) => seq)).toEqual([4]);
  });

  test('of an earlier deadline changes whether later ones count as moves', () => {
    const { now } = founding().add(correct(1, { deadline: day('2025-08-01') }), '2025-07-30T12:00');
    expect(now.versions.map(({ revision }) => revision)).toEqual(['set', 'extended', 'clarified']);
  });

  test('corrects words and sources too', () => {
    const { now } = founding().add(
      correct(1, { demand: 'a truce', url: 'https://apnews.com/x' }),
      '2025-07-30',
    );
    expect(now.demand).toBe('a truce');
    expect(now.statements[0]).toMatchObject({ url: 'https://apnews.com/x', outlet: null });
  });

  test('is allowed in every state', () => {
    const fields = { stated: on('2025-07-14T18:00') };
    const withdrawn = founding().add({ verb: 'withdraw', ...said('2025-08-01') }, '2025-08-01T20:00');
    const suspended = founding().add({ verb: 'suspend', ...said('2025-08-01') }, '2025-08-01T20:00');
    const passed = founding().lapse('2025-08-09');
    for (const ledger of [founding(), withdrawn, suspended, passed, closed()]) {
      const { state } = ledger.now;
      const last = ledger.entries.at(-1)?.recorded ?? 0;
      expect(ledger.try(correct(1, fields), last + MINUTE)).toBeNull();
      expect(ledger.now.state).toBe(state);
    }
  });

  test('is refused with the rule that the corrected history would break', () => {
    expect(founding().try(correct(2, { stated: on('2025-07-29T12:00') }), '2025-07-30')).toEqual({
      why: 'correction-breaks',
      rule: { why: 'stated-in-future', field: 'stated' },
    });
    expect(founding().try(correct(3, { stated: on('2025-07-13') }), '2025-07-30')).toMatchObject({
      why: 'correction-breaks',
      rule: { why: 'stated-before-last' },
    });
  });

  test('is refused without a reason, without an entry, or if it changes nothing', () => {
    const ledger = founding();
    expect(ledger.try({ ...correct(1, { demand: 'x' }), reason: ' ' }, '2025-07-30')).toEqual({
      why: 'missing',
      field: 'reason',
    });
    expect(ledger.try(correct(9, { demand: 'x' }), '2025-07-30')).toMatchObject({ why: 'not-found' });
    expect(ledger.try(correct(1, {}), '2025-07-30')).toMatchObject({
      why: 'nothing-to-change',
      of: { what: 'entry', entry: 1 },
    });
    expect(ledger.try(correct(1, { issuers: ['Donald Trump'] }), '2025-07-30')).toMatchObject({
      why: 'nothing-to-change',
      of: { what: 'entry', entry: 1 },
    });
    expect(ledger.try(correct(2, { demand: 'x' }), '2025-07-30')).toEqual({
      why: 'cannot-correct',
      entry: 2,
      kind: 'revised',
      field: 'demand',
      holder: 1,
    });
  });

  test('of an entry made by the clock is refused', () => {
    const ledger = founding().lapse('2025-08-09');
    expect(ledger.try(remove(4), '2025-08-10')).toMatchObject({
      why: 'cannot-correct',
      kind: 'passed',
      holder: 3,
    });
  });

  test('of a passed deadline to a later day lifts the passing, and it passes again on that day', () => {
    const ledger = founding()
      .lapse('2025-08-09')
      .add(correct(3, { deadline: day('2025-08-18') }), '2025-08-10');
    expect(ledger.now.state).toBe('open');
    expect(ledger.now.versions[2]?.became).toEqual([{ kind: 'passed', at: ms('2025-08-09'), lifted: true }]);
    expect(ledger.lapse('2025-08-19').now.state).toBe('passed');
  });

  test('of a running deadline to a day that is over lets it pass at once', () => {
    const ledger = founding().add(correct(3, { deadline: day('2025-08-01') }), '2025-08-03');
    expect(ledger.entries.map(({ event }) => event.kind).slice(3)).toEqual(['corrected', 'passed']);
  });
});

describe('reopening (rules 20)', () => {
  test('restores the state before the outcome, and then the clock goes on', () => {
    const ledger = closed().add(remove(5), '2025-08-10');
    expect(ledger.now.state).toBe('passed');
    expect(inEnglish(ledger.now.headline)).toBe('Passed, not yet reviewed');
    expect(ledger.entries).toHaveLength(6);
  });

  test('lets the deadline pass now if an early outcome is removed after its end', () => {
    const settled = recordsOutcome(outcome('full', 'not-due', { complied: '2025-08-01' }), '2025-08-01');
    const ledger = founding().add(settled, '2025-08-01T20:00').add(remove(4), '2025-08-20');
    expect(ledger.now.state).toBe('passed');
    expect(ledger.entries.at(-1)).toMatchObject({ recorded: ms('2025-08-20'), event: { kind: 'passed' } });
  });

  test('makes a new headline when one side of the outcome is corrected', () => {
    const ledger = closed().add(correct(5, { followThrough: 'none' }), '2025-08-10');
    expect(inEnglish(ledger.now.headline)).toBe('Not met, not carried out (after 1 move)');
    expect(ledger.now.state).toBe('resolved');
  });

  test('brings an entry back when its removal is removed', () => {
    const ledger = closed().add(remove(5), '2025-08-10').add(remove(6), '2025-08-11');
    expect(ledger.now.headline).toEqual(closed().now.headline);
  });

  test('puts the earlier deadline in force again when a move is removed; a later move gets a new version', () => {
    const ledger = founding().add(remove(3), '2025-07-30T12:00');
    expect(ledger.now.inForce).toMatchObject({ number: 2, delivery: 0, reading: { words: '10 or 12 days' } });
    ledger.add({ verb: 'move', deadline: day('2025-08-15'), ...said('2025-07-30') }, '2025-07-30T20:00');
    expect(ledger.now.inForce).toMatchObject({ number: 3, delivery: 4 });
  });
});

describe('hiding (rules 24)', () => {
  const hidden = () => founding().add({ verb: 'hide', reason: 'duplicate' }, '2025-07-30T12:00');

  test('refuses every command but its undoing', () => {
    const ledger = hidden();
    const refusal = ledger.try({ verb: 'source', ...said('2025-07-30') }, '2025-07-30T13:00', { number: 12 });
    expect(refusal).toEqual({ why: 'hidden', number: 12 });
    expect(ledger.try({ verb: 'hide', reason: 'again' }, '2025-07-30T13:00')).toEqual({
      why: 'nothing-to-change',
      of: { what: 'hidden' },
    });
  });

  test('does not stop the clock, and undoing it shows the passing', () => {
    const ledger = hidden().lapse('2025-08-09');
    expect([ledger.now.state, ledger.now.hidden?.reason]).toEqual(['passed', 'duplicate']);
    ledger.add({ verb: 'unhide', reason: 'it was none' }, '2025-08-10');
    expect([ledger.now.state, ledger.now.hidden]).toEqual(['passed', null]);
  });
});

test('a confirmation is refused with the entry that was added since the preview (rules 22)', () => {
  const ledger = founding();
  const withdraw: Command = { verb: 'withdraw', ...said('2025-07-30') };
  expect(ledger.try(withdraw, '2025-07-30T12:00', { seen: 2 })).toEqual({
    why: 'changed-since',
    entry: ledger.entries[2],
  });
  expect(ledger.try(withdraw, '2025-07-30T12:00', { seen: 3 })).toBeNull();
});

test('a record is refused without issuer, target or demand, and its names are cleaned', () => {
  const record = recording(day('2025-09-02'));
  const refused = (more: Partial<typeof record>) =>
    new Ledger().try({ ...record, ...more }, '2025-07-14T20:00');
  expect(refused({ issuers: [' '] })).toEqual({ why: 'missing', field: 'issuer' });
  expect(refused({ targets: [' '] })).toEqual({ why: 'missing', field: 'target' });
  expect(refused({ demand: '' })).toEqual({ why: 'missing', field: 'demand' });
  expect(refused({ zone: 'Mars/Base' })).toEqual({ why: 'bad-zone', given: 'Mars/Base' });
  expect(refused({ stated: on('2025-07-15') })).toEqual({ why: 'stated-in-future', field: 'stated' });
  const ledger = new Ledger().add({ ...record, targets: [' Russia ', 'Russia'] }, '2025-07-14T20:00');
  expect(ledger.now.targets).toEqual(['Russia']);
  expect(ledger.try(record, '2025-07-14T21:00')).toMatchObject({ why: 'wrong-state', verb: 'record' });
});
