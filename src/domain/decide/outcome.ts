/** Decides outcomes: their dates, their combinations and their sources. */
import type { Effective } from '../corrections.js';
import type { Outcome, Statement, CommandOf } from '../entry.js';
import { EVENT_RULES } from '../verbs.js';
import { isLate } from '../measure.js';
import { hasActed, hasComplied } from '../outcome.js';
import { checkReports } from '../reports.js';
import { refuse } from '../refusal.js';
import { measurable } from '../fold.js';
import { findName } from '../names.js';
import { firstOf, inState, linked, notInFuture, type Check } from './checks.js';
import { append, type VerbContext, type Decision } from './context.js';
import type { RecordInstant } from '../instant.js';

/** Which dates the two axes need and allow (rules 15). */
function checkDates(outcome: Outcome, now: RecordInstant): Check {
  const { compliance, followThrough, complied, acted } = outcome;
  if (hasComplied(compliance) && complied === null) return { why: 'needs-date', field: 'complied' };
  if (!hasComplied(compliance) && complied !== null) return { why: 'date-without-axis', field: 'complied' };
  if (hasActed(followThrough) && acted === null) return { why: 'needs-date', field: 'acted' };
  if (followThrough === 'not-due' && acted !== null) {
    return { why: 'impossible-outcome', compliance, followThrough, reason: 'not-due-acted' };
  }
  if (!hasActed(followThrough) && acted !== null) return { why: 'date-without-axis', field: 'acted' };
  return notInFuture('complied', complied, now) ?? notInFuture('acted', acted, now);
}

/** The combinations that cannot be (rules 15). Without a date there is no `latest` to wait for. */
function checkAxes(outcome: Outcome, context: VerbContext): Check {
  const { compliance, followThrough, acted } = outcome;
  const impossible = (reason: 'none-before-latest' | 'none-not-due' | 'late-not-due'): Check => ({
    why: 'impossible-outcome',
    compliance,
    followThrough,
    reason,
  });
  const { ultimatum, now } = context;
  const withdrawn = ultimatum.withdrawn !== null;
  if (compliance === 'none') {
    const latest = ultimatum.versions.at(-1)?.reading.latest;
    if (followThrough === 'not-due' && !withdrawn && ultimatum.supersededBy === null) {
      return impossible('none-not-due');
    }
    if (latest !== undefined && now < latest && acted === null && !withdrawn) {
      return impossible('none-before-latest');
    }
  }
  const late = isLate(measurable(ultimatum), outcome);
  return late && followThrough === 'not-due' ? impossible('late-not-due') : null;
}

/** Statements recorded after the last revision (rules 17). */
function statementsSince(effective: readonly Effective[]): readonly Statement[] {
  const last = effective.findLastIndex((entry) => EVENT_RULES[entry.event.kind].revises);
  return effective.slice(last + 1).flatMap((entry) => entry.statements);
}

/** The target as it is on record, however its name was typed. */
function namedTarget(target: string | null, { ultimatum }: VerbContext): string | null {
  return target === null ? null : (findName(ultimatum.targets, target) ?? target);
}

function checkTarget(target: string | null, context: VerbContext): Check {
  const { targets, outcomes } = context.ultimatum;
  if (target === null) return null;
  if (!targets.includes(target)) return { why: 'unknown-target', given: target, targets };
  return outcomes.some((outcome) => outcome.target === target) ? { why: 'has-outcome', target } : null;
}

/**
 * Appends what became of the ultimatum for one target, or for all. Refuses axes that contradict each other or the
 * deadline.
 */
export function recordOutcome(command: CommandOf<'outcome'>, context: VerbContext): Decision {
  const { outcome } = command;
  const target = namedTarget(command.target, context);
  const refusal = firstOf(
    () => inState(context, 'outcome', ['open', 'suspended', 'passed', 'withdrawn']),
    () => checkTarget(target, context),
    () => notInFuture('stated', command.stated, context.now),
    () => checkDates(outcome, context.now),
    () => checkAxes(outcome, context),
    () => linked(command.statements),
    () => checkReports([...statementsSince(context.effective), ...command.statements]),
  );
  return refusal === null ? append(context, command, { kind: 'outcome', target, outcome }) : refuse(refusal);
}
