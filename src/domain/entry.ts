/** What can be asked of an ultimatum, and the entries of its ledger that come of it: every verb and every kind of event. */
import type { Reading, ZoneOrigin } from './reading.js';
import type { When } from './when.js';
import type { RecordInstant } from './instant.js';

/**
 * What a source is. `primary`: the issuer's own words, an order, a record; `data-set`: a collection of coded cases;
 * `secondary`: an independent report; `page`: any other link; `unsourced`: no link.
 */
export const GRADES = ['primary', 'data-set', 'secondary', 'page', 'unsourced'] as const;
export type Grade = (typeof GRADES)[number];

/** A dated, quoted, linked source. */
export interface Statement {
  readonly quote: string | null;
  /** http or https, as given, tracking parameters included. */
  readonly url: string | null;
  readonly outlet: string | null;
  readonly grade: Grade;
  /** An exact capture pasted later; null means the derived archive link. */
  readonly archive: string | null;
  /** A Discord message where it was seen; never a source by itself. */
  readonly seenIn: string | null;
}

export const COMPLIANCES = ['full', 'partial', 'negotiated', 'none', 'not-codable'] as const;
export type Compliance = (typeof COMPLIANCES)[number];

export const FOLLOW_THROUGHS = ['full', 'partial', 'substitute', 'none', 'not-due', 'not-codable'] as const;
export type FollowThrough = (typeof FOLLOW_THROUGHS)[number];

export interface Outcome {
  readonly compliance: Compliance;
  readonly followThrough: FollowThrough;
  readonly complied: When | null;
  readonly acted: When | null;
  readonly note: string | null;
}

/** The kinds a new deadline can have; people say "move" (rules 6). */
export const REVISIONS = ['set', 'extended', 'shortened', 'clarified', 'resumed', 'revived'] as const;
export type Revision = (typeof REVISIONS)[number];

/** What was undone after an outcome: the measures were lifted, or the compliance was taken back (rules 29). */
export const REVERSALS = ['measures-lifted', 'compliance-undone'] as const;
export type ReversalKind = (typeof REVERSALS)[number];

/** How far something was undone. */
export const EXTENTS = ['full', 'partial'] as const;
export type Extent = (typeof EXTENTS)[number];

/** How one ultimatum belongs to another (rules 30). */
export const LINK_KINDS = ['stage-of', 'reissue-of', 'answer-to', 'split-from', 'same-as'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** What an entry holds that may be for some of the targets, or made by somebody else. */
export interface Scoped {
  /** The targets it is for; absent, all that are still open (rules 27). */
  readonly scope?: readonly string[];
  /** Who did it; absent, the issuer (rules 28). */
  readonly actor?: string;
}

/** The targets and the actor that something names, if any. */
export function scopeIn(named: object & Partial<Scoped>): Scoped {
  const { scope, actor } = named;
  return { ...(scope === undefined ? {} : { scope }), ...(actor === undefined ? {} : { actor }) };
}

/** What a correction may replace; null takes it away. Of an entry for some targets, `targets` is its scope. */
export interface CorrectedFields {
  readonly deadline?: Reading | null;
  readonly stated?: When;
  readonly zone?: string;
  readonly issuers?: readonly string[];
  readonly targets?: readonly string[] | null;
  readonly demand?: string | null;
  readonly threat?: string | null;
  readonly tags?: readonly string[];
  readonly quote?: string | null;
  readonly url?: string | null;
  readonly grade?: Grade;
  readonly actor?: string | null;
  readonly compliance?: Compliance;
  readonly followThrough?: FollowThrough;
  /** Of a reversal: when compliance was taken back. */
  readonly complied?: When;
  /** Of a reversal: when the measures were lifted. */
  readonly acted?: When;
  readonly note?: string | null;
}

/** What was undone, how far, and when. */
export interface Reversal {
  readonly what: ReversalKind;
  readonly extent: Extent;
  readonly when: When;
}

/** Another ultimatum of the same server, and how this one belongs to it. */
export interface LinkTo {
  readonly to: number;
  readonly as: LinkKind;
}

interface DisputeClosing {
  /** The entry that raised it. */
  readonly dispute: number;
  readonly upheld: boolean;
  readonly reason: string;
}

/** What is recorded first. Its `deadline` may be undated: then nothing is in force (rules 12). */
interface FirstRecord {
  /** At least one; several issued it jointly (rules 26). */
  readonly issuers: readonly string[];
  readonly targets: readonly string[];
  readonly demand: string;
  readonly threat: string | null;
  /** The issuer's zone, IANA. */
  readonly zone: string;
  /** Where the zone came from; absent in entries of releases that did not keep it. */
  readonly zoneFrom?: ZoneOrigin;
  readonly tags: readonly string[];
  readonly deadline: Reading | null;
}

/** A null leaves it as it was. */
interface NewTerms extends Pick<Scoped, 'scope'> {
  readonly demand: string | null;
  readonly threat: string | null;
  /** The whole list of targets from now on. */
  readonly targets: readonly string[] | null;
}

/** An exact capture of a page that is cited. */
interface Capture {
  readonly url: string;
  readonly archive: string;
}

interface Amendment {
  readonly fields: CorrectedFields;
  /** Takes the entry out of the fold whole (a removed outcome, an undone entry). */
  readonly removes: boolean;
  readonly reason: string;
}

/** What happened. */
export type LedgerEvent =
  | ({ readonly kind: 'recorded' } & FirstRecord)
  | ({ readonly kind: 'revised'; readonly revision: Revision; readonly deadline: Reading } & Scoped)
  | ({ readonly kind: 'suspended' } & Scoped)
  | ({ readonly kind: 'withdrawn' } & Scoped)
  | { readonly kind: 'superseded'; readonly by: number }
  | ({ readonly kind: 'passed' } & Pick<Scoped, 'scope'>)
  | ({ readonly kind: 'outcome'; readonly outcome: Outcome } & Scoped)
  | ({ readonly kind: 'reversed' } & Reversal & Scoped)
  | ({ readonly kind: 'terms' } & NewTerms)
  | { readonly kind: 'sourced' }
  | ({ readonly kind: 'archived' } & Capture)
  | { readonly kind: 'disputed'; readonly reason: string }
  /** A curator closed the dispute that the entry `dispute` raised (rules 35). */
  | ({ readonly kind: 'dispute-closed' } & DisputeClosing)
  | ({ readonly kind: 'linked' } & LinkTo)
  /** `corrects`: the entry it corrects. */
  | ({ readonly kind: 'corrected'; readonly corrects: number } & Amendment)
  | { readonly kind: 'hidden'; readonly reason: string }
  | { readonly kind: 'unhidden'; readonly reason: string };

export type EventKind = LedgerEvent['kind'];
export type EventByKind = { readonly [E in LedgerEvent as E['kind']]: E };
/** Events that hold nothing but their kind, and for whom and by whom. */
export type BareEvent = Without<LedgerEvent, 'kind' | keyof Scoped>;

/** One line of the append-only ledger of an ultimatum. */
export interface Entry {
  /** 1, 2, 3 … within one ultimatum; the lock of every change. */
  readonly seq: number;
  /** When this server recorded it, integer ms UTC. */
  readonly recorded: RecordInstant;
  /** When it was stated in the world; for `passed` the deadline's `latest`. */
  readonly stated: When;
  /** A random person key (rules 23); null is the clock. */
  readonly by: string | null;
  readonly statements: readonly Statement[];
  readonly event: LedgerEvent;
}

/** An entry before the store gives it its number. */
export type NewEntry = Omit<Entry, 'seq'>;

/** What stands behind a command: when it was said in the world, and where. */
export interface Evidence {
  readonly stated: When;
  readonly statements: readonly Statement[];
}

/** Everything a person, or the clock (`lapse`), can ask of one ultimatum. */
export type Command =
  | ({ readonly verb: 'record' } & FirstRecord & Evidence)
  /** A new deadline; its kind (set, extended, shortened, clarified, revived) follows from the instants (rules 6). */
  | ({ readonly verb: 'move'; readonly deadline: Reading } & Scoped & Evidence)
  | ({ readonly verb: 'suspend' } & Scoped & Evidence)
  | ({ readonly verb: 'resume'; readonly deadline: Reading } & Scoped & Evidence)
  | ({ readonly verb: 'withdraw' } & Scoped & Evidence)
  | ({ readonly verb: 'replace'; readonly by: number; readonly self: number } & Evidence)
  | ({ readonly verb: 'outcome'; readonly outcome: Outcome } & Scoped & Evidence)
  | ({ readonly verb: 'reverse' } & Reversal & Scoped & Evidence)
  | ({ readonly verb: 'terms' } & NewTerms & Evidence)
  | ({ readonly verb: 'source' } & Evidence)
  | ({ readonly verb: 'archive' } & Capture)
  | ({ readonly verb: 'dispute'; readonly reason: string } & Evidence)
  | ({ readonly verb: 'close-dispute' } & DisputeClosing)
  | ({ readonly verb: 'link'; readonly self: number } & LinkTo)
  | ({ readonly verb: 'correct'; readonly entry: number } & Amendment)
  | { readonly verb: 'hide'; readonly reason: string }
  | { readonly verb: 'unhide'; readonly reason: string }
  | { readonly verb: 'lapse' };

export type CommandKind = Command['verb'];
export type CommandByVerb = { readonly [C in Command as C['verb']]: C };
export type CommandOf<V extends CommandKind> = CommandByVerb[V];
/** Commands that hold nothing but what stands behind them, and for whom and by whom. */
export type BareCommand = Without<Command, 'verb' | keyof Evidence | keyof Scoped>;

/** The members of a union that have no key beside these. */
type Without<T, K extends PropertyKey> = T extends unknown
  ? [Exclude<keyof T, K>] extends [never]
    ? T
    : never
  : never;
