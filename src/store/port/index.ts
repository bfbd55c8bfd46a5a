/** The ports of the store. */
import type { RecordStore } from './record.js';
import type { ServerStore } from './server.js';
import type { PeopleStore } from './people.js';
import type { BoardStore } from './boards.js';
import type { PostingStore } from './posting.js';

export type * from './record.js';
export type * from './server.js';
export type * from './people.js';
export type * from './press.js';
export type * from './boards.js';
export type * from './posting.js';

/**
 * The record of all servers. Every method is about one guild and never sees another's rows, except the beat's.
 * Expected trouble (`busy`, `disk-full`, `changed-since`) comes back as a refusal where a method answers a `Result`; the rest throws.
 */
export interface Store extends RecordStore, ServerStore, PeopleStore, BoardStore, PostingStore {
  close(): Promise<void>;
}
