/** Decides reversals: measures that were lifted, compliance that was undone (rules 29). */
import { namedIn } from '../chains.js';
import type { CommandOf } from '../entry.js';
import { refuse } from '../refusal.js';
import type { TargetOutcome } from '../ultimatum.js';
import type { When } from '../when.js';
import { isBefore } from '../world-order.js';
import { filledScope, firstOf, notInFuture, sourced, type Check } from './checks.js';
import { append, scopedFields, type VerbContext, type Decision } from './context.js';

/** When the issuer acted, or the target complied; null where there is nothing of the kind to undo. */
function doneAt({ outcome }: TargetOutcome, what: CommandOf<'reverse'>['what']): When | null {
  return what === 'measures-lifted' ? outcome.acted : outcome.complied;
}

function checkUndone({ what, when, scope }: CommandOf<'reverse'>, { ultimatum }: VerbContext): Check {
  const targets = scope === undefined ? ultimatum.targets : namedIn(ultimatum.targets, scope);
  const done = ultimatum.outcomes
    .filter(({ target }) => targets.includes(target))
    .map((recorded) => doneAt(recorded, what))
    .filter((one) => one !== null);
  const [first] = done;
  if (first === undefined) return { why: 'nothing-to-reverse', what };
  if (done.some((one) => !isBefore(when, one))) return null;
  return { why: 'before-reversed', done: first.start, zone: ultimatum.zone };
}

/** An entry after an outcome; it changes neither axis. */
export function reverse(command: CommandOf<'reverse'>, context: VerbContext): Decision {
  const { what, extent, when } = command;
  const refusal = firstOf(
    () => filledScope(command.scope, context),
    () => sourced('reverse', command.statements),
    () => notInFuture('stated', command.stated, context.now),
    () => notInFuture('when', when, context.now),
    () => checkUndone(command, context),
  );
  if (refusal !== null) return refuse(refusal);
  return append(context, command, { kind: 'reversed', what, extent, when, ...scopedFields(command) });
}
