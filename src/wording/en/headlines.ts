/** Headlines in English. */
import type { HeadlineVerdict } from '../../domain/headline.js';
import type { Text } from '../parts.js';
import { plural } from './plural.js';
import { t } from '../text.js';

const verdicts: Readonly<Record<HeadlineVerdict['what'], Text>> = {
  met: t`Met`,
  'met-punished-in-part': t`Met, punished in part`,
  'met-punished': t`Met, punished anyway`,
  settled: t`Settled`,
  'settled-under-measures': t`Settled under measures`,
  'partly-met': t`Partly met`,
  'partly-met-not-carried-out': t`Partly met, not carried out`,
  'partly-met-partly-carried-out': t`Partly met, partly carried out`,
  'partly-met-carried-out': t`Partly met, carried out`,
  'not-met': t`Not met`,
  'not-met-not-carried-out': t`Not met, not carried out`,
  'not-met-partly-carried-out': t`Not met, partly carried out`,
  'not-met-carried-out': t`Not met, carried out`,
  'complied-late': t`Complied late`,
  'complied-late-measures': t`Complied late, measures`,
  'complied-under-measures': t`Complied under measures`,
  complied: t`Complied`,
  'complied-punished-in-part': t`Complied, punished in part`,
  'complied-punished': t`Complied, punished anyway`,
  unresolved: t`Unresolved`,
  withdrawn: t`Withdrawn`,
};

export const headlines = {
  verdicts,
  undated: (verdict: Text): Text => t`${verdict}, no deadline`,
  early: (verdict: Text): Text => t`${verdict} early`,
  late: (verdict: Text): Text => t`${verdict} late`,
  thenWithdrawn: (verdict: Text): Text => t`${verdict}, then withdrawn`,
  open: t`Open`,
  openUndated: t`Open, no date`,
  suspended: (day: Text): Text => t`Suspended since ${day}`,
  passed: t`Passed, not yet reviewed`,
  superseded: (other: Text): Text => t`Superseded by ${other}`,
  incomplete: (recorded: number, targets: number): Text => t`${recorded} of ${targets} recorded`,
  split: (parts: Text): Text => t`Split: ${parts}`,
  /** One verdict of several, and of how many targets it is. */
  share: (verdict: Text, targets: number): Text => t`${verdict} (${targets})`,
  betweenShares: t`; `,
  moves: (count: number): Text => plural(count, { one: t`(after 1 move)`, other: t`(after ${count} moves)` }),
  withMoves: (headline: Text, moves: Text): Text => t`${headline} ${moves}`,
};
