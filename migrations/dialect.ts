/** What the migrations say differently to each engine. */
import type { CreateTableBuilder, Kysely, RawBuilder } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

export interface MigrationDialect {
  /** Adds `id`, a number of its own for each row, ascending and never used again. */
  identity<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T | 'id'>;
  /** The type of text that is sorted byte by byte: both engines then find a prefix by an index and sort names alike. */
  readonly bytewise: RawBuilder<unknown> | 'text';
  /** Makes the database itself refuse to change or delete the rows of `table`, whose key is `key`. */
  appendOnly(db: Kysely<unknown>, table: string, key: readonly string[]): Promise<void>;
  /** The JSON text `{"kind":"text","text":…}` of a value that is text. */
  textFact(text: RawBuilder<unknown>): RawBuilder<string>;
  /** The JSON text `[…]` of one value that is text. */
  textList(text: RawBuilder<unknown>): RawBuilder<string>;
  /** Lets proposals that were declined or went stale be deleted, and nothing else of the two tables. */
  allowDeletingEndedProposals(db: Kysely<unknown>): Promise<void>;
  /** Lets whatever belongs to a server in the table `erasing` be deleted from the tables that can only grow. */
  allowErasing(db: Kysely<unknown>): Promise<void>;
  /** Has the keys of all tables that can be spread over several databases begin with the server, if there can be several. */
  keyByGuild(db: Kysely<unknown>): Promise<void>;
  /** Makes a transaction that writes a post due within moments tell the other processes, if there can be any. */
  tellDue(db: Kysely<unknown>): Promise<void>;
}
