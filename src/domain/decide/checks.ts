/** Checks that several decisions share. */
import type { CommandKind, Statement } from '../entry.js';
import { namedIn } from '../chains.js';
import type { Chain } from '../ultimatum.js';
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

/** Says everything that is missing at once. */
export function allOf(...checks: readonly Check[]): Check {
  const refusals = checks.filter((check) => check !== null);
  return refusals.length > 1 ? { why: 'several', refusals } : (refusals[0] ?? null);
}

/** The chains of the targets in `scope`; all of them where it names none. */
export function chainsFor(
  { ultimatum }: VerbContext,
  scope: readonly string[] | undefined,
): readonly Chain[] {
  if (scope === undefined) return ultimatum.chains;
  return ultimatum.chains.filter(({ targets }) => namedIn(targets, scope).length > 0);
}

/**
 * Refuses a verb unless it is allowed for every target that it names; where it names none, one target in an allowed state
 * is enough: it is for those that are (rules 27).
 */
export function inChainState(
  context: VerbContext,
  verb: CommandKind,
  scope: readonly string[] | undefined,
  allowed: readonly State[],
): Check {
  const states = chainsFor(context, scope).map(({ state }) => state);
  const fits = (state: State) => allowed.includes(state);
  if (scope === undefined ? states.some(fits) : states.every(fits)) return null;
  const state = states.find((one) => !fits(one)) ?? context.ultimatum.state;
  const shown = scope === undefined ? context.ultimatum.state : state;
  return { why: 'wrong-state', verb, state: shown, allowed };
}

/** Refuses a scope that names somebody of whom nothing is demanded. */
export function filledScope(scope: readonly string[] | undefined, { ultimatum }: VerbContext): Check {
  if (scope === undefined) return null;
  if (scope.length === 0) return { why: 'missing', field: 'target' };
  const { targets } = ultimatum;
  const unknown = scope.find((name) => namedIn(targets, [name]).length === 0);
  return unknown === undefined ? null : { why: 'unknown-target', given: unknown, targets };
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

/** Not before the record itself, same day is fine. */
export function sinceRecord(context: VerbContext, stated: When): Check {
  const { zone, stated: record } = context.ultimatum;
  if (localDate(latestOf(stated), zone) >= localDate(record.start, zone)) return null;
  return { why: 'stated-before-last', last: record.start, zone };
}
