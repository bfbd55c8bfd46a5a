/** The port for the record. */
import type { Decide, OtherUltimatums } from '../../domain/decision.js';
import type { Entry } from '../../domain/entry.js';
import type { Result } from '../../domain/refusal.js';
import type { Ultimatum } from '../../domain/ultimatum.js';
import type { State } from '../../domain/state.js';
import type { Total } from '../../domain/total.js';
import type { Consumes } from './press.js';
import type { RecordInstant } from '../../domain/instant.js';

/** What a change did. */
export interface Changed {
  readonly number: number;
  readonly appended: readonly Entry[];
  readonly before: Ultimatum | null;
  readonly after: Ultimatum;
}

/** Where and when a change is made; decides which posts it plans. */
export interface ChangeOptions {
  /** Record's time, ms UTC. */
  readonly now: RecordInstant;
  /** How long announcements of a person's action wait, ms. */
  readonly announceDelay: number;
  /** The channel where it was typed; the card goes there when no announcements channel is set. */
  readonly channel: string | null;
  readonly consumes?: Consumes;
  /** Other ultimatums that the command names: its decision sees them, and what replaced them. */
  readonly names?: readonly number[];
}

/** One line of the list: what list, search and autocomplete need without folding. */
export interface ListRow {
  readonly number: number;
  readonly state: State;
  readonly issuers: readonly string[];
  readonly targets: readonly string[];
  readonly demand: string;
  readonly threat: string | null;
  /** `latest` of the deadline in force, ms UTC; null without a date. */
  readonly latest: RecordInstant | null;
  readonly precision: string | null;
  readonly zone: string;
  readonly moves: number;
  readonly tags: readonly string[];
  readonly hidden: boolean;
  readonly lastSeq: number;
  /** When it was first recorded, ms UTC. */
  readonly recorded: RecordInstant;
}

/** Where a page of the list ends: the row that it shows last. */
export type ListCursor = Pick<ListRow, 'latest' | 'number'>;

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
  /** Only the rows after this one, in the order of the list. */
  readonly past?: ListCursor;
  /** By their numbers, the largest first, instead of the soonest deadline first. */
  readonly newest?: true;
  /**
   * How the total is counted: to the end, or up to `MOST_COUNTED` where words, names or a tag are asked for. `exact`: to the
   * end there too. `none` where only the rows matter, as in suggestions: the total is what was read so far.
   */
  readonly counting?: 'none' | 'exact';
}

/** One page of a list, and how many are on all of them. */
export interface ListFound {
  readonly rows: readonly ListRow[];
  readonly total: Total;
}

/** The record itself. */
export interface RecordStore {
  /**
   * Appends what `decide` answers, plans or cancels its posts and uses up the press, in one transaction. `number` null
   * makes a new one.
   */
  change(
    guild: string,
    number: number | null,
    decide: Decide,
    options: ChangeOptions,
  ): Promise<Result<Changed>>;
  entries(guild: string, number: number): Promise<readonly Entry[]>;
  /** What a decision may know of these ultimatums, and of those that replaced them. */
  others(guild: string, numbers: readonly number[]): Promise<OtherUltimatums>;
  /** The numbers of the visible ones that lead to this one today, by a link or because it replaced them. */
  linkingTo(guild: string, number: number): Promise<readonly number[]>;
  /** The number that a new one would get now, hidden ones counted. */
  nextNumber(guild: string): Promise<number>;
  /** The fold; null where there is none. */
  ultimatum(guild: string, number: number): Promise<Ultimatum | null>;
  /** The numbers of the visible ones of which something was recorded from `from` on and before `until`, in order. */
  changedBetween(
    guild: string,
    from: RecordInstant,
    until: RecordInstant,
    limit: number,
  ): Promise<readonly number[]>;
  list(guild: string, filter: ListFilter): Promise<ListFound>;
  /** Distinct names, those that begin with `text` first. */
  names(
    guild: string,
    field: 'issuer' | 'target' | 'tag',
    text: string,
    limit: number,
  ): Promise<readonly string[]>;
}
