/** A reading of a stated deadline: what the words say, and no more precision than they had. */
import type { AmbiguityReason, Assumption, NoDeadlineReason } from './reading-facts.js';
import type { RecordInstant } from './instant.js';

export const PRECISIONS = ['instant', 'day', 'window', 'month', 'vague', 'none'] as const;
type Precision = (typeof PRECISIONS)[number];

export const BOUNDS = ['by', 'before', 'effective', 'not-before'] as const;
export type Bound = (typeof BOUNDS)[number];

/** Where the zone of a reading came from. */
export const ZONE_ORIGINS = ['stated', 'issuer', 'server'] as const;
export type ZoneOrigin = (typeof ZONE_ORIGINS)[number];

/** An event without a date: "acceptance" of "72 hours after acceptance", "the talks fail" of "when the talks fail". */
interface AwaitedEvent {
  /** As it was said. */
  readonly what: string;
  /** Whether a length of time is counted from it. */
  readonly counted: boolean;
}

/**
 * One reading of a deadline. Instants are integer ms UTC. `latest` is exclusive for `day`, `window`, `month` and
 * bound `before`; a `latest` of precision `instant` belongs to the deadline (rules 1). Both are null for `vague` and
 * `none`; `latest` alone is null for bound `not-before`.
 */
export interface Reading {
  /** The words as spoken, whole. */
  readonly words: string;
  readonly earliest: RecordInstant | null;
  readonly latest: RecordInstant | null;
  readonly precision: Precision;
  readonly bound: Bound;
  /** IANA name. */
  readonly zone: string;
  readonly zoneFrom: ZoneOrigin;
  /** EDTF (ISO 8601-2) notation of the local dates or the instant; `..` where there is none. */
  readonly edtf: string;
  /** "or sooner": the same upper bound, and acting before it is never early (rules 4). */
  readonly orSooner: boolean;
  /** The words name no beginning ("within", "by the end of", `before`, `effective`): for comparison `earliest` is `latest` (rules 6). */
  readonly openBeginning: boolean;
  readonly assumed: readonly Assumption[];
  /** What words without a date are tied to (rules 12). */
  readonly event?: AwaitedEvent;
  /** "About", "around": it is shown with the date, and changes no instant (rules 31). Absent where it is exact. */
  readonly approximate?: true;
}

/** What became of reading some words: a reading, a question with at most four candidates, or a reasoned no. */
export type ReadResult =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Reading[]; readonly reason: AmbiguityReason }
  | {
      readonly kind: 'not-a-deadline';
      /** The class that `reason` belongs to. */
      readonly why: 'vague' | 'lower-bound' | 'no-date' | 'past' | 'unreadable';
      readonly reason: NoDeadlineReason;
      /** A reading of precision `vague` or `none`, to record it without a date. */
      readonly undated: Reading;
    };

/** A deadline with a real upper bound: the only kind that can be in force, pass, or be counted down. */
export interface DatedReading extends Reading {
  readonly earliest: RecordInstant;
  readonly latest: RecordInstant;
  readonly precision: 'instant' | 'day' | 'window' | 'month';
  readonly bound: 'by' | 'before' | 'effective';
}

/** Whether a reading carries a date that can be a deadline (rules 7, 12). */
export function isDated(reading: Reading): reading is DatedReading {
  return (
    reading.earliest !== null &&
    reading.latest !== null &&
    reading.bound !== 'not-before' &&
    reading.precision !== 'vague' &&
    reading.precision !== 'none'
  );
}
