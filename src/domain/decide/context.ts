/** What a decision may look at, and how it appends entries. */
import type { OtherUltimatums } from '../decision.js';
import type { Entry, LedgerEvent, NewEntry, Scoped, Statement } from '../entry.js';
import type { Effective } from '../corrections.js';
import { ok, type Result } from '../refusal.js';
import type { Ultimatum } from '../ultimatum.js';
import { at, type When } from '../when.js';
import type { RecordInstant } from '../instant.js';

/** What a decision about an ultimatum that exists may look at. */
export interface VerbContext {
  readonly entries: readonly Entry[];
  /** The entries as corrected. */
  readonly effective: readonly Effective[];
  readonly ultimatum: Ultimatum;
  /** The record's time, ms UTC. */
  readonly now: RecordInstant;
  /** Person key; null is the clock. */
  readonly by: string | null;
  /** The other ultimatums that the command names; absent where the past is decided again. */
  readonly others?: OtherUltimatums;
}

/** The targets it is for and who did it, where it says so: what a command and its event both hold. */
export function scopedFields({ scope, actor }: Scoped): Scoped {
  return { ...(scope === undefined ? {} : { scope }), ...(actor === undefined ? {} : { actor }) };
}

export type Decision = Result<readonly NewEntry[]>;

/** One entry about something stated in the world. */
export function append(
  context: Pick<VerbContext, 'now' | 'by'>,
  evidence: { readonly stated: When; readonly statements: readonly Statement[] },
  event: LedgerEvent,
): Decision {
  const { stated, statements } = evidence;
  return ok([{ recorded: context.now, stated, by: context.by, statements, event }]);
}

/** One entry about this server's own record: it is stated when it is recorded. */
export function note(context: Pick<VerbContext, 'now' | 'by'>, event: LedgerEvent): Decision {
  return append(context, { stated: at(context.now), statements: [] }, event);
}

/** The new entries with the numbers that follow those of `entries`. */
export function numberedAfter(entries: readonly Entry[], added: readonly NewEntry[]): readonly Entry[] {
  const last = entries.at(-1)?.seq ?? 0;
  return added.map((entry, index) => ({ ...entry, seq: last + 1 + index }));
}

/** The entries as they will be once the new ones are saved. */
export function withAdded(entries: readonly Entry[], added: readonly NewEntry[]): readonly Entry[] {
  return [...entries, ...numberedAfter(entries, added)];
}
