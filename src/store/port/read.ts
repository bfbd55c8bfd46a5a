/** The port of the public pages: reads of what everybody may see, and nothing that writes. */
import type { Entry } from '../../domain/entry.js';
import type { RecordInstant } from '../../domain/instant.js';
import type { State } from '../../domain/state.js';
import type { FigureStore } from './figures.js';
import type { ListRow, RecordStore } from './record.js';
import type { ServerStore } from './server.js';

/** A server whose record is public. */
export interface PublicPage {
  readonly guild: string;
  /** The last part of `/s/…`. */
  readonly address: string;
  /** Whether it stands in the sitemap; otherwise only its address leads to it. */
  readonly listed: boolean;
  /** Grows with every change of what the pages show. */
  readonly revision: number;
  /** When that was, record's ms UTC. */
  readonly changed: RecordInstant;
}

/** An ultimatum with its entries; of a hidden one those of its tombstone. */
export interface ShownEntries {
  readonly number: number;
  readonly entries: readonly Entry[];
}

/** An entry of the log of U-`number`. */
export interface NumberedEntry extends Entry {
  readonly number: number;
}

/** An ultimatum as the list has it today, beside an instant of the past. */
export interface StatedRow extends ListRow {
  /** When the last of its entries was stated, ms UTC. */
  readonly lastStated: RecordInstant;
  /** Nothing of it was stated after the instant and nothing was corrected: then the row says what the world knew. */
  readonly same: boolean;
}

/** What the public pages read. None of it shows what is hidden, and nothing of a person but a name they chose for it. */
export interface ReadStore
  extends
    Pick<RecordStore, 'list' | 'names' | 'linkingTo'>,
    Pick<ServerStore, 'settings' | 'issuers'>,
    FigureStore {
  /** The server whose record is public at `address`; null where none is. */
  publicPage(address: string): Promise<PublicPage | null>;
  /** Listed servers in the order of their addresses, those after `after`. */
  listedPages(after: string, limit: number): Promise<readonly PublicPage[]>;
  /** Those of `numbers` that exist, in that order (rules 24). */
  shownEntries(guild: string, numbers: readonly number[]): Promise<readonly ShownEntries[]>;
  /** Ultimatums that may be seen and had a new deadline recorded at `since` or later, the newest first. */
  lastMoved(guild: string, since: RecordInstant, limit: number): Promise<readonly number[]>;
  /** The numbers of what may be seen, once for each of the newest entries, the newest first. */
  lastRecorded(guild: string, limit: number): Promise<readonly number[]>;
  /** The corrections of what may be seen that were recorded at `since` or later, the newest first. */
  lastCorrected(guild: string, since: RecordInstant, limit: number): Promise<readonly NumberedEntry[]>;
  /** How many of a server may be seen, by their state; without a date counted apart. */
  stateCounts(
    guild: string,
  ): Promise<readonly { readonly state: State; readonly undated: boolean; readonly count: number }[]>;
  /** The names that people chose for the public pages, by person key; of others nothing. */
  publicNames(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those that may be seen and of which something had been stated by `instant`; by their numbers, those after `after`. */
  statedBy(
    guild: string,
    instant: RecordInstant,
    after: number,
    limit: number,
  ): Promise<{ readonly rows: readonly StatedRow[]; readonly last: number | null }>;
  /** The numbers of all that may be seen, in order, those after `after`. */
  shownNumbers(guild: string, after: number, limit: number): Promise<readonly number[]>;
}
