/** The port for people, drafts and proposals. */
import type { Decide } from '../../domain/decision.js';
import type { Done } from '../../domain/done.js';
import type { Result } from '../../domain/refusal.js';
import type { Consumes } from './press.js';
import type { Changed, ChangeOptions } from './record.js';
import type { RecordInstant } from '../../domain/instant.js';

/** A private, person-bound step of a conversation: preview, draft, form. Its key is in `custom_id`s. Kept 7 days. */
export interface Pending {
  readonly key: string;
  readonly guild: string;
  /** Discord id of the only person who may press. */
  readonly user: string;
  /** The flow that continues it. */
  readonly flow: string;
  readonly state: unknown;
  readonly created: RecordInstant;
  /** What the first press did; null while open. */
  readonly done: Done | null;
}

/** A member's proposal; its own append-only stream (rules 21). */
export interface Proposal {
  readonly id: number;
  readonly guild: string;
  /** Discord id. */
  readonly user: string;
  /** Person key. */
  readonly by: string;
  /** The ultimatum it is about; null for a new record. */
  readonly number: number | null;
  /** A `Command` as JSON, validated on the way out by whoever decides it. */
  readonly command: unknown;
  readonly channel: string | null;
  readonly status: 'proposed' | 'accepted' | 'declined' | 'stale';
  readonly reason: string | null;
  readonly recorded: RecordInstant;
}

export interface Person {
  readonly key: string;
  readonly name: string;
  readonly curator: boolean;
}

/** Who did what, what they have not finished, what they proposed. */
export interface PeopleStore {
  /** The person key of a Discord id, made on first use with the given random `key`; name and role are refreshed. */
  person(
    user: string,
    seen: { readonly key: string; readonly name: string; readonly curator: boolean },
  ): Promise<string>;
  people(keys: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /**
   * The name under which a known person is shown on the public pages, or null for none; `now` is record's ms UTC.
   * Whether it was another one.
   */
  setPublicName(user: string, name: string | null, now: RecordInstant): Promise<boolean>;
  /**
   * Deletes the person row and what is pending, and empties the author of their schedules (rules 23). Posts with their
   * name are edited from `now` on, record's ms UTC.
   */
  forget(user: string, now: RecordInstant): Promise<boolean>;
  /**
   * Keeps a preview or a screen; a press that it takes the place of is consumed with it. The person's oldest open row is
   * closed where there are too many; a server that is full is refused.
   */
  savePending(pending: Pending, replaces?: Consumes): Promise<Result<null>>;
  pending(key: string): Promise<Pending | null>;
  /** Marks it used, once: false if somebody was first. */
  finishPending(key: string, done: Done): Promise<boolean>;
  unfinished(guild: string, user: string, flow: string): Promise<Pending | null>;
  /** Adds a proposal, unless its author or the server has too many waiting; what it consumes goes with it. */
  propose(
    proposal: Omit<Proposal, 'id' | 'status' | 'reason'>,
    consumes?: Consumes,
  ): Promise<Result<Proposal>>;
  proposals(guild: string, status: Proposal['status']): Promise<readonly Proposal[]>;
  /** Those of a Discord id, the newest first, at most 20. */
  ownProposals(guild: string, user: string): Promise<readonly Proposal[]>;
  /** The oldest one of a Discord id that was decided and that the person has not been told of. */
  proposalNews(guild: string, user: string): Promise<Proposal | null>;
  /** Takes note that its author was told of it; false if they were told before. */
  proposalTold(guild: string, id: number): Promise<boolean>;
  proposal(guild: string, id: number): Promise<Proposal | null>;
  /**
   * Records what an open proposal asks for and ends it as accepted, in one transaction; what the record refuses leaves
   * it open. `by` is the curator's person key.
   */
  acceptProposal(
    guild: string,
    id: number,
    by: string,
    decide: Decide,
    options: ChangeOptions,
  ): Promise<Result<Changed>>;
  /** Appends a status to the stream; false if it is no longer `proposed`. */
  endProposal(
    guild: string,
    id: number,
    status: 'declined' | 'stale',
    reason: string | null,
    by: string,
    now: RecordInstant,
  ): Promise<boolean>;
}
