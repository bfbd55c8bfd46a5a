import { describe, expect, it } from 'vitest';
import type { Outcome, Statement } from '../../../src/domain/entry.js';
import { caseFacts } from '../../../src/domain/figures/case.js';
import { figuresOf } from '../../../src/domain/figures/record.js';
import type { RecordInstant } from '../../../src/domain/instant.js';
import { day, Ledger, ms, outcome, primary, recording, recordsOutcome, report, said } from '../support.js';

/** Fifty days, and what was recorded of it by 10 September. */
function resolved(given: Outcome, prepare: (ledger: Ledger) => void = () => undefined) {
  const ledger = new Ledger().add(recording(day('2025-09-02')), ms('2025-07-14T18:00'));
  prepare(ledger);
  ledger.lapse(ms('2025-09-03T12:00'));
  ledger.add(recordsOutcome(given, '2025-09-10'), ms('2025-09-10T18:00'));
  return caseFacts(ledger.now);
}

describe('what became of a demand', () => {
  it.each([
    ['met', outcome('full', 'not-due', { complied: '2025-08-01' })],
    ['met', outcome('full', 'full', { complied: '2025-08-01', acted: '2025-07-20' })],
    ['settled', outcome('negotiated', 'not-due', { complied: '2025-08-01' })],
    ['late', outcome('full', 'none', { complied: '2025-09-05' })],
    ['partly', outcome('partial', 'none', { complied: '2025-08-01' })],
    ['not-met', outcome('none', 'none')],
    ['not-codable', outcome('not-codable', 'none')],
  ])('is %s', (demand, given) => {
    expect(resolved(given).demand).toBe(demand);
  });

  it('is measured against the first deadline as well as against the one in force', () => {
    const later = outcome('full', 'none', { complied: '2025-09-05' });
    const facts = resolved(later, (ledger) =>
      ledger.add(
        { verb: 'move', deadline: day('2025-09-08'), ...said('2025-08-20') },
        ms('2025-08-20T18:00'),
      ),
    );
    expect(facts).toMatchObject({ demand: 'met', metFirst: false, moves: 1, extended: 1, slip: 6 });
  });

  it('has no deadline to be measured against where none was stated', () => {
    const ledger = new Ledger().add(recording(null), ms('2025-07-14T18:00'));
    const met = outcome('full', 'not-due', { complied: '2025-08-01' });
    ledger.add(recordsOutcome(met, '2025-08-02'), ms('2025-08-02T18:00'));
    expect(caseFacts(ledger.now)).toMatchObject({
      demand: 'no-deadline',
      firstLatest: null,
      end: 'resolved',
    });
  });
});

describe('what became of a threat', () => {
  it.each([
    ['not-due', outcome('full', 'not-due', { complied: '2025-08-01' })],
    ['full', outcome('none', 'full', { acted: '2025-09-04' })],
    ['partial', outcome('none', 'partial', { acted: '2025-09-04' })],
    ['substitute', outcome('none', 'substitute', { acted: '2025-09-04' })],
    ['none', outcome('partial', 'none', { complied: '2025-08-01' })],
    ['none', outcome('full', 'none', { complied: '2025-09-05' })],
    ['not-codable', outcome('none', 'not-codable')],
  ])('is %s', (threat, given) => {
    expect(resolved(given).threat).toBe(threat);
  });

  it('fell due where the measures came before the compliance', () => {
    const underMeasures = outcome('full', 'full', { complied: '2025-08-01', acted: '2025-07-20' });
    expect(resolved(underMeasures)).toMatchObject({ threat: 'full', punishedAnyway: false });
  });

  it('never fell due where the demand had been met before it was carried out', () => {
    const anyway = outcome('full', 'full', { complied: '2025-08-01', acted: '2025-08-05' });
    expect(resolved(anyway)).toMatchObject({ threat: 'not-due', punishedAnyway: true });
  });

  it.each([
    ['early', '2025-07-20', -44],
    ['on-time', '2025-09-03', 1],
    ['late', '2025-09-09', 7],
  ])('was carried out %s on %s', (timing, acted, lag) => {
    expect(resolved(outcome('none', 'full', { acted }))).toMatchObject({ timing, lag });
  });
});

describe('a case', () => {
  const record = (...statements: Statement[]) =>
    new Ledger().add(
      { ...recording(day('2025-09-02')), ...said('2025-07-14', ...statements) },
      ms('2025-07-14T18:00'),
    );

  it('without any source is left out', () => {
    const statement = report('cnn.com', { url: null, grade: 'unsourced', quote: 'fifty days' });
    expect(caseFacts(record(statement).now).leftOut).toBe('unsourced');
  });

  it('that is hidden is left out', () => {
    const ledger = record().add({ verb: 'hide', reason: 'twice' }, ms('2025-07-15T18:00'));
    expect(caseFacts(ledger.now).leftOut).toBe('hidden');
  });

  it('is well sourced with two outlets, or with one and a record', () => {
    const wellSourced = (...statements: Statement[]) => caseFacts(record(...statements).now).wellSourced;
    expect(wellSourced(report('cnn.com'), report('cnn.com'))).toBe(false);
    expect(wellSourced(report('cnn.com'), report('bbc.com'))).toBe(true);
    expect(wellSourced(report('cnn.com'), primary)).toBe(true);
  });
});

describe('figures', () => {
  const at = (now: RecordInstant) => {
    const ledger = new Ledger().add(recording(day('2025-09-02')), ms('2025-07-14T18:00'));
    return figuresOf([{ ...caseFacts(ledger.now), joint: false }], now);
  };

  it('count a deadline as not moved only once it is over', () => {
    expect(at(ms('2025-08-01')).moves.moved.n).toBe(0);
    expect(at(ms('2025-09-03')).moves.moved).toEqual({ count: 0, n: 1 });
  });

  it('tell what runs from what waits for a review', () => {
    expect(at(ms('2025-08-01'))).toMatchObject({ running: 1, notReviewed: 0 });
    expect(at(ms('2025-09-03'))).toMatchObject({ running: 0, notReviewed: 1 });
  });

  it('watch an open case until now', () => {
    expect(at(ms('2025-08-13')).outcome).toMatchObject({ n: 1, events: 0, median: null });
  });

  it('call a threat lapsed thirty days after the deadline', () => {
    const facts = { ...resolved(outcome('none', 'none')), joint: false };
    expect(figuresOf([facts], ms('2025-10-02')).threat.lapsed).toBe(0);
    expect(figuresOf([facts], ms('2025-10-03')).threat.lapsed).toBe(1);
  });

  it('say how many are left out and count them nowhere', () => {
    const facts = { ...resolved(outcome('none', 'none')), leftOut: 'unsourced', joint: false } as const;
    expect(figuresOf([facts], ms('2025-10-03'))).toMatchObject({ cases: 0, leftOut: { unsourced: 1 } });
  });
});
