/** An opened database, whatever its engine. */
import type { Kysely } from 'kysely';
import type { Dialect } from './dialect/dialect.js';
import type { DiskReserve } from './disk-reserve.js';
import type { Schema } from './schema.js';

/** What is known of a database file while it is open. */
export interface DatabaseFile {
  /** Whether it was deleted or replaced under the open connection: what is written then is lost. */
  isGone(): boolean;
  /** Called once its tables are up to date: from now on it is noticed when the file is older than it was. */
  begin(): void;
  /** Called every second or so: copies the write-ahead log into the main file once nothing more is written. */
  tidy(): void;
  /** Empties the write-ahead log, so that what was deleted is not left in it. */
  checkpoint(): void;
  /** Writes every page anew, without what was deleted. Holds up everything else meanwhile. */
  rewrite(): void;
  /** Whether the file was replaced by an older copy or one from elsewhere. */
  readonly restored: boolean;
}

/** One opened engine. `read` may be the same as `write`. */
export interface Database {
  readonly dialect: Dialect;
  readonly write: Kysely<Schema>;
  readonly read: Kysely<Schema>;
  /** Of a file on this machine's disk. */
  readonly diskReserve?: DiskReserve;
  readonly file?: DatabaseFile;
  /** Where it was opened from, as it may be shown: the value of DATABASE_URL without a password. */
  readonly name?: string;
  /** Runs work whose statements may take longer than anybody waits for an answer, such as a migration. */
  unhurried?<T>(work: () => Promise<T>): Promise<T>;
  /** The name of the one connection that lasts as long as the process does; taken up again under it where it is lost. */
  readonly connection?: string;
  /** Has `heard` called with what is said on a channel by whichever process, and with nothing after every silence. */
  hear?(channel: string, heard: (payload: string) => void): Promise<void>;
  close(): Promise<void>;
}
