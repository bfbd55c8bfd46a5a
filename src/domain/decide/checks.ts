/** Checks that several decisions share. */
import type { CommandKind, Statement } from '../entry.js';
import { EVENT_RULES } from '../verbs.js';
import type { FieldName } from '../field-name.js';
import type { Refusal } from '../refusal.js';
import type { State } from '../state.js';
import { latestOf, localDate, type When } from '../when.js';
import type { VerbContext } from './context.js';
import { checkLink } from '../links.js';
import type { RecordInstant } from '../instant.js';

/** A check says why not, or null. The first refusal wins. */
export type Check = Refusal | null;

/** Runs the checks in order and returns the first refusal; null if all pass. */
export function firstOf(...checks: readonly (() => Check)[]): Check {
  for (const check of checks) {
    const refusal = check();
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Refuses a text that is empty or all spaces. */
export function filled(field: FieldName, text: string): Check {
  return text.trim() === '' ? { why: 'missing', field } : null;
}

/** Refuses a verb unless the ultimatum is in one of the `allowed` states. */
export function inState(context: VerbContext, verb: CommandKind, allowed: readonly State[]): Check {
  const { state } = context.ultimatum;
  return allowed.includes(state) ? null : { why: 'wrong-state', verb, state, allowed };
}

/** Refuses what begins after `now`, ms UTC. A missing date passes. */
export function notInFuture(field: FieldName, when: When | null, now: RecordInstant): Check {
  return when !== null && when.start > now ? { why: 'stated-in-future', field } : null;
}

/** Refuses the first link of the statements, archive copies included, that opens no public page. */
export function linked(statements: readonly Statement[]): Check {
  const links = statements.flatMap(({ url, archive }) => [url, archive]).filter((link) => link !== null);
  return links.map(checkLink).find((refusal) => refusal !== null) ?? null;
}

/** A statement says something: words, a link or an outlet. A Discord message is no source by itself. */
export function sourced(verb: CommandKind, statements: readonly Statement[]): Check {
  const says = ({ quote, url, outlet }: Statement) =>
    [quote, url, outlet].some((part) => part !== null && part !== '');
  return statements.some(says) ? linked(statements) : { why: 'needs-statement', verb };
}

/** A revision is not stated before the last one; the same day in the issuer's zone is fine (rules 9). */
export function inOrder(context: VerbContext, stated: When): Check {
  const { zone } = context.ultimatum;
  const last = context.effective.findLast((entry) => EVENT_RULES[entry.event.kind].revises)?.stated.start;
  if (last === undefined || localDate(latestOf(stated), zone) >= localDate(last, zone)) return null;
  return { why: 'stated-before-last', last, zone };
}

/** Not before the record itself, same day is fine. */
export function sinceRecord(context: VerbContext, stated: When): Check {
  const { zone, stated: record } = context.ultimatum;
  if (localDate(latestOf(stated), zone) >= localDate(record.start, zone)) return null;
  return { why: 'stated-before-last', last: record.start, zone };
}
