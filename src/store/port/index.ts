/** The ports of the store, by what they are used for. */
import type { BoardStore } from './boards.js';
import type { RequestBudget } from './budget.js';
import type { ChannelStore } from './channels.js';
import type { DueStore } from './due.js';
import type { ErasureStore } from './erasure.js';
import type { EventStore } from './events.js';
import type { ExportStore } from './export.js';
import type { FactStore } from './facts.js';
import type { FigureStore } from './figures.js';
import type { GaugeStore } from './gauges.js';
import type { InteractionStore } from './interactions.js';
import type { ImportStore } from './import.js';
import type { PeopleStore } from './people.js';
import type { ClaimStore, PostLog, PostStore } from './posts.js';
import type { ReadStore } from './read.js';
import type { RecordStore } from './record.js';
import type { ServerStore } from './server.js';
import type { SetAsideStore } from './set-aside.js';
import type { ShardStore } from './shards.js';
import type { UpkeepStore } from './upkeep.js';

export type * from './boards.js';
export type * from './budget.js';
export type * from './channels.js';
export type * from './due.js';
export type * from './erasure.js';
export type * from './events.js';
export type * from './export.js';
export type * from './facts.js';
export type * from './figures.js';
export type * from './gauges.js';
export type * from './interactions.js';
export type * from './import.js';
export type * from './people.js';
export type * from './posts.js';
export type * from './press.js';
export type * from './read.js';
export type * from './record.js';
export type * from './server.js';
export type * from './set-aside.js';
export type * from './shards.js';
export type * from './upkeep.js';

/** What the beat works with. */
export interface BeatStore
  extends
    ClaimStore,
    DueStore,
    SetAsideStore,
    RequestBudget,
    UpkeepStore,
    Pick<PostLog, 'deliveries'>,
    Pick<ChannelStore, 'closed'> {}

/** What posts are made of. */
export interface PostSources extends RecordStore, ServerStore, Pick<PeopleStore, 'people'> {}

/** What delivering posts needs. */
export interface CourierStore
  extends PostSources, PostStore, BoardStore, EventStore, ChannelStore, RequestBudget, FactStore {}

/**
 * The record of all servers. Every method is about one guild and never sees another's rows, except the beat's.
 * Expected trouble (`busy`, `disk-full`, `changed-since`) comes back as a refusal where a method answers a `Result`; the rest throws.
 */
export interface Store
  extends
    RecordStore,
    ServerStore,
    FigureStore,
    ReadStore,
    PeopleStore,
    BoardStore,
    EventStore,
    PostStore,
    DueStore,
    ChannelStore,
    SetAsideStore,
    RequestBudget,
    FactStore,
    ErasureStore,
    ExportStore,
    GaugeStore,
    InteractionStore,
    ShardStore,
    ImportStore,
    UpkeepStore {
  close(): Promise<void>;
}
