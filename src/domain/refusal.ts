/** Why something can't be done, and the result of whatever can be refused. */
import type { ServerCap } from './caps.js';
import type {
  EventKind,
  CommandKind,
  Compliance,
  CorrectedFields,
  Entry,
  FollowThrough,
  ReversalKind,
} from './entry.js';
import type { Done } from './done.js';
import type { FieldName } from './field-name.js';
import type { AmbiguityReason, NoDeadlineReason, ReadFault } from './reading-facts.js';
import type { Permission } from './permission.js';
import type { State } from './state.js';
import type { RecordInstant } from './instant.js';

/** What is already as it was asked to be, or what nothing was asked of. */
export type Unchanged =
  | { readonly what: 'countdown'; readonly id: number; readonly already: 'paused' | 'running' | 'same' }
  | { readonly what: 'settings'; readonly given: boolean }
  | { readonly what: 'entry'; readonly entry: number }
  /** `by` is the entry that took it back. */
  | { readonly what: 'removed-entry'; readonly entry: number; readonly by: number }
  | { readonly what: 'issuers'; readonly name: string }
  | { readonly what: 'deadline' | 'terms' | 'archive' | 'hidden' | 'visible' };

/**
 * Why a command changes nothing, as codes and parameters. The catalogue has a text for each, which says what happened and
 * what to do; a member that is missing there does not compile.
 */
export type Refusal =
  | {
      readonly why: 'not-found';
      readonly what: 'ultimatum' | 'entry' | 'schedule' | 'issuer' | 'draft' | 'part';
      readonly given: string;
      /** Of an entry: the number of the last one there is. */
      readonly last?: number;
    }
  | { readonly why: 'hidden'; readonly number: number }
  | { readonly why: 'missing'; readonly field: FieldName }
  | { readonly why: 'too-long'; readonly field: FieldName; readonly length: number; readonly max: number }
  | {
      readonly why: 'bad-link';
      readonly given: string;
      readonly reason:
        'scheme' | 'unreadable' | 'private' | 'discord-cdn' | 'discord-message' | 'discord-invite';
    }
  | { readonly why: 'bad-zone'; readonly given: string }
  | {
      readonly why: 'not-a-deadline';
      readonly given: string;
      readonly reason: NoDeadlineReason;
      readonly lowerBound: boolean;
      /** A new record: there is nothing yet that could be paused or withdrawn. */
      readonly fresh?: true;
    }
  | {
      readonly why: 'ambiguous-date';
      readonly field: FieldName;
      readonly given: string;
      readonly reason: AmbiguityReason;
    }
  | {
      readonly why: 'unreadable-date';
      readonly field: FieldName;
      readonly given: string;
      readonly reason: ReadFault;
    }
  /** Nothing of the ultimatum had been stated by the date that was asked for. */
  | { readonly why: 'not-stated-by-then'; readonly given: string }
  | { readonly why: 'same-deadline' }
  /** The date lies before the ultimatum was stated; `stated` in ms UTC. */
  | {
      readonly why: 'before-record';
      readonly field: 'complied' | 'acted' | 'when';
      readonly stated: RecordInstant;
      readonly zone: string;
    }
  /** A reversal lies before what it would undo; `done` in ms UTC. */
  | { readonly why: 'before-reversed'; readonly done: RecordInstant; readonly zone: string }
  | { readonly why: 'stated-in-future'; readonly field: FieldName }
  | { readonly why: 'stated-before-last'; readonly last: RecordInstant; readonly zone: string }
  /** A statement recorded late does not fit between the entries on record; `rule` is the first that it would break. */
  | { readonly why: 'breaks-history'; readonly rule: Refusal; readonly entry: number }
  /** Everything that is missing, said at once. */
  | { readonly why: 'several'; readonly refusals: readonly Refusal[] }
  | {
      readonly why: 'wrong-state';
      readonly verb: CommandKind;
      readonly state: State;
      readonly allowed: readonly State[];
      /** Whose state it is, where that is known. */
      readonly number?: number;
    }
  | { readonly why: 'needs-statement'; readonly verb: CommandKind }
  | { readonly why: 'needs-reports'; readonly given: number }
  | { readonly why: 'needs-date'; readonly field: 'complied' | 'acted' }
  | { readonly why: 'date-without-axis'; readonly field: 'complied' | 'acted' }
  | {
      readonly why: 'impossible-outcome';
      readonly compliance: Compliance;
      readonly followThrough: FollowThrough;
      readonly reason:
        'none-before-latest' | 'none-not-due' | 'late-not-due' | 'not-due-acted' | 'threat-not-due';
    }
  | { readonly why: 'unknown-target'; readonly given: string; readonly targets: readonly string[] }
  | { readonly why: 'has-outcome'; readonly target: string }
  /** Another ultimatum can't be named there. */
  | {
      readonly why: 'bad-reference';
      readonly number: number;
      readonly reason: 'itself' | 'missing' | 'hidden' | 'circle' | 'linked-already';
    }
  | { readonly why: 'nothing-to-reverse'; readonly what: ReversalKind }
  /** `entry` null: none was named, and none is open. */
  | { readonly why: 'no-open-dispute'; readonly entry: number | null }
  | { readonly why: 'nothing-to-change'; readonly of: Unchanged }
  /** A correction would leave an entry that moved the deadline without a date. */
  | { readonly why: 'needs-deadline'; readonly entry: number }
  /** An entry is removed whole: `fields` would be dropped. */
  | { readonly why: 'removes-alone'; readonly entry: number; readonly fields: readonly FieldName[] }
  | { readonly why: 'correction-breaks'; readonly rule: Refusal | null }
  | {
      readonly why: 'cannot-correct';
      readonly entry: number;
      /** What kind of entry it is. */
      readonly kind: EventKind;
      /** `entry`: it can't be removed, or says nothing that a correction could replace. */
      readonly field: keyof CorrectedFields | 'entry';
      /** The last entry that says it; of a passing, the one that set the deadline. Null where there is none. */
      readonly holder: number | null;
    }
  | { readonly why: 'changed-since'; readonly entry: Entry | null }
  | { readonly why: 'already-pressed'; readonly done: Done }
  | { readonly why: 'not-yours' }
  | { readonly why: 'expired' }
  | { readonly why: 'needs-curator'; readonly role: string | null }
  | { readonly why: 'needs-manage-server' }
  | {
      readonly why: 'too-many-proposals';
      /** What those that wait are about, by number; null for a new record. */
      readonly waiting: readonly (number | null)[];
    }
  | { readonly why: 'server-full'; readonly of: ServerCap; readonly max: number }
  | { readonly why: 'same-schedule'; readonly id: number }
  | { readonly why: 'too-many-posts' }
  | {
      readonly why: 'bad-schedule';
      readonly given: string;
      readonly reason: 'unreadable' | 'uneven' | 'mixed' | 'alternating' | 'nth-day' | 'too-often' | 'never';
    }
  | { readonly why: 'bad-reminders'; readonly given: string; readonly offset: string }
  | {
      readonly why: 'missing-permissions';
      readonly channel: string;
      readonly permissions: readonly Permission[];
    }
  | { readonly why: 'unknown-channel'; readonly channel: string }
  | {
      readonly why: 'channel-kind';
      readonly channel: string;
      readonly kind: 'other-kind' | 'archived' | 'locked' | 'not-announcement';
    }
  /** The public page of another server has that address. */
  | { readonly why: 'address-taken'; readonly name: string }
  /** Too little of a name is left in an address. */
  | { readonly why: 'no-address'; readonly name: string }
  | { readonly why: 'unknown-role' }
  | { readonly why: 'everyone-ping' }
  | { readonly why: 'everyone-curators' }
  | { readonly why: 'too-many-requests' }
  /** `smaller`: the other format would be small enough. Sizes in bytes. */
  | {
      readonly why: 'file-too-large';
      readonly bytes: number;
      readonly max: number;
      readonly smaller: 'CSV' | 'JSON' | null;
    }
  | { readonly why: 'not-set-up' }
  | { readonly why: 'not-in-a-server' }
  | { readonly why: 'busy' }
  | { readonly why: 'disk-full' }
  | { readonly why: 'database-away' };

/** The value of a decision: what to append, or why not. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** The result of an act that was carried out. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The result of an act that changed nothing, and why. */
export function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

/** A refusal where a plain value is expected. The store throws it for expected trouble, and the reader is told why. */
export class RefusedError extends Error {
  constructor(
    readonly refusal: Refusal,
    options?: ErrorOptions,
  ) {
    super(`Refused: ${refusal.why}`, options);
    this.name = 'RefusedError';
  }
}
