import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/entry.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { narrowedTo, standing } from '../../src/domain/standing.js';
import { inEnglish } from '../support/headline.js';
import { day, instant, Ledger, outcome, primary, recording, recordsOutcome, said } from './support.js';

const both = (): Ledger =>
  new Ledger().add(
    { ...recording(day('2025-02-03'), '2025-02-01'), targets: ['Canada', 'Mexico'] },
    '2025-02-01T20:00',
  );

const move = (to: string, stated: string, scope?: readonly string[]): Command => ({
  verb: 'move',
  deadline: day(to),
  ...said(stated),
  ...(scope === undefined ? {} : { scope }),
});

const resume = (to: string, stated: string, scope: readonly string[]): Command => ({
  verb: 'resume',
  deadline: day(to),
  ...said(stated),
  scope,
});

const pause = (stated: string, scope: readonly string[], actor?: string): Command => ({
  verb: 'suspend',
  scope,
  ...said(stated),
  ...(actor === undefined ? {} : { actor }),
});

describe('an entry for some of the targets (rules 27)', () => {
  test('moves the deadline of those alone', () => {
    const { chains, inForce, moves, versions } = both().add(
      move('2025-03-04', '2025-02-03', ['mexico']),
      '2025-02-03T12:00',
    ).now;
    expect(
      chains.map(({ targets, versions: lines, moves: count }) => [targets, lines.length, count]),
    ).toEqual([
      [['Canada'], 1, 0],
      [['Mexico'], 2, 1],
    ]);
    expect(inForce?.number).toBe(1);
    expect(moves).toBe(1);
    expect(versions.map(({ number, targets }) => [number, targets])).toEqual([
      [1, null],
      [2, ['Mexico']],
    ]);
    expect(versions[0]?.became).toMatchObject([{ kind: 'moved', targets: ['Mexico'] }]);
  });

  test('shows targets together again once their deadlines are equal in every line', () => {
    const ledger = both().add(move('2025-03-04', '2025-02-03', ['Canada', 'Mexico']), '2025-02-03T12:00');
    expect(ledger.now.chains.map(({ targets }) => targets)).toEqual([['Canada', 'Mexico']]);
  });

  test('pauses one, and the clock lets the deadline of the other pass', () => {
    const ledger = both()
      .add(pause('2025-02-03T10:32', ['Mexico'], 'the Supreme Court'), '2025-02-03T12:00')
      .lapse('2025-02-05');
    expect(ledger.now.chains.map(({ state }) => state)).toEqual(['passed', 'suspended']);
    expect(ledger.now.state).toBe('passed');
    const [line] = ledger.now.versions;
    expect(line?.became).toMatchObject([
      { kind: 'passed', targets: ['Canada'] },
      { kind: 'suspended', targets: ['Mexico'], actor: 'the Supreme Court' },
    ]);
    expect(standing(ledger.now, 'passed').map(({ number }) => number)).toEqual([1]);
    const [passed] = standing(ledger.now, 'passed');
    expect(passed && narrowedTo(ledger.now, passed).targets).toEqual(['Canada']);
  });

  test('names all whose deadlines end together in the post that tells of one of them', () => {
    const moved = both()
      .add(move('2025-03-04', '2025-02-03', ['Mexico']), '2025-02-03T12:00')
      .add(pause('2025-02-03', ['Canada']), '2025-02-03T13:00')
      .add(resume('2025-03-04', '2025-02-05', ['Canada']), '2025-02-05T12:00');
    const named = (ultimatum: Ultimatum, state: 'open' | 'passed') =>
      standing(ultimatum, state).map((version) => [version.number, narrowedTo(ultimatum, version).targets]);
    const all = ['Canada', 'Mexico'];
    expect(named(moved.now, 'open')).toEqual([
      [3, all],
      [2, all],
    ]);
    const over = moved.lapse('2025-03-05').now;
    expect(named(over, 'passed')).toEqual([
      [3, all],
      [2, all],
    ]);
  });

  test('leaves out what has an outcome: a later entry for all is for those that are still open', () => {
    const ledger = both()
      .add(
        recordsOutcome(outcome('full', 'not-due', { complied: '2025-02-02' }), '2025-02-02', 'Mexico'),
        '2025-02-02T20:00',
      )
      .add(move('2025-03-04', '2025-02-03'), '2025-02-03T12:00');
    expect(ledger.now.chains.map(({ targets, state, moves }) => [targets, state, moves])).toEqual([
      [['Canada'], 'open', 1],
      [['Mexico'], 'resolved', 0],
    ]);
    expect(inEnglish(ledger.now.headline)).toBe('1 of 2 recorded: Met');
  });

  test('measures each target against its own deadline', () => {
    const late = outcome('full', 'none', { complied: '2025-02-20' });
    const ledger = both()
      .add(move('2025-03-04', '2025-02-03', ['Mexico']), '2025-02-03T12:00')
      .lapse('2025-03-06')
      .add(recordsOutcome(late, '2025-03-06'), '2025-03-06T12:00');
    expect(inEnglish(ledger.now.headline)).toBe('Split: Complied late (1); Met (1)');
    expect(ledger.now.state).toBe('resolved');
  });

  test('is refused for somebody of whom nothing is demanded, and where it does not fit', () => {
    expect(both().try(move('2025-03-04', '2025-02-03', ['Peru']), '2025-02-03T12:00')).toMatchObject({
      why: 'unknown-target',
      given: 'Peru',
    });
    const paused = both().add(pause('2025-02-02', ['Mexico']), '2025-02-02T20:00');
    expect(paused.try(move('2025-03-04', '2025-02-03', ['Mexico']), '2025-02-03T12:00')).toMatchObject({
      why: 'wrong-state',
      state: 'suspended',
    });
    expect(paused.try(move('2025-03-04', '2025-02-03'), '2025-02-03T12:00')).toBeNull();
  });

  test('passes each deadline once, at its own end', () => {
    const ledger = both()
      .add(
        { verb: 'move', deadline: instant('2025-02-03T17:00'), scope: ['Canada'], ...said('2025-02-02') },
        '2025-02-02T20:00',
      )
      .lapse('2025-02-10');
    const passed = ledger.entries.flatMap(({ event }) => (event.kind === 'passed' ? [event.scope] : []));
    expect(passed).toEqual([['Canada'], ['Mexico']]);
    expect(ledger.lapse('2025-02-11').entries).toHaveLength(4);
  });
});

describe('a reversal (rules 29)', () => {
  const punished = () =>
    both().add(
      recordsOutcome(outcome('none', 'full', { acted: '2025-02-04' }), '2025-02-04', 'Mexico'),
      '2025-02-05T20:00',
    );
  const lift = (when: string, extent: 'full' | 'partial' = 'full'): Command => ({
    verb: 'reverse',
    what: 'measures-lifted',
    extent,
    when: { start: Date.parse(when), end: Date.parse(when) },
    scope: ['Mexico'],
    ...said(when, primary),
  });

  test('is added to the headline of its target and changes neither side', () => {
    const ledger = punished().add(lift('2025-03-06T12:00:00Z', 'partial'), '2025-03-07');
    const [recorded] = ledger.now.outcomes;
    expect(recorded && inEnglish(recorded.headline)).toBe('Not met, carried out; later lifted in part');
    expect(recorded?.outcome).toMatchObject({ compliance: 'none', followThrough: 'full' });
  });

  test('is not said of another target that met the same', () => {
    const ledger = punished()
      .add(
        recordsOutcome(outcome('none', 'full', { acted: '2025-02-04' }), '2025-02-04', 'Canada'),
        '2025-02-05T21:00',
      )
      .add(lift('2025-03-06T12:00:00Z'), '2025-03-07');
    const lines = ledger.now.outcomes.map(({ target, headline }) => [target, inEnglish(headline)]);
    expect(Object.fromEntries(lines)).toEqual({
      Mexico: 'Not met, carried out; later lifted',
      Canada: 'Not met, carried out',
    });
  });

  test('needs something to undo, and comes after it', () => {
    expect(both().try(lift('2025-03-06T12:00:00Z'), '2025-03-07')).toEqual({
      why: 'nothing-to-reverse',
      what: 'measures-lifted',
    });
    expect(punished().try(lift('2025-02-02T12:00:00Z'), '2025-03-07')).toMatchObject({
      why: 'before-reversed',
    });
  });
});
