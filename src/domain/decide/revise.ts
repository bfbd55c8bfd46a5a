/** Decides moves, suspensions, resumptions, withdrawals and replacements. */
import { isDated } from '../reading.js';
import { refuse, type Result } from '../refusal.js';
import { revisionOf } from '../versions.js';
import { isZone } from '../when.js';
import {
  chainsFor,
  filledScope,
  firstOf,
  inChainState,
  notInFuture,
  sinceRecord,
  sourced,
  type Check,
} from './checks.js';
import { append, scopedFields, type VerbContext, type Decision } from './context.js';
import type { Command, CommandOf, Evidence, LedgerEvent, Revision } from '../entry.js';
import type { State } from '../state.js';

type Revising = Extract<Command, Evidence>;

/** What every revision needs: a statement, neither in the future nor before the record (rules 9). */
function checkSaid(command: Revising, context: VerbContext): Check {
  return firstOf(
    () => sourced(command.verb, command.statements),
    () => notInFuture('stated', command.stated, context.now),
    () => sinceRecord(context, command.stated),
  );
}

const IS_RUNNING: readonly State[] = ['open', 'passed'];

/** What the new deadline is for those whose deadline it changes; the first refusal where it changes none. */
function revisionFor(command: CommandOf<'move' | 'resume'>, context: VerbContext): Result<Revision> {
  const { deadline, stated, scope } = command;
  if (!isDated(deadline)) {
    const lowerBound = deadline.bound === 'not-before';
    const reason = { kind: lowerBound ? 'lower-bound' : 'vague' } as const;
    return refuse({ why: 'not-a-deadline', given: deadline.words, reason, lowerBound });
  }
  const suspended = command.verb === 'resume';
  const states = suspended ? ['suspended'] : IS_RUNNING;
  const results = chainsFor(context, scope)
    .filter(({ state }) => states.includes(state))
    .map(({ versions }) => revisionOf(versions.at(-1)?.reading ?? null, suspended, deadline, stated));
  return (
    results.find(({ ok: fits }) => fits) ??
    results[0] ??
    refuse({ why: 'nothing-to-change', of: { what: 'deadline' } })
  );
}

/** A new deadline: what people call a move, or the end of a suspension. */
export function moveOrResume(command: CommandOf<'move' | 'resume'>, context: VerbContext): Decision {
  const { deadline, scope, verb } = command;
  const refusal = firstOf(
    () => filledScope(scope, context),
    () => inChainState(context, verb, scope, verb === 'resume' ? ['suspended'] : IS_RUNNING),
    () => (isZone(deadline.zone) ? null : { why: 'bad-zone', given: deadline.zone }),
    () => checkSaid(command, context),
  );
  if (refusal !== null) return refuse(refusal);
  const revision = revisionFor(command, context);
  if (!revision.ok) return revision;
  const event = { kind: 'revised', revision: revision.value, deadline, ...scopedFields(command) } as const;
  return append(context, command, event);
}

/** Nothing is in force from now on, for the targets named or for all that run. */
export function suspend(command: CommandOf<'suspend'>, context: VerbContext): Decision {
  const { scope } = command;
  const open: readonly State[] = ['open'];
  const refusal = firstOf(
    () => filledScope(scope, context),
    () => inChainState(context, 'suspend', scope, open),
    () => checkSaid(command, context),
  );
  if (refusal !== null) return refuse(refusal);
  return append(context, command, { kind: 'suspended', ...scopedFields(command) });
}

/** A revision that needs no more than its statement, from one of the states that allow it. */
export function revise(
  command: Revising,
  context: VerbContext,
  allowed: readonly State[],
  event: LedgerEvent,
): Decision {
  const scope = 'scope' in command ? command.scope : undefined;
  const refusal = firstOf(
    () => filledScope(scope, context),
    () => inChainState(context, command.verb, scope, allowed),
    () => checkSaid(command, context),
  );
  return refusal === null ? append(context, command, event) : refuse(refusal);
}
