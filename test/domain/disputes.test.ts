/** Disputes (rules 35), and what is hidden (rules 24). */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/entry.js';
import { day, Ledger, ms, recording, said } from './support.js';

const one = () => new Ledger().add(recording(day('2025-09-02')), '2025-07-14T20:00');

describe('a dispute', () => {
  const raised = (): Command => ({ verb: 'dispute', reason: 'wrong day', ...said('2025-07-20') });
  const closing = (dispute: number, reason = 'it is right'): Command => ({
    verb: 'close-dispute',
    dispute,
    upheld: false,
    reason,
  });

  test('is open until it is closed, each by itself', () => {
    const ledger = one().add(raised(), '2025-07-20T12:00').add(raised(), '2025-07-20T13:00');
    expect(ledger.now.disputed).toBe(true);
    ledger.add(closing(2), '2025-07-21T12:00');
    expect(ledger.now.disputed).toBe(true);
    expect(ledger.now.disputes).toMatchObject([
      { entry: 2, closed: { how: 'not-upheld', entry: 4, reason: 'it is right' } },
      { entry: 3, closed: null },
    ]);
    ledger.add(closing(3), '2025-07-21T13:00');
    expect(ledger.now.disputed).toBe(false);
  });

  test('is closed once, with a reason, and only where there is one', () => {
    const ledger = one().add(raised(), '2025-07-20T12:00');
    expect(ledger.try(closing(1), '2025-07-21T12:00')).toEqual({ why: 'no-open-dispute', entry: 1 });
    expect(ledger.try(closing(2, ' '), '2025-07-21T12:00')).toEqual({ why: 'missing', field: 'reason' });
    ledger.add(closing(2), '2025-07-21T12:00');
    expect(ledger.try(closing(2), '2025-07-21T13:00')).toEqual({ why: 'no-open-dispute', entry: 2 });
  });
});

describe('hiding', () => {
  test('keeps its reason until it is undone, and is neither done nor undone twice', () => {
    const ledger = one().add({ verb: 'hide', reason: 'twice' }, '2025-07-20T12:00');
    expect(ledger.now.hidden).toEqual({ reason: 'twice', recorded: ms('2025-07-20T12:00') });
    expect(ledger.try({ verb: 'hide', reason: 'x' }, '2025-07-20T13:00')).toEqual({
      why: 'nothing-to-change',
      of: { what: 'hidden' },
    });
    expect(ledger.try({ verb: 'unhide', reason: ' ' }, '2025-07-20T13:00')).toEqual({
      why: 'missing',
      field: 'reason',
    });
    ledger.add({ verb: 'unhide', reason: 'x' }, '2025-07-20T13:00');
    expect(ledger.now.hidden).toBeNull();
    expect(ledger.try({ verb: 'unhide', reason: 'x' }, '2025-07-20T14:00')).toEqual({
      why: 'nothing-to-change',
      of: { what: 'visible' },
    });
  });
});
