/** Decides moves, suspensions, resumptions, withdrawals and replacements. */
import { isDated } from '../reading.js';
import { refuse } from '../refusal.js';
import { revisionOf } from '../versions.js';
import { isZone } from '../when.js';
import { firstOf, inOrder, inState, notInFuture, sourced, type Check } from './checks.js';
import { append, type VerbContext, type Decision } from './context.js';
import type { Command, CommandOf, Evidence, LedgerEvent } from '../entry.js';
import type { State } from '../state.js';

type Revising = Extract<Command, Evidence>;

/** What every revision needs: a statement, not in the future, not before the last one (rules 9). */
function checkSaid(command: Revising, context: VerbContext): Check {
  return firstOf(
    () => sourced(command.verb, command.statements),
    () => notInFuture('stated', command.stated, context.now),
    () => inOrder(context, command.stated),
  );
}

/** A new deadline: what people call a move, or the end of a suspension. */
export function moveOrResume(command: CommandOf<'move' | 'resume'>, context: VerbContext): Decision {
  const { deadline, stated } = command;
  const suspended = command.verb === 'resume';
  const refusal = firstOf(
    () => inState(context, command.verb, suspended ? ['suspended'] : ['open', 'passed']),
    () => (isZone(deadline.zone) ? null : { why: 'bad-zone', given: deadline.zone }),
    () => checkSaid(command, context),
  );
  if (refusal !== null) return refuse(refusal);
  if (!isDated(deadline)) {
    const lowerBound = deadline.bound === 'not-before';
    const reason = { kind: lowerBound ? 'lower-bound' : 'vague' } as const;
    return refuse({ why: 'not-a-deadline', given: deadline.words, reason, lowerBound });
  }
  const old = context.ultimatum.versions.at(-1)?.reading ?? null;
  const revision = revisionOf(old, suspended, deadline, stated);
  if (!revision.ok) return revision;
  return append(context, command, { kind: 'revised', revision: revision.value, deadline });
}

/** From open, or recorded late: stated while the deadline that passed was still running (rules 8). */
function canSuspend(command: CommandOf<'suspend'>, context: VerbContext): Check {
  const latest = context.ultimatum.inForce?.reading.latest;
  const late = context.ultimatum.state === 'passed' && latest !== undefined && command.stated.start < latest;
  return late ? null : inState(context, 'suspend', ['open']);
}

/**
 * Pauses the deadline in force until it is resumed. Refuses what is not open, unless the deadline had not passed yet
 * when it was stated.
 */
export function suspend(command: CommandOf<'suspend'>, context: VerbContext): Decision {
  const refusal = canSuspend(command, context) ?? checkSaid(command, context);
  return refusal === null ? append(context, command, { kind: 'suspended' }) : refuse(refusal);
}

/** A revision that needs no more than its statement, from one of the states that allow it. */
export function revise(
  command: Revising,
  context: VerbContext,
  allowed: readonly State[],
  event: LedgerEvent,
): Decision {
  const refusal = inState(context, command.verb, allowed) ?? checkSaid(command, context);
  return refusal === null ? append(context, command, event) : refuse(refusal);
}
