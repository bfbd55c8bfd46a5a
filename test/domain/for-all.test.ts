/** An entry that names no target is for those that it fits (rules 27), and names follow corrections. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/entry.js';
import { withAdded } from '../../src/domain/decide/context.js';
import { day, Ledger, ms, outcome, recording, recordsOutcome, said } from './support.js';

type Scope = { readonly scope?: readonly string[] };
const [CANADA, MEXICO] = [{ scope: ['Canada'] }, { scope: ['Mexico'] }];

const both = (): Ledger =>
  new Ledger().add(
    { ...recording(day('2025-02-10'), '2025-02-01'), targets: ['Canada', 'Mexico'] },
    '2025-02-01T20:00',
  );
const move = (to: string, stated: string, scope: Scope = {}): Command => ({
  verb: 'move',
  deadline: day(to),
  ...said(stated),
  ...scope,
});
const suspend = (stated: string, scope: Scope = {}): Command => ({
  verb: 'suspend',
  ...said(stated),
  ...scope,
});
const resume = (to: string, stated: string): Command => ({
  verb: 'resume',
  deadline: day(to),
  ...said(stated),
});
const withdraw = (stated: string, scope: Scope): Command => ({ verb: 'withdraw', ...said(stated), ...scope });
const terms = (stated: string, targets: readonly string[]): Command => ({
  verb: 'terms',
  demand: null,
  threat: null,
  targets,
  ...said(stated),
});
const states = ({ now }: Ledger) =>
  Object.fromEntries(now.chains.flatMap(({ targets, state }) => targets.map((name) => [name, state])));
const deadlines = ({ now }: Ledger) =>
  Object.fromEntries(
    now.chains.flatMap(({ targets, versions }) =>
      targets.map((name) => [name, versions.at(-1)?.reading.words]),
    ),
  );
const met = (stated: string, target: string) =>
  recordsOutcome(outcome('full', 'not-due', { complied: stated }), stated, target);

describe('for all, it is a suspension', () => {
  test('of the deadline that runs, and not of what was withdrawn', () => {
    const ledger = both()
      .add(withdraw('2025-02-02', MEXICO), '2025-02-02T12:00')
      .add(suspend('2025-02-03'), '2025-02-03T12:00');
    expect(states(ledger)).toEqual({ Canada: 'suspended', Mexico: 'withdrawn' });
  });

  test('of the deadline that runs, and not of what has passed', () => {
    const ledger = both()
      .add(move('2025-03-04', '2025-02-03', MEXICO), '2025-02-03T12:00')
      .lapse('2025-02-11')
      .add(suspend('2025-02-12'), '2025-02-12T12:00');
    expect(states(ledger)).toEqual({ Canada: 'passed', Mexico: 'suspended' });
  });
});

describe('for all, a new deadline is', () => {
  test('for those whose deadline runs or has passed, and not for what is suspended', () => {
    const paused = both()
      .add(suspend('2025-02-02', MEXICO), '2025-02-02T12:00')
      .add(move('2025-03-04', '2025-02-03'), '2025-02-03T12:00');
    expect(deadlines(paused)).toEqual({ Canada: '2025-03-04', Mexico: '2025-02-10' });
    const passed = both()
      .add(move('2025-03-04', '2025-02-03', MEXICO), '2025-02-03T12:00')
      .lapse('2025-02-11')
      .add(move('2025-04-01', '2025-02-12'), '2025-02-12T12:00');
    expect(deadlines(passed)).toEqual({ Canada: '2025-04-01', Mexico: '2025-04-01' });
    expect(states(passed)).toEqual({ Canada: 'open', Mexico: 'open' });
  });

  test('where it ends a suspension, for what is suspended alone', () => {
    const ledger = both()
      .add(suspend('2025-02-02', MEXICO), '2025-02-02T12:00')
      .add(resume('2025-03-04', '2025-02-03'), '2025-02-03T12:00');
    expect(deadlines(ledger)).toEqual({ Canada: '2025-02-10', Mexico: '2025-03-04' });
    expect(states(ledger)).toEqual({ Canada: 'open', Mexico: 'open' });
  });
});

describe('what became of one target', () => {
  test('resolves no other, also where one joins it later', () => {
    const ledger = both()
      .add(met('2025-02-02', 'Mexico'), '2025-02-03T12:00')
      .add(terms('2025-02-04', ['Canada', 'Mexico', 'Peru']), '2025-02-04T12:00');
    expect(states(ledger)).toEqual({ Canada: 'open', Mexico: 'resolved', Peru: 'open' });
    expect(ledger.now.state).toBe('open');
  });

  test('says who saw to it only where that is known', () => {
    const { outcomes } = both()
      .add(met('2025-02-02', 'Mexico'), '2025-02-03T12:00')
      .add({ ...met('2025-02-02', 'Canada'), actor: 'the court' }, '2025-02-03T12:00').now;
    expect(outcomes[0]).not.toHaveProperty('actor');
    expect(outcomes[1]).toHaveProperty('actor', 'the court');
  });

  test('leaves superseded what was superseded, in the history of an older release', () => {
    const replaced = both().add(
      { verb: 'replace', by: 2, self: 1, ...said('2025-02-03') },
      '2025-02-03T12:00',
    );
    const { stated, statements, outcome: one } = met('2025-02-02', 'Mexico');
    const event = { kind: 'outcome', outcome: one } as const;
    const recorded = ms('2025-02-04');
    replaced.entries = withAdded(replaced.entries, [{ recorded, stated, statements, by: null, event }]);
    expect(replaced.now.state).toBe('superseded');
    expect(states(replaced)).toEqual({ Canada: 'superseded', Mexico: 'superseded' });
  });
});

test('an entry follows the name of its target through a correction, and back where that is taken back', () => {
  const ledger = both().add(move('2025-03-04', '2025-02-03', CANADA), '2025-02-03T12:00');
  const correction = { verb: 'correct', entry: 1, reason: 'misspelt' } as const;
  ledger.add(
    { ...correction, fields: { targets: ['Kanada', 'Mexico'] }, removes: false },
    '2025-02-04T12:00',
  );
  expect(deadlines(ledger)).toEqual({ Kanada: '2025-03-04', Mexico: '2025-02-10' });
  ledger.add({ ...correction, entry: 3, fields: {}, removes: true }, '2025-02-04T13:00');
  expect(deadlines(ledger)).toEqual({ Canada: '2025-03-04', Mexico: '2025-02-10' });
});
