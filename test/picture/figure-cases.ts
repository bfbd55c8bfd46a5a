/** Records of so many cases, from which pictures of figures are drawn. */
import type { CountedCase } from '../../src/domain/figures/record.js';
import { DAY } from '../../src/domain/durations.js';

export const NOW = Date.parse('2026-11-29T12:00:00Z');
const FIRST = Date.parse('2025-01-06T12:00:00Z');

const DEMANDS = ['met', 'not-met', 'not-met', 'settled', 'late', 'partly', 'not-met', 'mixed'] as const;
const THREATS = ['not-due', 'full', 'none', 'not-due', 'partial', 'none', 'substitute', 'full'] as const;

/** One of a row of cases: every fifth still runs, every third was moved later. */
function caseAt(index: number): CountedCase {
  const stated = FIRST + index * 9 * DAY;
  const runs = index % 5 === 4;
  const moved = index % 3 === 1;
  const firstLatest = stated + 30 * DAY;
  const threat = THREATS[index % THREATS.length] ?? 'none';
  return {
    leftOut: null,
    state: runs ? 'open' : 'resolved',
    end: runs ? null : 'resolved',
    stated,
    firstLatest,
    lastLatest: runs ? NOW + 5 * DAY : firstLatest + (moved ? 10 * DAY : 0),
    firstMove: moved ? stated + 20 * DAY : null,
    ended: runs ? null : stated + (25 + ((index * 7) % 60)) * DAY,
    moves: moved ? 1 : 0,
    shortened: 0,
    extended: moved ? 1 : 0,
    revived: 0,
    slip: moved ? 10 : 0,
    demand: runs ? null : (DEMANDS[index % DEMANDS.length] ?? 'met'),
    metFirst: index % 8 === 0,
    threat: runs ? null : threat,
    punishedAnyway: false,
    timing: !runs && threat === 'full' ? 'on-time' : null,
    lag: null,
    lifted: null,
    undone: null,
    wellSourced: index % 2 === 0,
    disputed: false,
    joint: index % 10 === 0,
  };
}

/** So many cases. */
export const casesOf = (count: number): readonly CountedCase[] =>
  Array.from({ length: count }, (_, index) => caseAt(index));
