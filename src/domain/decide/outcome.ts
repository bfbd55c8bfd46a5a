/** Decides outcomes. */
import type { Effective } from '../corrections.js';
import { fold } from '../fold.js';
import type { CommandOf, NewEntry, Outcome, Statement } from '../entry.js';
import { findName } from '../names.js';
import { hasActed, hasComplied } from '../outcome.js';
import { refuse } from '../refusal.js';
import { checkReports } from '../reports.js';
import type { State } from '../state.js';
import { EVENT_RULES } from '../verbs.js';
import type { Chain, TargetOutcome } from '../ultimatum.js';
import type { When } from '../when.js';
import { isBefore } from '../world-order.js';
import { allOf, filledScope, firstOf, inChainState, linked, notInFuture, type Check } from './checks.js';
import { append, numberedAfter, scopedFields, type VerbContext, type Decision } from './context.js';

/** Which dates the two axes need (rules 15): both are asked for at once. */
function missingDates({ compliance, followThrough, complied, acted }: Outcome): Check {
  return allOf(
    hasComplied(compliance) && complied === null ? { why: 'needs-date', field: 'complied' } : null,
    hasActed(followThrough) && acted === null ? { why: 'needs-date', field: 'acted' } : null,
  );
}

/** Which dates the two axes allow (rules 15). */
function checkDates(outcome: Outcome, { ultimatum, now }: VerbContext): Check {
  const { compliance, followThrough, complied, acted } = outcome;
  const { stated, zone } = ultimatum;
  const sinceStated = (field: 'complied' | 'acted', when: When | null): Check =>
    when !== null && isBefore(when, stated)
      ? { why: 'before-record', field, stated: stated.start, zone }
      : null;
  if (!hasComplied(compliance) && complied !== null) return { why: 'date-without-axis', field: 'complied' };
  if (followThrough === 'not-due' && acted !== null) {
    return { why: 'impossible-outcome', compliance, followThrough, reason: 'not-due-acted' };
  }
  if (!hasActed(followThrough) && acted !== null) return { why: 'date-without-axis', field: 'acted' };
  return firstOf(
    () => notInFuture('complied', complied, now),
    () => notInFuture('acted', acted, now),
    () => sinceStated('complied', complied),
    () => sinceStated('acted', acted),
  );
}

/** Where the deadline stands for the targets that get this outcome. */
interface Measuring {
  readonly chain: Chain;
  /** What the fold makes of it once it is recorded. */
  readonly measured: TargetOutcome | undefined;
}

/** What the fold makes of an outcome for the targets it is for. */
function measuredBy(command: CommandOf<'outcome'>, context: VerbContext): readonly Measuring[] {
  const { stated, statements, outcome } = command;
  const event = { kind: 'outcome', outcome, ...scopedFields(command) } as const;
  const entry: NewEntry = { recorded: context.now, stated, by: context.by, statements, event };
  const added = numberedAfter(context.entries, [entry]);
  const after = fold([...context.entries, ...added]);
  const mine = after.outcomes.filter((recorded) => recorded.entry === added[0]?.seq);
  return context.ultimatum.chains.flatMap((chain) => {
    const measured = mine.find(({ target }) => chain.targets.includes(target));
    return measured === undefined && mine.length > 0 ? [] : [{ chain, measured }];
  });
}

/** The combinations that cannot be (rules 15, 16). Without a date there is no `latest` to wait for. */
function checkAxes(outcome: Outcome, { chain, measured }: Measuring, context: VerbContext): Check {
  const { compliance, followThrough, acted } = outcome;
  const impossible = (
    reason: 'none-before-latest' | 'none-not-due' | 'late-not-due' | 'threat-not-due',
  ): Check => ({ why: 'impossible-outcome', compliance, followThrough, reason });
  const ended = chain.withdrawn !== null || context.ultimatum.supersededBy !== null;
  const inForce = chain.suspended === null && !ended;
  const latest = chain.versions.at(-1)?.reading.latest;
  const running = inForce && latest !== undefined && context.now < latest;
  if (compliance === 'none' && followThrough === 'not-due' && inForce) return impossible('none-not-due');
  if (compliance === 'none' && running && acted === null) return impossible('none-before-latest');
  if (followThrough === 'none' && running) return impossible('threat-not-due');
  return measured?.late === true && followThrough === 'not-due' ? impossible('late-not-due') : null;
}

/** The targets as they are on record: an older one may hold characters that are no longer kept. */
function namedScope(
  { scope }: CommandOf<'outcome'>,
  { ultimatum }: VerbContext,
): readonly string[] | undefined {
  return scope?.map((name) => findName(ultimatum.targets, name) ?? name);
}

function checkTargets(scope: readonly string[] | undefined, context: VerbContext): Check {
  const { outcomes } = context.ultimatum;
  const taken = scope?.find((name) => outcomes.some(({ target }) => target === name));
  return filledScope(scope, context) ?? (taken === undefined ? null : { why: 'has-outcome', target: taken });
}

/** Statements recorded after the last revision (rules 17). */
function statementsSince(effective: readonly Effective[]): readonly Statement[] {
  const revisions = effective.filter((entry) => EVENT_RULES[entry.event.kind].revises);
  const last = Math.max(...revisions.map(({ seq }) => seq));
  return effective.filter(({ seq }) => seq > last).flatMap((entry) => entry.statements);
}

/** From which states an outcome can be recorded. */
const REVIEWABLE: readonly State[] = ['open', 'suspended', 'passed', 'withdrawn'];

/** Records what became of it for the targets named, else for all that have no outcome yet. */
export function recordOutcome(given: CommandOf<'outcome'>, context: VerbContext): Decision {
  const { outcome, statements, stated } = given;
  const scope = namedScope(given, context);
  const command = { ...given, ...(scope === undefined ? {} : { scope }) };
  const reports = [...statementsSince(context.effective), ...statements];
  const refusal = firstOf(
    () => checkTargets(scope, context),
    () => inChainState(context, 'outcome', scope, REVIEWABLE),
    () => notInFuture('stated', stated, context.now),
    () => allOf(missingDates(outcome), linked(statements) ?? checkReports(reports)),
    () => checkDates(outcome, context),
    () => {
      const all = measuredBy(command, context).map((one) => checkAxes(outcome, one, context));
      return all.find((check) => check !== null) ?? null;
    },
  );
  if (refusal !== null) return refuse(refusal);
  return append(context, command, { kind: 'outcome', outcome, ...scopedFields(command) });
}
