/** Which corrections are refused, and with what words (rules 13). */
import { describe, expect, test } from 'vitest';
import type { CorrectedFields } from '../../src/domain/entry.js';
import { day, founding, Ledger, outcome, recording, recordsOutcome, said, undated } from './support.js';

const NOW = '2025-07-30T12:00';
const correcting = (entry: number, fields: CorrectedFields, reason = 'wrong') =>
  ({ verb: 'correct', entry, fields, removes: false, reason }) as const;
const removing = (entry: number) =>
  ({ verb: 'correct', entry, fields: {}, removes: true, reason: 'wrong' }) as const;
const refused = (entry: number, fields: CorrectedFields) => founding().try(correcting(entry, fields), NOW);
const missing = (field: string) => ({ why: 'missing', field });

describe('a correction is refused', () => {
  test('without a reason, and for an entry that there is not', () => {
    expect(founding().try(correcting(1, { demand: 'leave' }, ' '), NOW)).toEqual(missing('reason'));
    expect(refused(9, { demand: 'leave' })).toEqual({
      why: 'not-found',
      what: 'entry',
      given: '9',
      last: 3,
    });
  });

  test('where it would take away what a record has to have', () => {
    expect(refused(1, { targets: null })).toEqual(missing('target'));
    expect(refused(1, { targets: [] })).toEqual(missing('target'));
    expect(refused(1, { issuers: [] })).toEqual(missing('issuer'));
    expect(refused(1, { demand: null })).toEqual(missing('demand'));
    expect(refused(1, { demand: ' ' })).toEqual(missing('demand'));
    expect(refused(1, { deadline: null })).toBeNull();
    expect(refused(1, { threat: null })).toBeNull();
  });

  test('where a move would be left without a date', () => {
    for (const deadline of [null, undated('soon')])
      expect(refused(2, { deadline })).toEqual({ why: 'needs-deadline', entry: 2 });
    expect(refused(2, { deadline: day('2025-08-10') })).toBeNull();
  });

  test('for a time zone that there is not, and for a link that opens no page', () => {
    expect(refused(1, { zone: 'Mars/Olympus' })).toEqual({ why: 'bad-zone', given: 'Mars/Olympus' });
    const deadline = { ...day('2025-09-03'), zone: 'Mars/Olympus' };
    expect(refused(1, { deadline })).toEqual({ why: 'bad-zone', given: 'Mars/Olympus' });
    expect(refused(1, { url: 'javascript:alert(1)' })).toMatchObject({ why: 'bad-link' });
    expect(refused(1, { zone: 'Europe/Kyiv' })).toBeNull();
  });

  test('where nothing changes', () => {
    const nothing = { why: 'nothing-to-change', of: { what: 'entry', entry: 1 } };
    expect(refused(1, {})).toEqual(nothing);
    expect(refused(1, { demand: undefined } as never)).toEqual(nothing);
    expect(refused(1, { note: undefined, demand: 'agree to a ceasefire in Ukraine' } as never)).toEqual(
      nothing,
    );
  });

  test('for a field that the entry does not have, and the entry that has it is named', () => {
    expect(refused(2, { demand: 'leave' })).toEqual({
      why: 'cannot-correct',
      entry: 2,
      kind: 'revised',
      field: 'demand',
      holder: 1,
    });
    expect(refused(1, { note: 'x' })).toMatchObject({ field: 'note', holder: null });
  });

  test('of what was taken back, and the entry that took it back is named', () => {
    const ledger = founding().add(removing(3), NOW);
    expect(ledger.try(removing(3), NOW)).toEqual({
      why: 'nothing-to-change',
      of: { what: 'removed-entry', entry: 3, by: 4 },
    });
    expect(ledger.try(correcting(3, { deadline: day('2025-08-10') }), NOW)).toMatchObject({
      of: { what: 'removed-entry' },
    });
  });

  test('of a passing: the deadline before it is named', () => {
    const ledger = founding().lapse('2025-08-09T00:00');
    const passing = ledger.try(removing(4), '2025-08-10T12:00');
    expect(passing).toEqual({
      why: 'cannot-correct',
      entry: 4,
      kind: 'passed',
      field: 'entry',
      holder: 3,
    });
    const late = ledger.add(
      { verb: 'move', deadline: day('2025-09-01'), ...said('2025-08-09T12:00') },
      '2025-08-10T12:00',
    );
    expect(late.try(correcting(4, { demand: 'x' }), '2025-08-10T13:00')).toMatchObject({ holder: 3 });
  });

  test('of a record as a whole, and of an entry of the bot’s own keeping', () => {
    expect(founding().try(removing(1), NOW)).toMatchObject({
      why: 'cannot-correct',
      field: 'entry',
      holder: null,
    });
    const ledger = founding().add({ verb: 'link', to: 2, as: 'stage-of', self: 1 }, NOW);
    expect(ledger.try(correcting(4, { note: 'x' }), NOW)).toMatchObject({
      why: 'cannot-correct',
      kind: 'linked',
      field: 'entry',
    });
  });

  test('where another entry would no longer hold', () => {
    const ledger = new Ledger()
      .add(recording(day('2025-09-02')), '2025-07-14T20:00')
      .add({ verb: 'move', deadline: day('2025-10-01'), ...said('2025-07-20') }, '2025-07-20T12:00')
      .add(
        recordsOutcome(outcome('full', 'not-due', { complied: '2025-07-22' }), '2025-07-22'),
        '2025-07-25T12:00',
      );
    expect(ledger.try(correcting(2, { deadline: day('2025-09-02') }), NOW)).toEqual({
      why: 'correction-breaks',
      rule: { why: 'same-deadline' },
    });
    expect(ledger.try(correcting(1, { stated: said('2025-07-23').stated }), NOW)).toMatchObject({
      why: 'correction-breaks',
    });
  });
});

describe('a correction of a correction', () => {
  test('that takes it out brings back what was there', () => {
    const ledger = founding().add(correcting(1, { demand: 'leave' }), NOW);
    expect(ledger.now.demand).toBe('leave');
    ledger.add(removing(4), NOW);
    expect(ledger.now.demand).toBe('agree to a ceasefire in Ukraine');
    ledger.add(removing(5), NOW);
    expect(ledger.now.demand).toBe('leave');
  });
});
