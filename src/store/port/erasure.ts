/** The port for erasing whole servers. */
import type { RecordInstant } from '../../domain/instant.js';
import type { Result } from '../../domain/refusal.js';

/** What an erasure deleted; `people` are those who did nothing on another server. */
export interface ErasedServer {
  readonly ultimatums: number;
  readonly entries: number;
  readonly people: number;
}

/** A server that the bot is no longer in. */
export interface DepartedServer {
  readonly guild: string;
  /** Its rows are erased once Discord says after this instant, record's ms UTC, that the bot is still not there. */
  readonly erasedAt: RecordInstant;
}

/** Whole servers: erased on request, or some time after the bot was removed from them. */
export interface ErasureStore {
  /**
   * Deletes every row of a server and the people who did nothing elsewhere, in one transaction; `press` is the key of the
   * pending row that asked for it. Refused where that was used before.
   */
  eraseServer(guild: string, press?: string): Promise<Result<ErasedServer>>;
  /** Writes the database file anew if something was erased, so that nothing of it is left there. */
  rewriteFile(): Promise<void>;
  /** Every server of which something is kept. */
  servers(): Promise<readonly string[]>;
  /** The servers that the bot has left and whose rows are still kept. */
  departed(): Promise<readonly DepartedServer[]>;
  /**
   * Takes the whole list of servers that the bot is in at `now`, record's ms UTC: others with rows have been left, and those
   * that are back are kept. Returns the servers that were left since the list before.
   */
  noteServers(present: readonly string[], now: RecordInstant): Promise<readonly DepartedServer[]>;
  /** Discord said that the bot is no longer in a server. */
  noteDeparted(guild: string, now: RecordInstant): Promise<void>;
}
