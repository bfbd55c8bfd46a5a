/** Decides what changes no state: terms, sources, captures, disputes, hiding. */
import { checkLink, withoutCredentials } from '../links.js';
import { refuse } from '../refusal.js';
import { filled, firstOf, linked, notInFuture, sinceRecord, sourced } from './checks.js';
import { append, note, type VerbContext, type Decision } from './context.js';
import type { CommandOf } from '../entry.js';

/** The issuer changed the terms: an event in the world. It changes no state (rules 11). */
export function changeTerms(command: CommandOf<'terms'>, context: VerbContext): Decision {
  const { ultimatum, now } = context;
  const { demand, threat } = command;
  const targets = command.targets?.length === 0 ? null : command.targets;
  const same =
    (demand === null || demand === ultimatum.demand) &&
    (threat === null || threat === ultimatum.threat) &&
    (targets === null || JSON.stringify(targets) === JSON.stringify(ultimatum.targets));
  const refusal = firstOf(
    () => (same ? { why: 'nothing-to-change' } : null),
    () => sourced('terms', command.statements),
    () => notInFuture('stated', command.stated, now),
    () => sinceRecord(context, command.stated),
  );
  return refusal === null
    ? append(context, command, { kind: 'terms', demand, threat, targets })
    : refuse(refusal);
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
  if (known.archive === command.archive) return refuse({ why: 'nothing-to-change' });
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

/** Hidden, and undone: a flag, and nothing else (rules 24). */
export function hideOrUnhide(command: CommandOf<'hide' | 'unhide'>, context: VerbContext): Decision {
  const hidden = context.ultimatum.hidden !== null;
  if (hidden === (command.verb === 'hide')) return refuse({ why: 'nothing-to-change' });
  const refusal = filled('reason', command.reason);
  const kind = command.verb === 'hide' ? 'hidden' : 'unhidden';
  return refusal === null ? note(context, { kind, reason: command.reason }) : refuse(refusal);
}
