/** What is learned of late is refused where an entry that follows it could then not have been recorded (rules 9, 13). */
import { describe, expect, test } from 'vitest';
import type { Command, Entry } from '../../src/domain/entry.js';
import { withAdded } from '../../src/domain/decide/context.js';
import { correct, remove } from './correcting.js';
import { day, Ledger, ms, outcome, recording, recordsOutcome, report, said } from './support.js';

const NOW = '2025-07-30T12:00';
const withdraw = (stated: string): Command => ({ verb: 'withdraw', ...said(stated) });
const suspend = (stated: string): Command => ({ verb: 'suspend', ...said(stated) });
const move = (stated: string, to = '2025-10-01'): Command => ({
  verb: 'move',
  deadline: day(to),
  ...said(stated),
});
const resume = (stated: string): Command => ({
  verb: 'resume',
  deadline: day('2025-10-01'),
  ...said(stated),
});
const replace = (stated: string): Command => ({ verb: 'replace', by: 2, self: 1, ...said(stated) });
const terms = (stated: string): Command => ({
  verb: 'terms',
  demand: 'leave',
  threat: null,
  targets: null,
  ...said(stated),
});

/** A record of 14 July, and what followed, each noted at noon of the day after it was stated. */
function history(...commands: readonly Command[]): Ledger {
  const ledger = new Ledger().add(recording(day('2025-09-02')), '2025-07-14T20:00');
  for (const [index, command] of commands.entries())
    ledger.add(command, `2025-07-${String(21 + index)}T12:00`);
  return ledger;
}

describe('a withdrawal of the 18th, learned of on the 30th, is refused for', () => {
  test.each([
    ['suspend', suspend('2025-07-20')],
    ['move', move('2025-07-20')],
    ['withdraw', withdraw('2025-07-20')],
    ['replace', replace('2025-07-20')],
  ])('a later %s', (verb, command) => {
    expect(history(command).try(withdraw('2025-07-18'), NOW)).toMatchObject({
      why: 'breaks-history',
      entry: 2,
      rule: { why: 'wrong-state', verb, state: 'withdrawn' },
    });
  });

  test('no later terms, source or dispute, and no outcome', () => {
    const dispute: Command = { verb: 'dispute', reason: 'he said no such thing', ...said('2025-07-22') };
    const ledger = history(terms('2025-07-20'), { verb: 'source', ...said('2025-07-21') }, dispute);
    expect(ledger.try(withdraw('2025-07-18'), NOW)).toBeNull();
    expect(ledger.now.state).toBe('withdrawn');
    const met = recordsOutcome(outcome('full', 'not-due', { complied: '2025-07-20' }), '2025-07-20');
    expect(history(met).try(withdraw('2025-07-18'), NOW)).not.toMatchObject({ why: 'breaks-history' });
  });
});

test('a replacement learned of late is refused for later terms', () => {
  expect(history(terms('2025-07-20')).try(replace('2025-07-18'), NOW)).toMatchObject({
    why: 'breaks-history',
    entry: 2,
    rule: { why: 'wrong-state', verb: 'terms', state: 'superseded' },
  });
});

describe('a correction is refused', () => {
  test('where it takes away the suspension that was ended', () => {
    const ledger = history(suspend('2025-07-20'), resume('2025-07-21'));
    expect(ledger.try(remove(2), NOW)).toEqual({
      why: 'correction-breaks',
      rule: { why: 'wrong-state', verb: 'resume', state: 'open', allowed: ['suspended'] },
    });
  });

  test('where the deadline would have been over before it was suspended', () => {
    const rule = { why: 'wrong-state', verb: 'suspend', state: 'passed' };
    const ledger = history(suspend('2025-07-20'));
    const over = correct(1, { deadline: day('2025-07-18') });
    expect(ledger.try(over, NOW)).toMatchObject({ why: 'correction-breaks', rule });
    expect(ledger.try(correct(1, { deadline: day('2025-07-21') }), NOW)).toBeNull();
  });

  test('by nothing that the bot keeps of itself', () => {
    const dispute: Command = { verb: 'dispute', reason: 'no', ...said('2025-07-20') };
    const ledger = history(
      dispute,
      { verb: 'close-dispute', dispute: 2, upheld: false, reason: 'he did' },
      { verb: 'link', to: 2, as: 'stage-of', self: 1 },
      { verb: 'hide', reason: 'a duplicate' },
      { verb: 'unhide', reason: 'it is none' },
      correct(1, { threat: null }),
    );
    expect(ledger.try(correct(1, { demand: 'leave' }), NOW)).toBeNull();
  });

  test('where a measure would have been lifted before it was taken', () => {
    const lifted: Command = {
      verb: 'reverse',
      what: 'measures-lifted',
      extent: 'full',
      when: said('2025-07-22').stated,
      ...said('2025-07-22'),
    };
    const ledger = history(
      recordsOutcome(
        outcome('partial', 'full', { complied: '2025-07-19', acted: '2025-07-20' }),
        '2025-07-20',
      ),
      lifted,
    );
    expect(ledger.try(correct(2, { acted: said('2025-07-18').stated }), NOW)).toBeNull();
    const late = ledger.try(correct(3, { acted: said('2025-07-17').stated }), NOW);
    expect(late).toMatchObject({ why: 'correction-breaks', rule: { why: 'before-reversed' } });
  });

  test.each([
    ['a record', recording(day('2025-09-02')), 1],
    ['a source', { verb: 'source', ...said('2025-07-20') } as const, 2],
    ['a dispute', { verb: 'dispute', reason: 'no', ...said('2025-07-20') } as const, 2],
    ['a suspension', suspend('2025-07-20'), 2],
    ['new terms', terms('2025-07-20'), 2],
  ])('where %s would have been stated after it was recorded', (_what, command, entry) => {
    const ledger = command.verb === 'record' ? history() : history(command);
    expect(ledger.try(correct(entry, { stated: said('2025-07-28').stated }), NOW)).toEqual({
      why: 'correction-breaks',
      rule: { why: 'stated-in-future', field: 'stated' },
    });
  });
});

describe('in a history of an older release', () => {
  /** A record and a move; the record as it was taken then. */
  function old(change: (record: Entry) => Partial<Entry>): Ledger {
    const ledger = history(move('2025-07-20'));
    ledger.entries = ledger.entries.map((entry) =>
      entry.seq === 1 ? { ...entry, ...change(entry) } : entry,
    );
    return ledger;
  }
  const event = (entry: Entry, more: object) => ({ event: { ...entry.event, ...more } as Entry['event'] });
  const later = correct(2, { deadline: day('2025-10-02') });

  test.each([
    [
      'a link that opens no page today',
      () => ({ statements: [{ ...report(), url: 'javascript:alert(1)' }] }),
    ],
    ['a zone that this machine does not know', (entry: Entry) => event(entry, { zone: 'Mars/Base' })],
    ['a demand that says nothing', (entry: Entry) => event(entry, { demand: ' ' })],
  ])('%s stops no correction of something else', (_what, change) => {
    expect(old(change).try(later, NOW)).toBeNull();
  });

  test('what did not hold then stops no correction either, and only what would not hold from now on does', () => {
    const ledger = history(move('2025-07-20'), suspend('2025-07-21'));
    const again = { ...said('2025-07-23'), by: null, event: { kind: 'suspended' } } as const;
    ledger.entries = withAdded(ledger.entries, [{ ...again, recorded: ms('2025-07-23T12:00') }]);
    expect(ledger.try(later, NOW)).toBeNull();
    expect(ledger.try(correct(2, { deadline: day('2025-09-02') }), NOW)).toEqual({
      why: 'correction-breaks',
      rule: { why: 'same-deadline' },
    });
  });

  test('a passing that was noted late lets what was stated before it stand', () => {
    const ledger = new Ledger()
      .add(recording(day('2025-07-20')), '2025-07-14T20:00')
      .add(move('2025-07-19'), '2025-07-25T12:00')
      .add(suspend('2025-07-26'), '2025-07-26T12:00');
    expect(ledger.try(correct(1, { demand: 'leave' }), NOW)).toBeNull();
    expect(ledger.now.state).toBe('suspended');
  });
});
