import type { RecordStore } from './port/record.js';
import type { ServerStore } from './port/server.js';
import type { PeopleStore } from './port/people.js';
import type { ShowingStore } from './port/showing.js';
import type { PostingStore } from './port/posting.js';

export type * from './port/record.js';
export type * from './port/server.js';
export type * from './port/people.js';
export type * from './port/press.js';
export type * from './port/showing.js';
export type * from './port/posting.js';

/**
 * The record of all servers. Every method is about one guild and never sees another's rows, except the beat's.
 * Expected trouble (`busy`, `disk-full`, `changed-since`) comes back as a refusal where a method answers a `Result`; the rest throws.
 */
export interface Store extends RecordStore, ServerStore, PeopleStore, ShowingStore, PostingStore {
  close(): Promise<void>;
}
