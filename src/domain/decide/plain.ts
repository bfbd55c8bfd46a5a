/** Decides commands that are no corrections: on the present, or where what was learned of late belongs in the past. */
import type { CommandKind, Entry } from '../entry.js';
import type { DecisionContext } from '../decision.js';
import { replay, type Effective } from '../corrections.js';
import { foldEffective, foldOrNull } from '../fold.js';
import { ok, refuse } from '../refusal.js';
import type { When } from '../when.js';
import { placeOf } from '../world-order.js';
import { onExisting, type PlainCommand } from './by-verb.js';
import { lapse } from './clock.js';
import { withAdded, type VerbContext, type Decision } from './context.js';
import { newlyBroken } from './history.js';
import { record } from './record.js';

/** What a verb may look at; null where nothing was recorded yet. */
function contextOf(entries: readonly Entry[], request: DecisionContext): VerbContext | null {
  const ultimatum = foldOrNull(entries);
  if (ultimatum === null) return null;
  const { now, by, others } = request;
  const effective = replay(entries);
  return { entries, effective, ultimatum, now, by, ...(others === undefined ? {} : { others }) };
}

/** Lapses, lets `verb` decide, lapses again (rules 10). A refusal appends nothing, not even the passing. */
export function betweenLapses(
  entries: readonly Entry[],
  request: DecisionContext,
  verb: (context: VerbContext | null) => Decision,
): Decision {
  const passed = lapse(entries, request.now);
  const present = withAdded(entries, passed);
  const decision = verb(contextOf(present, request));
  if (!decision.ok) return decision;
  if (decision.value.length === 0) return ok(passed);
  const after = lapse(withAdded(present, decision.value), request.now);
  return ok([...passed, ...decision.value, ...after]);
}

/** Verbs that are decided where they belong in the order of the world (rules 9). */
const IN_THE_WORLD: readonly CommandKind[] = ['move', 'resume', 'suspend', 'withdraw', 'replace', 'terms'];

/** What was on record of the world when something was stated at `stated`. */
function then(context: VerbContext, stated: When): VerbContext {
  const effective: readonly Effective[] = context.effective.slice(0, placeOf(context.effective, stated));
  const ultimatum = foldEffective(effective, context.entries);
  return ultimatum === null ? context : { ...context, effective, ultimatum };
}

/** What follows it in the order of the world still has to hold. */
function fitting(context: VerbContext, command: PlainCommand, decision: Decision): Decision {
  if (!decision.ok || !('stated' in command) || command.verb === 'outcome') return decision;
  if (placeOf(context.effective, command.stated) === context.effective.length) return decision;
  const broken = newlyBroken(context.entries, withAdded(context.entries, decision.value));
  return broken === null ? decision : refuse({ why: 'breaks-history', ...broken });
}

function onPresent(command: PlainCommand, context: VerbContext): Decision {
  const dated = 'stated' in command && IN_THE_WORLD.includes(command.verb);
  const seen = dated ? then(context, command.stated) : context;
  return fitting(context, command, onExisting(command.verb, command, seen));
}

/** Decides a command that is no correction. */
export function decidePlain(
  entries: readonly Entry[],
  command: PlainCommand,
  request: DecisionContext,
): Decision {
  return betweenLapses(entries, request, (context) => {
    if (context !== null) return onPresent(command, context);
    if (command.verb === 'record') return record(command, request);
    return command.verb === 'lapse' ? ok([]) : refuse({ why: 'not-found', what: 'ultimatum', given: '' });
  });
}
