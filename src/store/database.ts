import type { Kysely } from 'kysely';
import type { Engine } from '../../migrations/index.js';
import type { Ballast } from './ballast.js';
import type { Schema } from './schema.js';

/** One opened engine. `read` may be the same as `write`. */
export interface Database {
  readonly engine: Engine;
  readonly write: Kysely<Schema>;
  readonly read: Kysely<Schema>;
  /** Of a file on this machine's disk. */
  readonly ballast?: Ballast;
  close(): Promise<void>;
}
