/** Decides what changes no state: terms, sources, captures, disputes, hiding. */
import { checkLink, withoutCredentials } from '../links.js';
import { refuse } from '../refusal.js';
import {
  chainsFor,
  filled,
  filledScope,
  firstOf,
  inChainState,
  linked,
  notInFuture,
  sinceRecord,
  sourced,
  type Check,
} from './checks.js';
import { append, note, scopedFields, type VerbContext, type Decision } from './context.js';
import type { CommandOf } from '../entry.js';
import type { State } from '../state.js';
import type { Chain } from '../ultimatum.js';

/** The states in which the issuer can change the terms; after that a new ultimatum is recorded and linked (rules 19). */
const CHANGEABLE: readonly State[] = ['open', 'passed', 'suspended', 'withdrawn'];

function changesTerms(command: CommandOf<'terms'>, context: VerbContext): boolean {
  const { demand, threat, targets, scope } = command;
  const chains = chainsFor(context, scope);
  const same = (old: Chain) =>
    (demand === null || demand === old.demand) && (threat === null || threat === old.threat);
  const sameTargets =
    targets === null || JSON.stringify(targets) === JSON.stringify(context.ultimatum.targets);
  return !sameTargets || !chains.every(same);
}

/** A target with an outcome stays: what is on record of it has to keep its name. */
function keepsReviewed({ targets }: CommandOf<'terms'>, { ultimatum }: VerbContext): Check {
  const dropped = ultimatum.outcomes.find(({ target }) => targets?.includes(target) === false);
  return dropped === undefined ? null : { why: 'has-outcome', target: dropped.target };
}

/** The issuer changed the terms: an event in the world. It changes no state (rules 11). */
export function changeTerms(given: CommandOf<'terms'>, context: VerbContext): Decision {
  const command = { ...given, targets: given.targets?.length === 0 ? null : given.targets };
  const { demand, threat, targets, scope } = command;
  const refusal = firstOf(
    () => filledScope(scope, context),
    () => inChainState(context, 'terms', scope, CHANGEABLE),
    () => (changesTerms(command, context) ? null : { why: 'nothing-to-change', of: { what: 'terms' } }),
    () => keepsReviewed(command, context),
    () => sourced('terms', command.statements),
    () => notInFuture('stated', command.stated, context.now),
    () => sinceRecord(context, command.stated),
  );
  const event = { kind: 'terms', demand, threat, targets, ...scopedFields(command) } as const;
  return refusal === null ? append(context, command, event) : refuse(refusal);
}

/**
 * Adds statements as sources. Refuses those that say nothing, a link that opens no page, and a date in the future.
 */
export function addSource(command: CommandOf<'source'>, context: VerbContext): Decision {
  const refusal = sourced('source', command.statements) ?? notInFuture('stated', command.stated, context.now);
  return refusal === null ? append(context, command, { kind: 'sourced' }) : refuse(refusal);
}

/** An exact capture of a link that stands behind an entry. */
export function archive(command: CommandOf<'archive'>, context: VerbContext): Decision {
  const given = withoutCredentials(command.url);
  const known = context.ultimatum.statements.find(({ url }) => url === command.url || url === given);
  if (known === undefined) return refuse({ why: 'not-found', what: 'entry', given: command.url });
  if (known.archive === command.archive) return refuse({ why: 'nothing-to-change', of: { what: 'archive' } });
  const refusal = checkLink(command.archive);
  return refusal === null
    ? note(context, { kind: 'archived', url: known.url ?? command.url, archive: command.archive })
    : refuse(refusal);
}

/** A dispute that a curator made or accepted. */
export function dispute(command: CommandOf<'dispute'>, context: VerbContext): Decision {
  const refusal = firstOf(
    () => filled('reason', command.reason),
    () => linked(command.statements),
    () => notInFuture('stated', command.stated, context.now),
  );
  const { reason } = command;
  return refusal === null ? append(context, command, { kind: 'disputed', reason }) : refuse(refusal);
}

/** A curator says what came of a dispute (rules 35). */
export function closeDispute(command: CommandOf<'close-dispute'>, context: VerbContext): Decision {
  const { dispute: entry, upheld, reason } = command;
  const open = context.ultimatum.disputes.some((one) => one.entry === entry && one.closed === null);
  if (!open) return refuse({ why: 'no-open-dispute', entry });
  const refusal = filled('reason', reason);
  if (refusal !== null) return refuse(refusal);
  return note(context, { kind: 'dispute-closed', dispute: entry, upheld, reason });
}

/** Hidden, and undone: a flag, and nothing else (rules 24). */
export function hideOrUnhide(command: CommandOf<'hide' | 'unhide'>, context: VerbContext): Decision {
  const hidden = context.ultimatum.hidden !== null;
  if (hidden === (command.verb === 'hide'))
    return refuse({ why: 'nothing-to-change', of: { what: hidden ? 'hidden' : 'visible' } });
  const refusal = filled('reason', command.reason);
  const kind = command.verb === 'hide' ? 'hidden' : 'unhidden';
  return refusal === null ? note(context, { kind, reason: command.reason }) : refuse(refusal);
}
