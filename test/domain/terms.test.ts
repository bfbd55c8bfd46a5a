/** What was asked and threatened, and when (rules 16, 19). */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/entry.js';
import { day, Ledger, outcome, recording, recordsOutcome, said } from './support.js';

const one = (more: object = {}) =>
  new Ledger().add({ ...recording(day('2025-09-02')), ...more }, '2025-07-14T20:00');
const terms = (stated: string, more: object): Command => ({
  verb: 'terms',
  demand: null,
  threat: null,
  targets: null,
  ...said(stated),
  ...more,
});

describe('the demand and the threat', () => {
  test('are those of the last change, which says what was asked before', () => {
    const {
      demand,
      threat,
      terms: changes,
      chains,
    } = one()
      .add(terms('2025-07-20', { demand: 'leave' }), '2025-07-20T12:00')
      .add(terms('2025-07-21', { threat: 'war' }), '2025-07-21T12:00').now;
    expect({ demand, threat }).toEqual({ demand: 'leave', threat: 'war' });
    expect(chains).toMatchObject([{ demand: 'leave', threat: 'war' }]);
    expect(changes).toMatchObject([
      {
        entry: 2,
        demand: 'leave',
        threat: null,
        targets: null,
        scope: null,
        was: { demand: 'agree to a ceasefire in Ukraine', threat: '"severe tariffs"' },
      },
      { entry: 3, demand: null, threat: 'war', was: { demand: 'leave', threat: '"severe tariffs"' } },
    ]);
  });

  test('of an outcome are those that held when the demand was met, or at the end of the deadline', () => {
    const changed = () => one().add(terms('2025-08-20', { demand: 'leave' }), '2025-08-20T12:00');
    const demandOf = (complied: string) =>
      changed().add(recordsOutcome(outcome('full', 'none', { complied }), '2025-09-04'), '2025-09-04T12:00')
        .now.outcomes[0]?.demand;
    expect(demandOf('2025-08-10')).toBe('agree to a ceasefire in Ukraine');
    expect(demandOf('2025-08-20')).toBe('agree to a ceasefire in Ukraine');
    expect(demandOf('2025-08-25')).toBe('leave');
    const unmet = changed().add(
      recordsOutcome(outcome('none', 'none'), '2025-09-04'),
      '2025-09-04T12:00',
    ).now;
    expect(unmet.outcomes[0]?.demand).toBe('leave');
  });

  test('are not changed to what they are, nor by nobody, nor for a target that has its outcome', () => {
    const two = () => one({ targets: ['Russia', 'Belarus'] });
    const same = { why: 'nothing-to-change', of: { what: 'terms' } };
    const now = '2025-07-20T12:00';
    expect(two().try(terms('2025-07-20', {}), now)).toEqual(same);
    expect(two().try(terms('2025-07-20', { demand: 'agree to a ceasefire in Ukraine' }), now)).toEqual(same);
    expect(two().try(terms('2025-07-20', { threat: '"severe tariffs"' }), now)).toEqual(same);
    expect(two().try(terms('2025-07-20', { targets: ['Russia', 'Belarus'] }), now)).toEqual(same);
    expect(two().try(terms('2025-07-20', { targets: [] }), now)).toEqual(same);
    expect(two().try(terms('2025-07-22', { demand: 'leave' }), now)).toMatchObject({
      why: 'stated-in-future',
    });
    const met = two().add(
      recordsOutcome(outcome('full', 'not-due', { complied: '2025-07-18' }), '2025-07-18', 'Belarus'),
      now,
    );
    expect(met.try(terms('2025-07-20', { targets: ['Russia'] }), now)).toEqual({
      why: 'has-outcome',
      target: 'Belarus',
    });
    expect(met.add(terms('2025-07-20', { targets: ['Belarus'] }), now).now.state).toBe('resolved');
  });

  test('for one target leave the other as it was', () => {
    const ledger = one({ targets: ['Russia', 'Belarus'] }).add(
      terms('2025-07-20', { demand: 'leave', scope: ['Belarus'] }),
      '2025-07-20T12:00',
    );
    expect(ledger.now.chains.map(({ targets, demand }) => [targets, demand])).toEqual([
      [['Russia'], 'agree to a ceasefire in Ukraine'],
      [['Belarus'], 'leave'],
    ]);
    expect(ledger.now.terms).toMatchObject([{ scope: ['Belarus'] }]);
    expect(ledger.try(terms('2025-07-21', { demand: 'leave' }), '2025-07-21T12:00')).toBeNull();
    expect(ledger.now.chains).toHaveLength(1);
  });
});
