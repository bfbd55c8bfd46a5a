import type { Decide } from '../domain/command.js';
import type { Delivery, LogShown, PlannedDelivery } from '../domain/delivery.js';
import type { Entry } from '../domain/entry.js';
import type { Board, GuildSettings, Ladder, Schedule } from '../domain/guild.js';
import type { Result } from '../domain/refusal.js';
import type { State, Ultimatum } from '../domain/ultimatum.js';

/** What a change did. */
export interface Changed {
  readonly number: number;
  readonly appended: readonly Entry[];
  readonly before: Ultimatum | null;
  readonly after: Ultimatum;
}

/** Where and when a change is made; decides which posts it plans. */
export interface Changing {
  /** Record's time, ms UTC. */
  readonly now: number;
  /** How long announcements of a person's action wait, ms. */
  readonly announceDelay: number;
  /** The channel where it was typed; the card goes there when no announcements channel is set. */
  readonly channel: string | null;
}

/** One line of the list: what list, search and autocomplete need without folding. */
export interface ListRow {
  readonly number: number;
  readonly state: State;
  readonly issuer: string;
  readonly targets: readonly string[];
  readonly demand: string;
  readonly threat: string | null;
  readonly headline: string;
  /** `latest` of the deadline in force, ms UTC; null without a date. */
  readonly latest: number | null;
  readonly precision: string | null;
  readonly zone: string;
  readonly moves: number;
  readonly tags: readonly string[];
  readonly hidden: boolean;
  readonly lastSeq: number;
}

export interface ListFilter {
  readonly text?: string;
  readonly states?: readonly State[];
  readonly issuer?: string;
  readonly target?: string;
  readonly tag?: string;
  /** true: only without a date; false: only with one. */
  readonly undated?: boolean;
  readonly limit: number;
  readonly offset?: number;
  /** false where only the rows matter, as in suggestions: then `total` is no more than what was read so far. */
  readonly counted?: false;
}

/** A private, person-bound step of a conversation: preview, draft, form. Its key is in `custom_id`s. Kept 7 days. */
export interface Pending {
  readonly key: string;
  readonly guild: string;
  /** Discord id of the only person who may press. */
  readonly user: string;
  /** The flow that continues it. */
  readonly flow: string;
  readonly state: unknown;
  readonly created: number;
  /** What the first press did, a sentence; null while open. */
  readonly done: string | null;
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
  readonly recorded: number;
}

export interface Person {
  readonly key: string;
  readonly name: string;
  readonly curator: boolean;
}

/** Rungs of one channel, due in `[from, until)`, ms UTC of the record's clock. */
export interface RungDay {
  readonly guild: string;
  readonly channel: string;
  readonly from: number;
  readonly until: number;
}

/** How a claimed delivery ended. */
export type Settlement =
  | { readonly kind: 'sent'; readonly message: string | null }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Try again at `due`, record's ms UTC. */
  | { readonly kind: 'again'; readonly due: number; readonly reason: string };

/** What a worker asks for. Instants of the record and of real time, ms. */
export interface Claim {
  readonly now: number;
  readonly real: number;
  readonly leaseUntil: number;
  readonly limit: number;
  /** What Discord allows all processes together in a second; absent or 0: no matter how many. */
  readonly perSecond?: number;
}

/** A row that is this worker's until its lease is over. */
export interface Claimed extends Delivery {
  /** The instant of real time from which it may be sent, ms; absent: at once. */
  readonly from?: number;
}

/** A channel in which the bot cannot post, for now or for good. */
export interface Closing {
  readonly guild: string;
  readonly channel: string;
  /** Why, as the rest of a sentence: `the channel is gone`. */
  readonly reason: string;
  /** What would mend it, a sentence. */
  readonly remedy: string;
  /** Gone for good: what was to be posted there is given up. */
  readonly gone: boolean;
  /** ms UTC of the record's clock. */
  readonly now: number;
}

export interface ClosedChannel {
  readonly guild: string;
  readonly channel: string;
  /** Why, and what would mend it, as what follows a colon. */
  readonly reason: string;
  /** When posting there is tried again, ms UTC of the record's clock; null where it is gone. */
  readonly until: number | null;
  /** Discord id of whoever set up a countdown there; null where nobody did. */
  readonly author: string | null;
  /** Whether somebody who can mend it has been told. */
  readonly told: boolean;
}

/** Rows of one kind and status; `late` of them were posted ten minutes or more after they were due. */
export interface DeliveryCount {
  readonly kind: Delivery['kind'];
  readonly status: Delivery['status'];
  readonly count: number;
  readonly late: number;
}

/**
 * The record of all servers. Every method is about one guild and never sees another's rows, except the beat's.
 * Expected trouble (`busy`, `disk-full`, `changed-since`) comes back as a refusal from `change`; the rest throws.
 */
export interface Store {
  /** Appends what `decide` answers and plans or cancels its posts, in one transaction. `number` null makes a new one. */
  change(guild: string, number: number | null, decide: Decide, changing: Changing): Promise<Result<Changed>>;
  entries(guild: string, number: number): Promise<readonly Entry[]>;
  /** The fold; null where there is none. */
  ultimatum(guild: string, number: number): Promise<Ultimatum | null>;
  list(
    guild: string,
    filter: ListFilter,
  ): Promise<{ readonly rows: readonly ListRow[]; readonly total: number }>;
  /** Distinct names, those that begin with `text` first. */
  names(
    guild: string,
    field: 'issuer' | 'target' | 'tag',
    text: string,
    limit: number,
  ): Promise<readonly string[]>;

  settings(guild: string): Promise<GuildSettings>;
  /** Plans again what they decide, from `now` on (record's ms UTC): reminders to curators move with their channel. */
  saveSettings(settings: GuildSettings, now: number): Promise<void>;
  ladders(guild: string): Promise<readonly Ladder[]>;
  saveLadder(guild: string, ladder: Ladder, now: number): Promise<void>;
  schedules(guild: string): Promise<readonly Schedule[]>;
  addSchedule(schedule: Omit<Schedule, 'id'>): Promise<Schedule>;
  /** What it has not posted yet is cancelled; false where it was removed meanwhile. */
  saveSchedule(schedule: Schedule): Promise<boolean>;
  removeSchedule(guild: string, id: number): Promise<boolean>;

  /** Those that were removed included, until their message is taken away and after. */
  boards(guild: string): Promise<readonly Board[]>;
  /** A new one is to be posted; one that stands there already gives way to it. */
  setBoard(guild: string, channel: string, now: number): Promise<void>;
  /** Its message is to be taken away; false where there is none. */
  removeBoard(guild: string, channel: string, now: number): Promise<boolean>;
  /** What became of it; false, and nothing is written, where it was set anew or removed meanwhile. */
  saveBoard(guild: string, board: Board): Promise<boolean>;

  /** The canonical issuer name behind an alias, or the name itself. */
  issuer(guild: string, name: string): Promise<string>;
  issuers(
    guild: string,
  ): Promise<
    readonly { readonly name: string; readonly aliases: readonly string[]; readonly count: number }[]
  >;
  addAlias(guild: string, alias: string, name: string, by: string, now: number): Promise<void>;
  /** The zone of the issuer's last record here; null where there is none (rules 3). */
  issuerZone(guild: string, issuer: string): Promise<string | null>;

  /** The person key of a Discord id, made on first use with the given random `key`; name and role are refreshed. */
  person(
    user: string,
    seen: { readonly key: string; readonly name: string; readonly curator: boolean },
  ): Promise<string>;
  people(keys: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** Deletes the person row and what is pending, and empties the author of their schedules (rules 23). */
  forget(user: string): Promise<boolean>;

  savePending(pending: Pending): Promise<void>;
  pending(key: string): Promise<Pending | null>;
  /** Marks it used, once: false if somebody was first. */
  finishPending(key: string, done: string): Promise<boolean>;
  unfinished(guild: string, user: string, flow: string): Promise<Pending | null>;

  propose(proposal: Omit<Proposal, 'id' | 'status' | 'reason'>): Promise<Proposal>;
  proposals(guild: string, status: Proposal['status']): Promise<readonly Proposal[]>;
  proposal(guild: string, id: number): Promise<Proposal | null>;
  /** Appends a status to the stream; false if it is no longer `proposed`. */
  endProposal(
    guild: string,
    id: number,
    status: 'accepted' | 'declined' | 'stale',
    reason: string | null,
    by: string,
    now: number,
  ): Promise<boolean>;

  /** Value of a small fact of the installation, such as the hash of the registered commands. */
  fact(name: string): Promise<string | null>;
  saveFact(name: string, value: string): Promise<void>;

  // The beat.
  /**
   * The earliest instant at which anything is due (delivery, passing, schedule), ms UTC; null if nothing is. With `real`,
   * real ms, a dead claim whose lease is over then counts as well.
   */
  nextDue(real?: number): Promise<number | null>;
  /** Ultimatums open with `latest` ≤ now. */
  lapsing(
    now: number,
    limit: number,
  ): Promise<readonly { readonly guild: string; readonly number: number }[]>;
  /** Running schedules with `next` ≤ now, and broken ones of channels that are to be tried again by then. */
  firing(now: number, limit: number): Promise<readonly Schedule[]>;
  /** In one transaction: moves the schedule from `schedule.next` to `next` and adds its digest; false if another did. */
  fire(schedule: Schedule, next: number, digest: PlannedDelivery | null): Promise<boolean>;
  /**
   * Up to `limit` due rows, the most urgent first, leased until `leaseUntil` (real ms). Expired leases are claimed
   * again. With `perSecond` no more than may be sent within a moment, spread over channels.
   */
  claim(claim: Claim): Promise<readonly Claimed[]>;
  /** Claimed rows stay this worker's until `leaseUntil`, real ms. */
  renew(ids: readonly number[], leaseUntil: number): Promise<void>;
  /** One more request out of the budget of all processes: from when on it may be made, both real ms. */
  take(perSecond: number, real: number): Promise<number>;
  /** Nobody is given anything of the budget for the next `ms`. */
  rest(ms: number, real: number): Promise<void>;
  /** `at`: when it ended, ms UTC of the record's clock. */
  settle(id: number, settlement: Settlement, at: number): Promise<void>;
  /**
   * At start: where one process alone may have the store open (SQLite), claims can only be its own dead ones and are free
   * at once. Elsewhere they may be another's, and are free when their lease is over.
   */
  releaseClaims(): Promise<number>;
  /** The slot of a later post of the same kind, subject and channel that is due at `now` as well; null if none is. */
  overtaking(delivery: Delivery, now: number): Promise<string | null>;

  /** The channel takes no posts; its countdowns are broken, its rows put off or given up. Longer each time. */
  closeChannel(closing: Closing): Promise<ClosedChannel>;
  closed(guild: string, channel: string): Promise<ClosedChannel | null>;
  /** It takes posts again: what was put off is due, its countdowns run on; false if it was open. */
  reopenChannel(guild: string, channel: string): Promise<boolean>;
  /** Closed channels of which nobody could be told. */
  untold(guild: string): Promise<readonly ClosedChannel[]>;
  /** Somebody was told; false if somebody was before. */
  told(guild: string, channel: string): Promise<boolean>;
  deliveries(
    guild: string,
    filter: {
      readonly number?: number;
      readonly channel?: string;
      readonly status?: Delivery['status'];
      readonly kind?: Delivery['kind'];
      readonly subject?: string;
      /** The last due first; without it the first. */
      readonly newest?: true;
      readonly limit: number;
    },
  ): Promise<readonly Delivery[]>;
  /** Rungs of a channel and a span of time that are to be posted and are told in no list. */
  unsentRungs(day: RungDay): Promise<readonly Delivery[]>;
  /** Has them told in one list, if they are too many; the first that is due posts it. */
  gatherRungs(day: RungDay): Promise<void>;
  /** The list that a rung is told in, the one that posts it first; empty where it is told in none. */
  rungList(rung: Delivery): Promise<readonly Delivery[]>;
  /** Gives up the list of a rung that will not post it. */
  scatterRungs(leader: number): Promise<void>;
  /** What became of the posts of a server, the newest first; of those that wait, what is due or was tried. */
  log(
    guild: string,
    look: {
      readonly shown: LogShown;
      readonly channel?: string;
      /** Record's ms UTC. */
      readonly now: number;
      readonly limit: number;
      readonly offset: number;
    },
  ): Promise<readonly Delivery[]>;
  /** When the newest digest of each countdown was really posted, record's ms UTC, by subject (`schedule-3`). */
  digestsPosted(guild: string): Promise<ReadonlyMap<string, number>>;
  /** How many rows of all servers there are of each kind and status. */
  counts(): Promise<readonly DeliveryCount[]>;
  /** The newest message sent of a kind in a channel, for edits. */
  lastSent(
    guild: string,
    channel: string,
    kind: Delivery['kind'],
    subject: string | null,
  ): Promise<Delivery | null>;

  close(): Promise<void>;
}
