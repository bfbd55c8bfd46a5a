/** Headlines in English. */
import type { Reversal } from '../../domain/entry.js';
import type { VerdictKind } from '../../domain/verdict.js';
import type { Text } from '../parts.js';
import { plural } from './plural.js';
import { t } from '../text.js';

const verdicts: Readonly<Record<VerdictKind, Text>> = {
  met: t`Met`,
  'met-punished-in-part': t`Met, punished in part`,
  'met-punished': t`Met, punished anyway`,
  'met-under-measures': t`Met under measures`,
  'met-under-measures-in-part': t`Met under measures in part`,
  'met-same-day': t`Met, carried out the same day`,
  'met-same-day-in-part': t`Met, partly carried out the same day`,
  'met-order-unknown': t`Met, carried out (order not known)`,
  'met-order-unknown-in-part': t`Met, partly carried out (order not known)`,
  settled: t`Settled`,
  'settled-under-measures': t`Settled under measures`,
  'settled-late': t`Settled late`,
  'settled-late-measures': t`Settled late, measures`,
  'settled-paused': t`Settled while paused`,
  'settled-paused-partly-carried-out': t`Settled while paused, partly carried out`,
  'settled-paused-carried-out': t`Settled while paused, carried out`,
  'partly-met': t`Partly met`,
  'partly-met-not-carried-out': t`Partly met, not carried out`,
  'partly-met-partly-carried-out': t`Partly met, partly carried out`,
  'partly-met-carried-out': t`Partly met, carried out`,
  'partly-met-paused': t`Partly met while paused`,
  'partly-met-paused-partly-carried-out': t`Partly met while paused, partly carried out`,
  'partly-met-paused-carried-out': t`Partly met while paused, carried out`,
  'not-met': t`Not met`,
  'not-met-not-carried-out': t`Not met, not carried out`,
  'not-met-partly-carried-out': t`Not met, partly carried out`,
  'not-met-carried-out': t`Not met, carried out`,
  'complied-late': t`Complied late`,
  'complied-late-measures': t`Complied late, measures`,
  'complied-under-measures': t`Complied under measures`,
  'complied-under-measures-in-part': t`Complied under measures in part`,
  'complied-paused': t`Complied while paused`,
  'complied-paused-partly-carried-out': t`Complied while paused, partly carried out`,
  'complied-paused-carried-out': t`Complied while paused, carried out`,
  'complied-same-day': t`Complied, carried out the same day`,
  'complied-same-day-in-part': t`Complied, partly carried out the same day`,
  'complied-order-unknown': t`Complied, carried out (order not known)`,
  'complied-order-unknown-in-part': t`Complied, partly carried out (order not known)`,
  complied: t`Complied`,
  'complied-punished-in-part': t`Complied, punished in part`,
  'complied-punished': t`Complied, punished anyway`,
  unresolved: t`Unresolved`,
  withdrawn: t`Withdrawn`,
};

/** What was undone later, behind everything else. */
const reversed: Readonly<Record<Reversal['what'], Readonly<Record<Reversal['extent'], Text>>>> = {
  'measures-lifted': { full: t`later lifted`, partial: t`later lifted in part` },
  'compliance-undone': { full: t`later undone`, partial: t`later undone in part` },
};

export const headlines = {
  verdicts,
  reversed,
  undated: (verdict: Text): Text => t`${verdict}, no deadline`,
  early: (verdict: Text): Text => t`${verdict} early`,
  late: (verdict: Text): Text => t`${verdict} late`,
  thenWithdrawn: (verdict: Text): Text => t`${verdict}, then withdrawn`,
  open: t`Open`,
  openUndated: t`Open, no date`,
  suspended: (day: Text): Text => t`Suspended since ${day}`,
  passed: t`Passed, not yet reviewed`,
  superseded: (other: Text): Text => t`Superseded by ${other}`,
  /** `1 of 3 recorded: Met`. */
  incomplete: (recorded: number, targets: number, shares: Text): Text =>
    t`${recorded} of ${targets} recorded: ${shares}`,
  split: (parts: Text): Text => t`Split: ${parts}`,
  /** One verdict of several, and of how many targets it is. */
  share: (verdict: Text, targets: number): Text => t`${verdict} (${targets})`,
  betweenShares: t`; `,
  moves: (count: number): Text => plural(count, { one: t`(after 1 move)`, other: t`(after ${count} moves)` }),
  withReversal: (headline: Text, reversal: Text): Text => t`${headline}; ${reversal}`,
  withMoves: (headline: Text, moves: Text): Text => t`${headline} ${moves}`,
};
