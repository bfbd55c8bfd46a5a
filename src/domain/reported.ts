/** When an outcome or a reversal was stated, where nobody says so (rules 14). */
import type { CommandOf } from './entry.js';
import type { RecordInstant } from './instant.js';
import { namedIn } from './chains.js';
import type { Chain, Ultimatum } from './ultimatum.js';
import { at, type When } from './when.js';

/** When what a target owed was over: its deadline, or the withdrawal before it; null where none is in force. */
function endOf({ versions, state, withdrawn }: Chain): When | null {
  const latest = versions.at(-1)?.reading.latest ?? null;
  if (withdrawn !== null) return latest === null || withdrawn.start < latest ? withdrawn : at(latest);
  return latest === null || state === 'suspended' ? null : at(latest);
}

/** The last of these moments; null where it is still to come at `now` (ms UTC), or there is none. */
function lastOf(moments: readonly (When | null)[], now: RecordInstant): When | null {
  const known = moments.filter((moment) => moment !== null);
  const last = known.toSorted((a, b) => a.start - b.start).at(-1) ?? null;
  return last === null || last.start > now ? null : last;
}

/**
 * When an outcome is taken to have been reported: the latest of what both sides did and, where the demand was not met in
 * full, of the deadline that it is measured against. Null where that is later than `now` (ms UTC) or not known.
 */
export function outcomeReportedAt(
  { outcome, scope }: Pick<CommandOf<'outcome'>, 'outcome' | 'scope'>,
  { chains, targets, outcomes }: Pick<Ultimatum, 'chains' | 'targets' | 'outcomes'>,
  now: RecordInstant,
): When | null {
  const open = targets.filter((target) => outcomes.every((recorded) => recorded.target !== target));
  const meant = scope === undefined ? open : namedIn(targets, scope);
  const concerned = chains.filter((chain) => chain.targets.some((target) => meant.includes(target)));
  const missed = outcome.compliance === 'none' || outcome.compliance === 'partial';
  return lastOf([outcome.complied, outcome.acted, ...(missed ? concerned.map(endOf) : [])], now);
}

/** When a reversal is taken to have been reported: when it happened; null where that is later than `now` (ms UTC). */
export function reversalReportedAt(when: When, now: RecordInstant): When | null {
  return lastOf([when], now);
}
